import { CODE, isBlank, isDigit, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks, wordEnd } from '../tokens.ts';

/**
 * Reads what HAProxy prints itself (behind syslog it is read as syslog, its program's name is `haproxy`):
 *
 *     > [WARNING]  (8) : Server be/s1 is DOWN, reason: Layer4 connection problem …
 *     > [ALERT] 324/081833 (8) : …                                       day of the year and time, up to 2.3
 *     > 10.0.0.7:50210 [21/Nov/2026:08:18:33.266] fe be/s1 0/0/1/48/49 503 3313 - - ---- … "GET / HTTP/1.1"
 *                                                                     ^ the status in HTTP mode
 *
 * Sources: HAProxy `src/errors.c` `print_message` (2.4),
 * [configuration manual, 8.2](https://docs.haproxy.org/2.8/configuration.html#8.2).
 */
export function readHaproxyHeader(line: string): LogHeader | undefined {
  return line.charCodeAt(0) === CODE.openBracket ? readNotice(line) : readTraffic(line);
}

function readNotice(line: string): LogHeader | undefined {
  const level = readLevelWord(line, 1);
  if (!level || line.charCodeAt(level.to) !== CODE.closeBracket) return undefined;
  let at = skipBlanks(line, level.to + 1);
  if (isDigit(line.charCodeAt(at))) at = skipBlanks(line, wordEnd(line, at));
  const pid = line.charCodeAt(at) === CODE.openParen ? readNumber(line, at + 1) : undefined;
  if (!pid || !line.startsWith(') : ', pid.to)) return undefined;
  return makeHeader('haproxy', restOf(line, pid.to + 4), { severity: level.severity, process: pid.value });
}

/** Address and port, the time in brackets, frontend, backend and server, timers with slashes. */
function readTraffic(line: string): LogHeader | undefined {
  const host = wordEnd(line, 0);
  if (!line.startsWith(' [', host) || !isPort(line, host)) return undefined;
  const stamp = readTimestamp(line, host + 2);
  if (!stamp || !line.startsWith('] ', stamp.to)) return undefined;
  const from = stamp.to + 2;
  const severity = severityOf(line, from);
  return severity && makeHeader('haproxy', restOf(line, from), { severity, time: stamp.time });
}

function isPort(line: string, end: number): boolean {
  let at = end;
  while (isDigit(line.charCodeAt(at - 1))) at--;
  return at < end && line.charCodeAt(at - 1) === CODE.colon;
}

/** By the status; a line of TCP mode, or of a connection that never came to a request, has none. */
function severityOf(line: string, from: number): Severity | undefined {
  const frontend = wordEnd(line, from);
  if (line.charCodeAt(frontend - 1) === CODE.colon) return 'info';
  const backend = skipBlanks(line, frontend);
  const timers = skipBlanks(line, wordEnd(line, backend));
  const end = wordEnd(line, timers);
  if (!line.slice(timers, end).includes('/')) return undefined;
  const status = readNumber(line, skipBlanks(line, end));
  const isStatus = status !== undefined && isBlank(line.charCodeAt(status.to));
  return isStatus && status.value >= 500 && status.value < 600 ? 'error' : 'info';
}
