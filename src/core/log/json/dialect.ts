import type { LogFormatId, Severity } from '../header.ts';
import { type JsonMember, textOfMember } from '../json-object.ts';
import { severityOfText } from '../level-text.ts';
import { severityOfNumber, severityOfPriority } from '../severity.ts';
import type { Roles } from './roles.ts';

export interface Dialect {
  readonly format: LogFormatId;
  readonly severity?: Severity;
}

/**
 * Which logger prints such an object, told by its keys, and how bad the line is:
 *
 *     > {"ts":1795249413979.914,"msg":"…","v":0}                    klog JSON: no level
 *     > {"level":"info","ts":"2026-11-21T08:48:08.073Z",…           zap
 *     > {"time":"2026-11-21T08:18:33.9Z","level":"INFO","msg":…     slog
 *     > {"level":"info","msg":"…","time":"2026-11-21T08:18:33Z"}    logrus
 *     > {"level":30,"time":1795249413979,"pid":7,"hostname":…       pino
 *     > {"name":"…","hostname":"…","pid":7,"level":30,…,"v":0}      bunyan
 *
 * Sources: k8s.io/component-base `logs/json` (v0.20 to v0.36), go.uber.org/zap `NewProductionEncoderConfig` (v1.27), Go
 * `log/slog` `JSONHandler` (1.21), sirupsen/logrus `JSONFormatter` (v1.9), pino (v9) and bunyan (v1.8),
 * systemd.journal-fields(7).
 */
export function dialectOf(line: string, members: readonly JsonMember[], roles: Roles): Dialect | undefined {
  const { level, time } = roles;
  if (level?.key === 'PRIORITY' || time?.key === '__REALTIME_TIMESTAMP') {
    const priority = level ? Number(textOfMember(line, level)) : NaN;
    return { format: 'journald-json', ...known(priority >= 0 ? severityOfPriority(priority) : undefined) };
  }
  if (!level) {
    if (time?.key === 'ts' && time.kind === 'number' && roles.message) return klog(members, roles);
    return { format: 'json' };
  }
  const text = textOfMember(line, level);
  if (level.kind === 'number') {
    const format = has(members, 'v') && has(members, 'hostname') ? 'bunyan' : 'pino';
    const severity = severityOfNumber(Number(text));
    return severity ? { format, severity } : { format: 'json' };
  }
  if (level.key === 's') return mongo(text);
  const severity = severityOfText(text);
  return { format: formatOf(members, roles, text), ...known(severity) };
}

function formatOf(
  members: readonly JsonMember[],
  { level, time, message }: Roles,
  text: string,
): LogFormatId {
  if (level?.key !== 'level') return 'json';
  if (time?.key === 'ts') return 'zap';
  if (time?.key !== 'time' || message?.key !== 'msg') return 'json';
  if (has(members, 'pid') && has(members, 'hostname')) return 'pino';
  if (time.kind !== 'string') return 'json';
  return text === text.toUpperCase() ? 'slog-json' : 'logrus-json';
}

/**
 * Up to 1.22 only `err` tells an error from the rest. From 1.22 on the caller is printed, from 1.23 on an error has no
 * `v` (go-logr/zapr).
 */
function klog(members: readonly JsonMember[], { caller }: Roles): Dialect {
  if (has(members, 'err') || !has(members, 'v')) return { format: 'klog-json', severity: 'error' };
  return { format: 'klog-json', ...known(caller ? 'info' : undefined) };
}

const MONGO: Readonly<Record<string, Severity>> = {
  F: 'fatal',
  E: 'error',
  W: 'warning',
  I: 'info',
  D: 'debug',
};

/** `"s":"I"`, `"s":"D2"` ([MongoDB](https://www.mongodb.com/docs/manual/reference/log-messages/#severity-levels), 4.4). */
const mongo = (text: string): Dialect => ({ format: 'json', ...known(MONGO[text.charAt(0)]) });

const has = (members: readonly JsonMember[], key: string): boolean => members.some((one) => one.key === key);

const known = (severity: Severity | undefined): { readonly severity?: Severity } =>
  severity ? { severity } : {};
