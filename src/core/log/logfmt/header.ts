import { CODE, readNumber } from '../../text/index.ts';
import { clockOfEpoch } from '../epoch.ts';
import type { ClockTime, LogFormatId, LogHeader, Part } from '../header.ts';
import { severityOfText } from '../level-text.ts';
import { type LogfmtPair, scanLogfmt } from '../logfmt.ts';
import { decodePart } from '../part.ts';
import { readPlace } from '../source-place.ts';
import { readTimestamp } from '../timestamp.ts';
import { isAlphanumeric } from '../tokens.ts';

const MESSAGE = ['msg', 'message'];
const LEVEL = ['level', 'lvl', 'severity'];
const TIME = ['time', 'ts', 't', 'timestamp'];
const CALLER = ['caller', 'source'];

/**
 * Reads a line of `key=value` pairs that has a message and a time or a level, or both of these:
 *
 *     > time="2026-11-21T08:48:27.236586976Z" level=info msg="starting containerd" module=containerd     logrus
 *     > time=2026-11-21T08:18:33.966+01:00 level=INFO msg="listening" port=8080                          slog
 *     > ts=2026-11-21T08:18:33.966Z caller=main.go:12 level=info msg="…"                                 go-kit
 *
 * Sources: sirupsen/logrus `TextFormatter` (v1.9): time, level, msg, then keys in order, bare if of
 * `[A-Za-z0-9-._/@^+]` only, else Go's `%q`; Go `log/slog` `TextHandler` (1.21); go-kit/log `logfmt` (v0.2).
 */
export function readLogfmtHeader(line: string): LogHeader | undefined {
  if (!startsWithKey(line)) return undefined;
  const pairs = scanLogfmt(line, 0);
  const message = find(pairs, MESSAGE);
  const level = find(pairs, LEVEL);
  const stamp = find(pairs, TIME);
  const severity = level && severityOfText(decodePart(line, level.value).text);
  const time = stamp && timeOf(line, stamp.value);
  if (message ? !severity && !time : !severity || !time) return undefined;
  const caller = find(pairs, CALLER);
  const source = caller && readPlace(line, caller.value.span.from, caller.value.span.to);
  const logger = find(pairs, ['logger', 'component']);
  const named = [message, severity && level, time && stamp, source && caller, logger];
  return {
    format: formatOf(line, pairs),
    ...(severity ? { severity } : {}),
    ...(time ? { time } : {}),
    ...processOf(line, pairs),
    ...(source ? { source } : {}),
    ...(logger ? { logger: decodePart(line, logger.value).text } : {}),
    message: message?.value ?? { span: { from: line.length, to: line.length }, encoding: 'plain' },
    fields: pairs.filter((pair) => !named.includes(pair)).map(({ key, value }) => ({ key, value })),
  };
}

const MAX_KEY = 40;

/** Whether the line starts with a key and its sign: anything else is refused here, after a few looks. */
function startsWithKey(line: string): boolean {
  for (let at = 0; at < MAX_KEY; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.equals) return at > 0;
    const isKey =
      isAlphanumeric(code) || code === CODE.underscore || code === CODE.minus || code === CODE.dot;
    if (!isKey && code !== CODE.at) return false;
  }
  return false;
}

const find = (pairs: readonly LogfmtPair[], keys: readonly string[]): LogfmtPair | undefined =>
  pairs.find(({ key }) => keys.includes(key));

function timeOf(line: string, { span }: Part): ClockTime | undefined {
  const stamp = readTimestamp(line, span.from);
  if (stamp && stamp.to <= span.to) return stamp.time;
  return clockOfEpoch(line.slice(span.from, Math.min(span.to, span.from + 40)));
}

function processOf(line: string, pairs: readonly LogfmtPair[]): { readonly process?: number } {
  const pid = find(pairs, ['pid'])?.value.span;
  const number = pid && readNumber(line, pid.from, pid.to);
  return number?.to === pid?.to && number ? { process: number.value } : {};
}

/** Both start with `time level msg`: logrus quotes the time, slog has nothing to quote in it. */
function formatOf(line: string, pairs: readonly LogfmtPair[]): LogFormatId {
  const [first, second, third] = pairs;
  if (first?.key !== 'time' || second?.key !== 'level') return 'logfmt';
  if (first.value.encoding === 'go-quoted') return 'logrus';
  const { from, to } = second.value.span;
  const level = line.slice(from, to);
  const isSlog = level === level.toUpperCase() && (third?.key === 'msg' || third?.key === 'source');
  return isSlog ? 'slog' : 'logfmt';
}
