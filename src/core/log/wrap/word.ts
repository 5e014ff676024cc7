import { CODE, isDigit, isLetter, isLower, runEnd } from '../../text/index.ts';

/** Longer than a name of Kubernetes and than most paths. */
const MAX_WORD = 400;

/** A character of a name, a service or a path. */
export const isWord = (code: number): boolean =>
  isLetter(code) ||
  isDigit(code) ||
  code === CODE.minus ||
  code === CODE.dot ||
  code === CODE.slash ||
  code === CODE.underscore;

/** Where the word that starts at `from` ends. */
export const wordEnd = (line: string, from = 0): number =>
  runEnd(line, from, Math.min(line.length, from + MAX_WORD), isWord);

/** A name as Kubernetes allows it: [RFC 1123](https://www.rfc-editor.org/rfc/rfc1123) labels with points between them. */
export function isKubeName(text: string, from: number, to: number): boolean {
  if (to <= from || to - from > 253) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const inner = at > from && at < to - 1 && (code === CODE.minus || code === CODE.dot);
    if (!isLower(code) && !isDigit(code) && !inner) return false;
  }
  return true;
}
