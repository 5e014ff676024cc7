import { CODE, isBlank, isUpper } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { wordEnd } from '../tokens.ts';

/**
 * Reads the first of the two lines that java.util.logging prints of each record; the second, `SEVERE: msg`, is read as a
 * line that starts with its level:
 *
 *     > Nov 21, 2026 8:18:33 AM com.acme.Server start
 *     > SEVERE: cannot bind
 *
 * Source: OpenJDK `java.util.logging.SimpleFormatter` (17).
 */
export function readJavaUtilLoggingHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  // `Nov 1, ` or `Nov 21, `
  const hasComma = line.charCodeAt(5) === CODE.comma || line.charCodeAt(6) === CODE.comma;
  if (!stamp || !hasComma || !isUpper(line.charCodeAt(0)) || stamp.time.year === undefined) return undefined;
  if (!isBlank(line.charCodeAt(stamp.to))) return undefined;
  const from = stamp.to + 1;
  const end = wordEnd(line, from);
  // The class and the method are all that follows.
  const method = line.charCodeAt(end) === CODE.space ? wordEnd(line, end + 1) : 0;
  if (end === from || method !== line.length || method === end + 1) return undefined;
  return makeHeader(
    'java-util-logging',
    { span: { from: line.length, to: line.length }, encoding: 'plain' },
    { time: stamp.time, logger: line.slice(from, end) },
  );
}
