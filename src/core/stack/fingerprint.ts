import { ownCopy } from '../text/index.ts';

/**
 * What tells one sequence of numbers from another, in two 32-bit lanes. It keeps no secret: who wants two equal ones
 * can make them.
 */
export interface Fingerprint {
  left: number;
  right: number;
}

export const createFingerprint = (): Fingerprint => ({ left: 0x9e37_79b9 | 0, right: 0x7f4a_7c15 });

/** Takes the lower 32 bits of a number. Each lane is turned and multiplied by a half of the golden ratio's 64 bits. */
export function addWord(print: Fingerprint, word: number): void {
  print.left = Math.imul(((print.left << 5) | (print.left >>> 27)) ^ word, 0x9e37_79b1);
  print.right = Math.imul(((print.right << 13) | (print.right >>> 19)) ^ word, 0x7f4a_7c17);
}

export function addPrint(print: Fingerprint, other: Readonly<Fingerprint>): void {
  addWord(print, other.left);
  addWord(print, other.right);
}

const WORD = 0x1_0000_0000;

/** 53 bits of it, in which each bit of the lanes has a part. */
export const printValue = ({ left, right }: Fingerprint): number =>
  (settle(right ^ (left >>> 9)) & 0x1f_ffff) * WORD + (settle(left ^ (right >>> 7)) >>> 0);

function settle(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
  return once ^ (once >>> 15);
}

export function printOfText(text: string): Fingerprint {
  const print = createFingerprint();
  for (let at = 0; at < text.length; at++) addWord(print, text.charCodeAt(at));
  return print;
}

/** As many texts are remembered: the frames of a dump repeat, those of a hostile one need not. */
const MAX_KNOWN = 20_000;

/** Fingerprints of texts. Of those that repeat each is computed once. */
export function createTextPrints(): (text: string) => Fingerprint {
  const known = new Map<string, Fingerprint>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const print = printOfText(text);
    if (known.size < MAX_KNOWN) known.set(ownCopy(text), print);
    return print;
  };
}
