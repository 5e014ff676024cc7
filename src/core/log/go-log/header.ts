import { CODE, isBlank } from '../../text/index.ts';
import { behindLevel, findLevel } from '../find-level.ts';
import type { LogHeader, SourceLine } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { readPlace } from '../source-place.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, wordEnd } from '../tokens.ts';

/**
 * Reads a line of Go's standard `log`, and of `log/slog` before a handler is set, which prints through it:
 *
 *     > 2026/11/21 08:18:33.123456 main.go:12: listening on :8080
 *                                  ^ Lshortfile or Llongfile
 *     > 2026/11/21 08:18:33 INFO listening port=8080
 *     > 2026/11/21 08:18:33 [ERR] raft: …          a level of the program's own
 *
 * Sources: Go `log/log.go` `formatHeader` (1.19), `log/slog` `defaultHandler` (1.21), hashicorp/logutils.
 */
export function readGoLogHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0 || line.charCodeAt(4) !== CODE.slash || !isBlank(line.charCodeAt(stamp.to))) {
    return undefined;
  }
  const from = stamp.to + 1;
  const source = sourceAt(line, from);
  const text = source ? Math.min(source.span.to + 2, line.length) : from;
  const level = findLevel(line, text);
  // A level stands at once in front of the message: a word further on belongs to the message.
  const leads = level !== undefined && level.from <= text + 1 && isLevel(line, text, level.from, level.to);
  return makeHeader('go-log', restOf(line, leads ? behindLevel(line, level.to) : text), {
    severity: leads ? level.severity : undefined,
    time: stamp.time,
    source,
  });
}

/** `[ERR]`, or upper case without a bracket: `2026/11/21 08:18:33 error: x` is a message. */
const isLevel = (line: string, text: number, from: number, to: number): boolean => {
  if (from === text) return line.slice(from, to) === line.slice(from, to).toUpperCase();
  return line.charCodeAt(text) === CODE.openBracket && line.charCodeAt(to) === CODE.closeBracket;
};

/** `main.go:12: ` */
function sourceAt(line: string, from: number): SourceLine | undefined {
  const end = wordEnd(line, from);
  return line.charCodeAt(end - 1) === CODE.colon ? readPlace(line, from, end - 1) : undefined;
}
