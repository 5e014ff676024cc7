import { narrow, putNarrow } from '../../text/index.ts';
import { PAIRS, PAIR_BITS, blockAt, createKernel, hash, hashPair } from './kernel-memory.ts';
import { type Found, chooseWindows, splitByWidth, widthsFor } from './windows.ts';

/** Finds all needles in a text. Of a text of ASCII the bytes may be given instead, which are read faster. */
export type Scan = (source: string | Uint8Array, found: Found) => void;

/** So much is looked through at once; what is found in it fits into the kernel's memory, were it found everywhere. */
const SLICE = 1 << 16;

const ENDS = PAIRS + (1 << (PAIR_BITS - 3));
/** Of each slice the ends of windows in its first half, and in its second. */
const HALF_INDEX = SLICE / 2 + 1;
const HALF = ENDS + 4 * HALF_INDEX;
const TEXT = HALF + 4 * HALF_INDEX;

/** Wider windows skip further, but leave shorter needles to a pass of their own; the narrowest is a block. */
const WIDTHS: readonly number[] = [16, 8, 4];
const SHORTEST = 3;

/**
 * Finds many literals in one pass that skips what cannot be one: Wu and Manber, A Fast Algorithm for Multi-Pattern
 * Searching (1994), with blocks of four characters, and for each literal the window that ordinary text has least.
 *
 *     > … failed to list *v1.Pod: Get "https://…": dial tcp: i/o timeout
 *                               ▲ ends in `Pod:`: no window has that block, skip 12
 *
 * Costs one look per skip; where a window may end, its needles are compared. Characters are looked at as one byte each,
 * and compared as they are. Tables: 640 kB for each of at most three widths, and three numbers a needle; they are made
 * when they are first used. Needles shorter than three characters are refused: whoever compiles patterns demands more.
 */
export function createScanner(needles: readonly string[]): Scan {
  const short = needles.find((needle) => needle.length < SHORTEST);
  if (short !== undefined) throw new Error(`expected at least three characters, found \`${short}\``);
  let passes: readonly Scan[] | undefined;
  return (source, found) => {
    for (const pass of (passes ??= passesFor(needles))) pass(source, found);
  };
}

function passesFor(needles: readonly string[]): readonly Scan[] {
  const passes = splitByWidth(needles, widthsFor(needles, WIDTHS)).map(({ width, own }): Scan => {
    const pass = createPass(
      own.map((needle) => needles[needle] ?? ''),
      width,
    );
    return (source, found) => pass(source, (needle, at) => found(own[needle] ?? 0, at));
  });
  needles.forEach((text, needle) => {
    if (text.length === SHORTEST)
      passes.push((source, found) => each(text, source, (at) => found(needle, at)));
  });
  return passes;
}

/** Needles that are found by windows of one width. */
function createPass(needles: readonly string[], width: number): Scan {
  const kernel = createKernel();
  const memory = new Uint8Array(kernel.memory.buffer);
  const ends = new Uint32Array(kernel.memory.buffer, ENDS);
  /** By the pair of first and last block: the first entry of a chain, counted from 1. */
  const heads = new Int32Array(1 << PAIR_BITS);
  const next = new Int32Array(needles.length + 1);
  const texts = needles.map(narrow);
  const windows = chooseWindows(texts, width);

  memory.fill(width - 3, 0, PAIRS);
  windows.forEach(({ needle, offset }, index) => {
    const text = texts[needle] ?? NOTHING;
    for (let at = 0; at + 4 <= width; at++) {
      const block = hash(blockAt(text, offset + at));
      memory[block] = Math.min(memory[block] ?? 0, width - 4 - at);
    }
    const pair = hashPair(blockAt(text, offset), blockAt(text, offset + width - 4));
    const byte = PAIRS + (pair >>> 3);
    memory[byte] = (memory[byte] ?? 0) | (1 << (pair & 7));
    next[index + 1] = heads[pair] ?? 0;
    heads[pair] = index + 1;
  });

  return (source, found) => {
    for (let start = 0; start < source.length; start += SLICE) {
      const end = Math.min(start + SLICE, source.length);
      const copied = Math.max(0, start - width + 1);
      putNarrow(source, copied, end, memory, TEXT);
      const shift = TEXT - copied;

      /** Tells of the needles of which a window ends at a place of the memory. */
      const compare = (place: number): void => {
        const pair = hashPair(blockAt(memory, place - width), blockAt(memory, place - 4));
        for (let entry = heads[pair] ?? 0; entry > 0; entry = next[entry] ?? 0) {
          const own = windows[entry - 1];
          if (!own) return;
          const at = place - shift - width - own.offset;
          const stands =
            typeof source === 'string'
              ? standsIn(source, needles[own.needle] ?? '', at)
              : standIn(source, texts[own.needle] ?? NOTHING, at);
          if (stands) found(own.needle, at);
        }
      };

      const first = Math.max(copied + width, start + 1) + shift;
      const middle = (first + end + shift) >> 1;
      const counts = kernel.scan(first, middle, end + shift, width, ENDS, HALF);
      for (let index = 0; index < (counts & 0xffff); index++) compare(ends[index] ?? 0);
      for (let index = 0; index < counts >>> 16; index++) compare(ends[HALF_INDEX + index] ?? 0);
    }
  };
}

/** Where a needle that is shorter than a block stands: few are, since whoever writes patterns avoids them. */
function each(needle: string, source: string | Uint8Array, found: (at: number) => void): void {
  if (typeof source === 'string') {
    for (let at = source.indexOf(needle); at >= 0; at = source.indexOf(needle, at + 1)) found(at);
    return;
  }
  const text = narrow(needle);
  const [first = 0] = text;
  for (let at = source.indexOf(first); at >= 0; at = source.indexOf(first, at + 1))
    if (standIn(source, text, at)) found(at);
}

const NOTHING = new Uint8Array(0);

// V8 compares a slice several times as fast as it looks whether the text starts with something at a place.
const standsIn = (text: string, needle: string, at: number): boolean =>
  at >= 0 && text.slice(at, at + needle.length) === needle;

/** No needle of other characters stands in bytes of ASCII. */
function standIn(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  if (at < 0 || at + needle.length > bytes.length) return false;
  for (let index = 0; index < needle.length; index++) if (bytes[at + index] !== needle[index]) return false;
  return true;
}
