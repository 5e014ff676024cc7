import { isBlank, readNumber } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, skipBlanks, wordEnd } from '../tokens.ts';
import { severityOf, startsWithHost } from './header.ts';

const METHODS: ReadonlySet<string> = new Set(
  'GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE'.split(' '),
);

/**
 * Reads a line of an access log that begins with its time, and names method and path as words of their own:
 *
 *     > 2026-11-21T08:18:33 10.0.0.7 - GET "/client/" -1 200 5778 "-" "kube-probe/1.27"
 *                           ^ host   ^ user           ^ status, behind the length of what was sent
 */
export function readTimedAccessHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp) return undefined;
  const host = skipBlanks(line, stamp.to);
  if (!startsWithHost(line, host)) return undefined;
  const user = skipBlanks(line, wordEnd(line, host));
  const method = skipBlanks(line, wordEnd(line, user));
  const path = wordEnd(line, method);
  if (!METHODS.has(line.slice(method, path))) return undefined;
  let at = skipBlanks(line, wordEnd(line, skipBlanks(line, path)));
  if (line.startsWith('-1 ', at)) at += 3;
  const status = readNumber(line, at);
  if (!status || status.to - at !== 3 || !(isBlank(line.charCodeAt(status.to)) || status.to === line.length))
    return undefined;
  return makeHeader('access-log', restOf(line, method), {
    severity: severityOf(status.value),
    time: stamp.time,
  });
}
