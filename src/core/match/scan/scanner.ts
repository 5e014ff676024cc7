import { type ByteScan, createByteScanner } from './byte-scanner.ts';
import {
  BLOCKS,
  type Found,
  blockAt,
  blockOf,
  chooseWindows,
  pairOf,
  splitByWidth,
  widthsFor,
} from './windows.ts';

export interface Scanner {
  /** Finds all needles that stand wholly in `text[from, to)`. */
  readonly scan: TextScan;
  /** The same in the bytes of a text, all of them ASCII: goes faster. `undefined` where WebAssembly is not to be had. */
  readonly scanBytes: () => ByteScan | undefined;
}

type TextScan = (text: string, from: number, to: number, found: Found) => void;

/** Wider windows skip further, but leave shorter needles to a pass of their own. */
const WIDTHS: readonly number[] = [16, 8, 3];

/**
 * Finds many literals in one pass that skips what cannot be one: Wu and Manber, A Fast Algorithm for Multi-Pattern
 * Searching (1994), with blocks of three characters, and for each literal the window that ordinary text has least.
 *
 *     > … failed to list *v1.Pod: Get "https://…": dial tcp: i/o timeout
 *                              ▲ ends in `Pod`: no window has that block, skip 10
 *
 * Costs one look per skip; where a window may end, its needles are compared. Tables: 1.3 MiB for each of at most three
 * widths, as much again for bytes, and three numbers a needle; they are made when they are first used. Needles shorter
 * than three characters are refused: whoever compiles patterns demands more.
 */
export function createScanner(needles: readonly string[]): Scanner {
  const short = needles.find((needle) => needle.length < 3);
  if (short !== undefined) throw new Error(`expected at least three characters, found \`${short}\``);
  let passes: readonly TextScan[] | undefined;
  let overBytes: { readonly scan: ByteScan | undefined } | undefined;
  return {
    scan: (text, from, to, found) => {
      for (const pass of (passes ??= passesOverText(needles))) pass(text, from, to, found);
    },
    scanBytes: () => (overBytes ??= { scan: createByteScanner(needles) }).scan,
  };
}

function passesOverText(needles: readonly string[]): readonly TextScan[] {
  return splitByWidth(needles, widthsFor(needles, WIDTHS)).map(({ width, own }) =>
    createGroup(needles, own, width),
  );
}

/** Needles that are found by windows of one width. */
function createGroup(needles: readonly string[], own: readonly number[], width: number): TextScan {
  const skips = new Uint8Array(BLOCKS).fill(width - 2);
  /** By the pair of first and last block: the first entry of a chain, counted from 1. */
  const heads = new Int32Array(BLOCKS);
  const next = new Int32Array(own.length + 1);
  const windows = chooseWindows(
    own.map((needle) => needles[needle] ?? ''),
    width,
  ).map(({ needle, offset }) => ({
    needle: own[needle] ?? 0,
    text: needles[own[needle] ?? 0] ?? '',
    offset,
  }));
  windows.forEach(({ text, offset }, index) => {
    for (let at = 0; at + 3 <= width; at++) {
      const block = blockAt(text, offset + at);
      skips[block] = Math.min(skips[block] ?? 0, width - 3 - at);
    }
    const pair = pairOf(blockAt(text, offset), blockAt(text, offset + width - 3));
    next[index + 1] = heads[pair] ?? 0;
    heads[pair] = index + 1;
  });

  return (text, from, to, found) => {
    let end = from + width - 1;
    while (end < to) {
      const block = blockOf(text.charCodeAt(end - 2), text.charCodeAt(end - 1), text.charCodeAt(end));
      const skip = skips[block] ?? 1;
      if (skip > 0) {
        end += skip;
        continue;
      }
      const start = end - width + 1;
      const pair = pairOf(blockAt(text, start), block);
      for (let entry = heads[pair] ?? 0; entry > 0; entry = next[entry] ?? 0) {
        const literal = windows[entry - 1];
        const at = start - (literal?.offset ?? 0);
        if (!literal || at < from || at + literal.text.length > to || !text.startsWith(literal.text, at))
          continue;
        found(literal.needle, at);
      }
      end++;
    }
  };
}
