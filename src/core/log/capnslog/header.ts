import { CODE, isBlank } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf } from '../tokens.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  C: 'fatal',
  E: 'error',
  W: 'warning',
  N: 'info',
  I: 'info',
  D: 'debug',
  T: 'trace',
};

const MAX_PACKAGE = 60;

/**
 * Reads a line of etcd up to 3.4, as it logs by default:
 *
 *     > 2026-11-21 08:48:12.124589 I | etcdmain: etcd Version: 3.4.23
 *                                  ^   ^ package ^ message
 *
 * Source: coreos/pkg `capnslog/formatters.go`, `PrettyFormatter` (v0.0.0-20180928).
 */
export function readCapnslogHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0) return undefined;
  const severity = SEVERITIES[line.charAt(stamp.to + 1)];
  if (!severity || !isBlank(line.charCodeAt(stamp.to)) || !line.startsWith(' | ', stamp.to + 2)) {
    return undefined;
  }
  const from = stamp.to + 5;
  let at = from;
  while (at < from + MAX_PACKAGE && at < line.length && !isPackageEnd(line.charCodeAt(at))) at++;
  const named = line.charCodeAt(at) === CODE.colon && at > from;
  const message = named ? (line.charCodeAt(at + 1) === CODE.space ? at + 2 : at + 1) : from;
  return makeHeader('capnslog', restOf(line, message), {
    severity,
    time: stamp.time,
    logger: named ? line.slice(from, at) : undefined,
  });
}

const isPackageEnd = (code: number): boolean => code === CODE.colon || isBlank(code);
