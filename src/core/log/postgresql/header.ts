import { CODE, isBlank, isDigit, isLetter, isUpper, readNumber } from '../../text/index.ts';
import type { LogHeader, Severity } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

/** The lines behind an error (`DETAIL`, `STATEMENT`) say no level of their own. */
const LEVELS: ReadonlyMap<string, Severity | undefined> = new Map([
  ['DEBUG', 'debug'],
  ['LOG', 'info'],
  ['INFO', 'info'],
  ['NOTICE', 'info'],
  ['WARNING', 'warning'],
  ['ERROR', 'error'],
  ['FATAL', 'fatal'],
  ['PANIC', 'fatal'],
  ['DETAIL', undefined],
  ['HINT', undefined],
  ['QUERY', undefined],
  ['CONTEXT', undefined],
  ['LOCATION', undefined],
  ['STATEMENT', undefined],
] as const);

/** `log_line_prefix` may print user, database, application and client. */
const MAX_PREFIX = 250;
const MAX_TO_PROCESS = 80;

/**
 * Reads a line of PostgreSQL, whatever `log_line_prefix` puts between time and level, if it prints the process id there:
 *
 *     > 2026-11-21 08:18:33.123 CET [12345] user@db ERROR:  syntax error at or near "null" at character 510
 *                               ^ the zone  ^ prefix        ^ message
 *
 * Source: PostgreSQL `elog.c`, `send_message_to_server_log` (16), default prefix `%m [%p] `.
 */
export function readPostgresqlHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0 || stamp.time.year === undefined) return undefined;
  let process: number | undefined;
  const limit = Math.min(line.length, stamp.to + MAX_PREFIX);
  for (let at = stamp.to; at < limit; at++) {
    const code = line.charCodeAt(at);
    if (process === undefined) {
      if (at > stamp.to + MAX_TO_PROCESS) return undefined;
      if (code === CODE.openBracket) process = processAt(line, at + 1);
    }
    if (!isUpper(code) || process === undefined || isLetter(line.charCodeAt(at - 1))) continue;
    let end = at;
    while (isUpper(line.charCodeAt(end))) end++;
    const word = line.slice(at, end);
    while (isDigit(line.charCodeAt(end))) end++;
    if (line.charCodeAt(end) === CODE.colon && isBlank(line.charCodeAt(end + 1)) && LEVELS.has(word)) {
      return makeHeader('postgresql', restOf(line, skipBlanks(line, end + 1)), {
        severity: LEVELS.get(word),
        time: stamp.time,
        process,
      });
    }
    at = end - 1;
  }
  return undefined;
}

/** `[12345]`, `[608647-3]` */
function processAt(line: string, at: number): number | undefined {
  const pid = readNumber(line, at);
  const next = line.charCodeAt(pid?.to ?? at);
  return next === CODE.closeBracket || next === CODE.minus ? pid?.value : undefined;
}
