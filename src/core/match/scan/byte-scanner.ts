import { type WithMemory, instantiate } from '../../text/index.ts';
import { KERNEL } from './kernel.ts';
import { type Found, chooseWindows, splitByWidth, widthsFor } from './windows.ts';

/** So much is looked through at once; what is found in it fits into the kernel's memory, were it found everywhere. */
const SLICE = 1 << 16;

const SKIP_BITS = 18;
const PAIR_BITS = 17;
const PAIRS = 1 << SKIP_BITS;
const ENDS = PAIRS + (1 << (PAIR_BITS - 3));
/** Of each slice the ends of windows in its first half, and in its second. */
const HALF_INDEX = SLICE / 2 + 1;
const HALF = ENDS + 4 * HALF_INDEX;
const TEXT = HALF + 4 * HALF_INDEX;
const FACTOR = 0x9e3779b1;

/** Wider windows skip further; the narrowest is a block. */
const WIDTHS: readonly number[] = [16, 8, 4];

/** Finds all needles that stand wholly in `bytes[from, to)`; the bytes are ASCII. */
export type ByteScan = (bytes: Uint8Array, from: number, to: number, found: Found) => void;

/**
 * Wu and Manber's search as in scanner.ts, over bytes of ASCII and with blocks of four: in WebAssembly, which reads four bytes
 * at once, a look costs a third of what it does over characters. Tables: 1.3 MiB for each of three widths, and 300 KiB for
 * what is found. `undefined` where WebAssembly is not to be had.
 */
export function createByteScanner(needles: readonly string[]): ByteScan | undefined {
  // In bytes of ASCII no other needle stands.
  const texts = needles.map((needle) => (isAscii(needle) ? needle : ''));
  const passes: ByteScan[] = [];
  for (const { width, own } of splitByWidth(texts, widthsFor(texts, WIDTHS))) {
    const kernel = instantiate<Kernel>(KERNEL);
    if (!kernel) return undefined;
    const pass = createPass(
      kernel,
      own.map((needle) => texts[needle] ?? ''),
      width,
    );
    passes.push((bytes, from, to, found) => {
      pass(bytes, from, to, (needle, at) => found(own[needle] ?? 0, at));
    });
  }
  texts.forEach((text, needle) => {
    if (text.length === 3)
      passes.push((bytes, from, to, found) => each(text, bytes, from, to, (at) => found(needle, at)));
  });
  return (bytes, from, to, found) => {
    for (const pass of passes) pass(bytes, from, to, found);
  };
}

interface Kernel extends WithMemory {
  readonly scan: (x: number, middle: number, to: number, width: number, xOut: number, yOut: number) => number;
}

/** Needles that are found by windows of one width. */
function createPass(kernel: Kernel, needles: readonly string[], width: number): ByteScan {
  const memory = new Uint8Array(kernel.memory.buffer);
  const ends = new Uint32Array(kernel.memory.buffer, ENDS);
  /** By the pair of first and last block: the first entry of a chain, counted from 1. */
  const heads = new Int32Array(1 << PAIR_BITS);
  const next = new Int32Array(needles.length + 1);
  const windows = chooseWindows(needles, width);
  const texts = needles.map(bytesOf);

  memory.fill(width - 3, 0, PAIRS);
  windows.forEach(({ needle, offset }, index) => {
    const text = texts[needle] ?? NOTHING;
    for (let at = 0; at + 4 <= width; at++) {
      const block = hash(blockAt(text, offset + at));
      memory[block] = Math.min(memory[block] ?? 0, width - 4 - at);
    }
    const last = blockAt(text, offset + width - 4);
    const pair = hashPair(blockAt(text, offset), last);
    const byte = PAIRS + (pair >>> 3);
    memory[byte] = (memory[byte] ?? 0) | (1 << (pair & 7));
    next[index + 1] = heads[pair] ?? 0;
    heads[pair] = index + 1;
  });

  return (bytes, from, to, found) => {
    /** Tells of the needles of which a window ends at a place. */
    const compare = (end: number): void => {
      const pair = hashPair(blockAt(bytes, end - width), blockAt(bytes, end - 4));
      for (let entry = heads[pair] ?? 0; entry > 0; entry = next[entry] ?? 0) {
        const own = windows[entry - 1];
        const text = texts[own?.needle ?? 0] ?? NOTHING;
        const at = end - width - (own?.offset ?? 0);
        if (own && at >= from && at + text.length <= to && stands(bytes, text, at)) found(own.needle, at);
      }
    };

    for (let start = from; start < to; start += SLICE) {
      const end = Math.min(start + SLICE, to);
      const copied = Math.max(from, start - width + 1);
      memory.set(bytes.subarray(copied, end), TEXT);
      const shift = TEXT - copied;
      const first = Math.max(copied + width, start + 1) + shift;
      const middle = (first + end + shift) >> 1;
      const counts = kernel.scan(first, middle, end + shift, width, ENDS, HALF);
      for (let index = 0; index < (counts & 0xffff); index++) compare((ends[index] ?? 0) - shift);
      for (let index = 0; index < counts >>> 16; index++) compare((ends[HALF_INDEX + index] ?? 0) - shift);
    }
  };
}

/** Where a needle that is shorter than a block stands: few are, since whoever writes patterns avoids them. */
function each(
  needle: string,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (at: number) => void,
): void {
  const text = bytesOf(needle);
  const [first = 0] = text;
  for (
    let at = bytes.indexOf(first, from);
    at >= 0 && at + text.length <= to;
    at = bytes.indexOf(first, at + 1)
  )
    if (stands(bytes, text, at)) found(at);
}

const NOTHING = new Uint8Array(0);

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

const hash = (block: number): number => Math.imul(block, FACTOR) >>> (32 - SKIP_BITS);

const hashPair = (first: number, last: number): number =>
  Math.imul(Math.imul(first, FACTOR) ^ last, FACTOR) >>> (32 - PAIR_BITS);

const blockAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

function stands(bytes: Uint8Array, text: Uint8Array, at: number): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}
