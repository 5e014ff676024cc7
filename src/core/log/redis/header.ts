import { CODE, isUpper, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf } from '../tokens.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  '.': 'debug',
  '-': 'debug',
  '*': 'info',
  '#': 'warning',
};

/**
 * Reads a line of Redis or Valkey:
 *
 *     > 1:M 21 Nov 2026 08:18:33.984 * Ready to accept connections
 *       ^ ^ role: X sentinel, C child, S replica, M master
 *       pid                          ^ `.` debug, `-` verbose, `*` notice, `#` warning
 *     > [3574] 21 Nov 08:18:33.731 # Sentinel runid is …              up to 2.8
 *     > 1:signal-handler (1795249413) Received SIGTERM scheduling shutdown...
 *
 * Source: Redis `src/server.c`, `serverLogRaw` and `serverLogFromHandler` (7.2).
 */
export function readRedisHeader(line: string): LogHeader | undefined {
  const bracketed = line.charCodeAt(0) === CODE.openBracket;
  const pid = readNumber(line, bracketed ? 1 : 0);
  if (!pid) return undefined;
  let at = pid.to;
  if (bracketed) {
    if (!line.startsWith('] ', at)) return undefined;
    at += 2;
  } else {
    if (line.charCodeAt(at) !== CODE.colon) return undefined;
    if (line.startsWith('signal-handler (', at + 1)) return readSignal(line, at + 17, pid.value);
    if (!isUpper(line.charCodeAt(at + 1)) || line.charCodeAt(at + 2) !== CODE.space) return undefined;
    at += 3;
  }
  const stamp = readTimestamp(line, at);
  const severity = stamp && SEVERITIES[line.charAt(stamp.to + 1)];
  if (!severity || !line.startsWith(' ', stamp.to) || !line.startsWith(' ', stamp.to + 2)) return undefined;
  return makeHeader('redis', restOf(line, stamp.to + 3), { severity, time: stamp.time, process: pid.value });
}

function readSignal(line: string, from: number, process: number): LogHeader | undefined {
  const close = line.indexOf(') ', from);
  return close < 0 || close > from + 12
    ? undefined
    : makeHeader('redis', restOf(line, close + 2), { process });
}
