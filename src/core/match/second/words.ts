import { type Span, isDigit, isHex, isLetter, isLower } from '../../text/index.ts';

/** A word of a message, in small letters, with its place. */
export interface Word extends Span {
  readonly word: string;
}

/** No line says more to anybody. */
const MAX_WORDS = 400;

/**
 * The words of a message, without what is a value: numbers, addresses, hashes, generated names, times. One look per
 * character.
 *
 *     > pleg was last seen active 3m7.4s ago on node-7d4b9c6f5d (x509, v1beta1, utf-8)
 *       pleg was last seen active ago on node x509 v1beta1 utf
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (let at = 0; at <= text.length && words.length < MAX_WORDS; at++) {
    if (at < text.length && isPart(text.charCodeAt(at))) continue;
    if (at > from) {
      const word = text.slice(from, at);
      if (isSaid(word)) words.push({ word: word.toLowerCase(), from, to: at });
    }
    from = at + 1;
  }
  return words;
}

/** Han and what is written like it counts as letters; full-width punctuation does not. */
const isPart = (code: number): boolean =>
  isLetter(code) || isDigit(code) || (code >= 0x3040 && code < 0xfe00);

/** `x509`, `k8s` and `v1beta1` are said; `4150`, `3m7`, `0c2f` and `x2x7k` are values. */
function isSaid(word: string): boolean {
  let digits = 0;
  let changes = 0;
  let hex = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const digit = isDigit(code);
    if (digit) digits++;
    if (isHex(code)) hex++;
    if (at > 0 && digit !== isDigit(word.charCodeAt(at - 1))) changes++;
  }
  if (digits === 0) return word.length > 1;
  if (isDigit(word.charCodeAt(0))) return false;
  if (hex === word.length && word.length > 3) return false;
  if (changes === 1) return digits <= 3;
  if (changes === 2 && word.length <= 4) return true;
  return word.length <= 9 && word.startsWith('v') && isLower(word.charCodeAt(2));
}
