import { type WithMemory, PAGE, instantiate } from '../../text/index.ts';
import { KERNEL } from './kernel.ts';

/** The inner loop, and what it works on: kernel.wat says how its memory is laid out. */
interface Kernel extends WithMemory {
  /**
   * Writes where windows may end: those that end in `[x, middle]` behind `xOut`, those in `(middle, to]` behind `yOut`, each as
   * four bytes. Gives how many each, the latter in the upper half.
   */
  readonly scan: (x: number, middle: number, to: number, width: number, xOut: number, yOut: number) => number;
}

const SKIP_BITS = 18;
export const PAIR_BITS = 17;
/** Behind the skips. */
export const PAIRS = 1 << SKIP_BITS;
const FACTOR = 0x9e3779b1;
const PAGES = 10;

export const hash = (block: number): number => Math.imul(block, FACTOR) >>> (32 - SKIP_BITS);

export const hashPair = (first: number, last: number): number =>
  Math.imul(Math.imul(first, FACTOR) ^ last, FACTOR) >>> (32 - PAIR_BITS);

/** Four bytes as a number. */
export const blockAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

/** In WebAssembly, which reads four bytes at once; where it is not to be had, the same in JavaScript takes three times as long. */
export const createKernel = (): Kernel => instantiate<Kernel>(KERNEL) ?? createScriptKernel();

function createScriptKernel(): Kernel {
  const buffer = new ArrayBuffer(PAGES * PAGE);
  const memory = new Uint8Array(buffer);
  const numbers = new Uint32Array(buffer);

  /** Writes the ends of windows in `[from, to]`, and gives how many. */
  const look = (from: number, to: number, width: number, out: number): number => {
    let count = 0;
    let end = from;
    while (end <= to) {
      const last = blockAt(memory, end - 4);
      const skip = memory[hash(last)] ?? 0;
      if (skip === 0) {
        const pair = hashPair(blockAt(memory, end - width), last);
        if (((memory[PAIRS + (pair >>> 3)] ?? 0) >>> (pair & 7)) & 1) numbers[(out >>> 2) + count++] = end;
      }
      end += skip || 1;
    }
    return count;
  };

  return {
    memory: { buffer },
    scan: (x, middle, to, width, xOut, yOut) =>
      look(x, middle, width, xOut) | (look(middle + 1, to, width, yOut) << 16),
  };
}
