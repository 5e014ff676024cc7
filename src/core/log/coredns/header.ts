import { CODE, isBlank, isDigit, isLower } from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { restOf, wordEnd } from '../tokens.ts';

/**
 * Reads a line of CoreDNS that a plugin prints, or that its `log` plugin prints of a query:
 *
 *     > [ERROR] plugin/errors: 2 example.org. A: read udp 10.244.0.5:53->8.8.8.8:53: i/o timeout
 *        ^              ^ logger ^ message
 *     > [INFO] 10.244.0.7:41234 - 123 "A IN example.org. udp 29 false 512" NOERROR qr,rd 56 0.0012s
 *
 * Source: CoreDNS `plugin/pkg/log/plugin.go`, `plugin/log/README.md` (v1.11).
 */
export function readCorednsHeader(line: string): LogHeader | undefined {
  const level = readLevelWord(line, 1);
  if (!level || !line.startsWith('] ', level.to)) return undefined;
  const from = level.to + 2;
  const { severity } = level;
  if (line.startsWith('plugin/', from)) {
    let end = from + 7;
    while (isLower(line.charCodeAt(end)) || isDigit(line.charCodeAt(end))) end++;
    if (line.charCodeAt(end) !== CODE.colon) return undefined;
    const text = isBlank(line.charCodeAt(end + 1)) ? end + 2 : end + 1;
    return makeHeader('coredns', restOf(line, text), { severity, logger: line.slice(from, end) });
  }
  const host = wordEnd(line, from);
  const isQuery = line.startsWith(' - ', host) && isDigit(line.charCodeAt(host + 3));
  return isQuery ? makeHeader('coredns', restOf(line, from), { severity }) : undefined;
}
