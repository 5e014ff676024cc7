import { CODE, isHex } from '../text/index.ts';
import { type Fingerprint, addWord, createFingerprint } from './fingerprint.ts';

/** What the arguments of a goroutine's calls come to, one call after the other. */
export interface ArgumentPrints {
  /** Everything but the addresses, which all look the same. */
  readonly constants: Fingerprint;
  /** The addresses, in order. */
  readonly pointers: Fingerprint;
  /** The addresses, each once. */
  readonly addresses: number[];
}

export const createArgumentPrints = (): ArgumentPrints => ({
  constants: createFingerprint(),
  pointers: createFingerprint(),
  addresses: [],
});

/** Below the first 64 kB nothing is mapped; the user's half of a 64-bit address space has 48 bits at most. */
const LOWEST = 0x1_0000;
const HIGHEST_HALF = 0xffff;

/** As many addresses of one goroutine are looked at. */
const MAX_ADDRESSES = 64;

/** Words that no character of an argument makes. */
const END = 0x1_0000;
const ADDRESS = 0x1_0001;
const STALE = 0x1_0002;

const ZERO = 48;
const X = 120;
const QUESTION = 63;

/** Beside the digits of hexadecimal numbers, whose kind is their value, these stand between a call's parentheses. */
const WORD = 16;
const SEPARATOR = 17;
const OTHER = 18;
const KINDS = new Uint8Array(65_536).fill(OTHER);
for (let code = 0; code < 128; code++) {
  if (isHex(code)) KINDS[code] = code <= 57 ? code - 48 : (code | 32) - 87;
}
for (const character of 'x?{}_.') KINDS[character.charCodeAt(0)] = WORD;
KINDS[CODE.space] = SEPARATOR;
KINDS[CODE.comma] = SEPARATOR;

/** The kinds of the first 256, for whoever reads bytes: what is none of ASCII is never plain. */
export const ARGUMENT_KINDS = KINDS.slice(0, 256);

/**
 * Reads what stands between a call's parentheses: `0xc000123400, {0x1a2b3c0, 0x12}, 0x39?, ...`. Tells whether there is
 * nothing but what the runtime prints there.
 *
 * Arguments are printed without their types, so an address is told by its size alone; a long duration looks the same.
 * A value with `?` is whatever the register last held (Go 1.17 and up), so it tells no call from another.
 * Source: Go `src/runtime/traceback.go` printArgs.
 */
export function readArguments(
  text: string,
  from: number,
  to: number,
  { constants, pointers, addresses }: ArgumentPrints,
): boolean {
  let { left, right } = constants;
  let isPlain = true;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    at++;
    let word = code;
    if (code !== ZERO || at >= to || text.charCodeAt(at) !== X) {
      const kind = KINDS[code] ?? OTHER;
      if (kind === SEPARATOR) continue;
      if (kind === OTHER) isPlain = false;
    } else {
      let high = 0;
      let low = 0;
      for (at++; at < to; at++) {
        const digit = KINDS[text.charCodeAt(at)] ?? OTHER;
        if (digit >= WORD) break;
        high = (high << 4) | (low >>> 28);
        low = (low << 4) | digit;
      }
      if (at < to && text.charCodeAt(at) === QUESTION) {
        at++;
        word = STALE;
      } else if (high >>> 0 > HIGHEST_HALF || (high === 0 && low >>> 0 < LOWEST)) {
        left = Math.imul(((left << 5) | (left >>> 27)) ^ high, 0x9e37_79b1);
        right = Math.imul(((right << 13) | (right >>> 19)) ^ high, 0x7f4a_7c17);
        word = low;
      } else {
        word = ADDRESS;
        addWord(pointers, high);
        addWord(pointers, low);
        const address = high * 0x1_0000_0000 + (low >>> 0);
        if (addresses.length < MAX_ADDRESSES && !addresses.includes(address)) addresses.push(address);
      }
    }
    left = Math.imul(((left << 5) | (left >>> 27)) ^ word, 0x9e37_79b1);
    right = Math.imul(((right << 13) | (right >>> 19)) ^ word, 0x7f4a_7c17);
  }
  constants.left = left;
  constants.right = right;
  addWord(constants, END);
  return isPlain;
}
