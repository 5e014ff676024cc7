import { CODE, isHex } from '../text/index.ts';
import { type Fingerprint, addWord } from './fingerprint.ts';

/** What the arguments of a goroutine's calls come to, one call after the other. */
export interface ArgumentPrints {
  /** Everything but the addresses, which all look the same. */
  readonly constants: Fingerprint;
  /** The addresses, in order. */
  readonly pointers: Fingerprint;
  /** The addresses, each once. */
  readonly addresses: number[];
}

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

/**
 * Reads what stands between a call's parentheses: `0xc000123400, {0x1a2b3c0, 0x12}, 0x39?, ...`.
 *
 * Arguments are printed without their types, so an address is told by its size alone; a long duration looks the same.
 * A value with `?` is whatever the register last held (Go 1.17 and up), so it tells no call from another.
 * Source: Go `src/runtime/traceback.go` printArgs.
 */
export function readArguments(args: string, { constants, pointers, addresses }: ArgumentPrints): void {
  let at = 0;
  while (at < args.length) {
    const code = args.charCodeAt(at);
    if (code !== ZERO || args.charCodeAt(at + 1) !== X) {
      if (code !== CODE.space && code !== CODE.comma) addWord(constants, code);
      at++;
      continue;
    }
    let high = 0;
    let low = 0;
    for (at += 2; at < args.length; at++) {
      const digit = args.charCodeAt(at);
      if (!isHex(digit)) break;
      high = (high << 4) | (low >>> 28);
      low = (low << 4) | (digit <= 57 ? digit - 48 : (digit | 32) - 87);
    }
    if (args.charCodeAt(at) === QUESTION) {
      at++;
      addWord(constants, STALE);
    } else if (high >>> 0 > HIGHEST_HALF || (high === 0 && low >>> 0 < LOWEST)) {
      addWord(constants, high);
      addWord(constants, low);
    } else {
      addWord(constants, ADDRESS);
      addWord(pointers, high);
      addWord(pointers, low);
      const address = high * 0x1_0000_0000 + (low >>> 0);
      if (addresses.length < MAX_ADDRESSES && !addresses.includes(address)) addresses.push(address);
    }
  }
  addWord(constants, END);
}
