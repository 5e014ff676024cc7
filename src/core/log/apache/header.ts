import { CODE, readNumber } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { bracketEnd, restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of Apache's error log:
 *
 *     > [Sat Nov 21 08:18:33.605341 2026] [core:error] [pid 17962:tid 139] [client 127.0.0.1:60444] AH00135: …
 *                                          ^    ^ level                                             ^ message
 *                                          module, since 2.4
 *
 * Source: the default `ErrorLogFormat` of [httpd 2.4](https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat).
 */
export function readApacheHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp || line.charCodeAt(0) !== CODE.openBracket) return undefined;
  if (!line.startsWith('] [', stamp.to)) return undefined;
  const from = stamp.to + 3;
  const end = bracketEnd(line, from - 1);
  if (end === undefined) return undefined;
  const colon = line.lastIndexOf(':', end);
  const named = colon >= from;
  const level = readLevelWord(line, named ? colon + 1 : from);
  if (level?.to !== end - 1) return undefined;

  let at = skipBlanks(line, end);
  let process: number | undefined;
  while (line.startsWith('[pid ', at) || line.startsWith('[client ', at)) {
    const close = bracketEnd(line, at);
    if (close === undefined) break;
    if (line.startsWith('pid', at + 1)) process = readNumber(line, at + 5)?.value;
    at = skipBlanks(line, close);
  }
  // `[date] [7] [info] msg`: gunicorn and others have a weekday nowhere.
  if (process === undefined && line.charCodeAt(1) < 65) return undefined;
  return makeHeader('apache', restOf(line, at), {
    severity: level.severity,
    time: stamp.time,
    process,
    logger: named ? line.slice(from, colon) : undefined,
  });
}
