import { PAGE, type WithMemory, instantiate, putNarrow } from '../../../text/index.ts';
import type { Severity } from '../../header.ts';
import { KERNEL } from './kernel.ts';

/**
 * Lines whose header stands exactly as klog prints it. They are asked for by their index; places are those of the text.
 * Numbers, and not an object a line: that would cost more than the reading.
 */
export interface ExactLines {
  /** Takes a text to be looked at, or its bytes if they are ASCII, which is faster; what was read of others is gone. */
  enter(text: string | Uint8Array): void;
  /** Reads lines from a place on as long as they are exact: how many. The place must lie behind the lines read before. */
  read(from: number): number;
  /** Who speaks in them: the stream of a container's log file, or nobody that is named. */
  source(): string;
  /** Where the next line starts. */
  next(index: number): number;
  /** Where its header starts, behind what a container's log or `kubectl --timestamps` puts in front. */
  start(index: number): number;
  severity(index: number): Severity;
  /** The {@link placeHash} of its source. */
  place(index: number): number;
  /** Where the first `&` stands; -1 if there is none. */
  entity(index: number): number;
}

interface Kernel extends WithMemory {
  readonly lines: (from: number, to: number, out: number) => number;
}

/** So much is looked at together. */
const PART = 1 << 18;
/** The kernel looks a few bytes in front of the text, and a few behind. */
const TEXT = 64;
const SLACK = 64;
const OUT = TEXT + PART + SLACK;
/** Numbers that the kernel writes of each line, of four bytes each. */
const NUMBERS = 5;
/** No exact line is shorter, so that there are no more of them than this leaves room for; and none is longer. */
const SHORTEST = 40;
const LONGEST = 4_096;
const PAGES = Math.ceil((OUT + (PART / SHORTEST + 1) * NUMBERS * 4) / PAGE);

/**
 * Reads lines of klog that are exactly as it prints them, with `%c%02d%02d %02d:%02d:%02d.%06d %7d %s:%d]`, and that nothing is
 * to be read out of but the header: of ASCII, no escapes, no colours, not cut at the end, no longer than 4,096 bytes. They may stand
 * behind a prefix:
 *
 *     > 2026-11-21T08:18:33.966400123Z I1121 …
 *     > 2026-11-21T08:18:33.966400123+01:00 stderr F I1121 …
 *       ^ nine digits, as kubectl and CRI print it     ^
 *
 * In WebAssembly, which looks at sixteen bytes at once, a line costs a fiftieth of what the readers of all lines take
 * (klog/header.ts, wrap/timestamp.ts and wrap/cri.ts, which read these and others). `undefined` where it is not to be had.
 */
export function createExactLines(): ExactLines | undefined {
  const kernel = instantiate<Kernel>(KERNEL, PAGES);
  if (!kernel) return undefined;
  const memory = new Uint8Array(kernel.memory.buffer);
  const numbers = new Int32Array(kernel.memory.buffer, OUT);
  let text: string | Uint8Array = '';
  /** The part of the text that stands in memory, and what is added to its places there. */
  let from = 0;
  let to = 0;
  let shift = TEXT;
  /** Where the first line of those that were read starts. */
  let first = 0;

  const load = (start: number): void => {
    from = start;
    to = Math.min(start + PART, text.length);
    shift = TEXT - start;
    putNarrow(text, from, to, memory, TEXT);
  };

  return {
    enter(next) {
      text = next;
      from = 0;
      to = 0;
    },
    read(start) {
      first = start;
      if (start < from || (start + LONGEST >= to && to < text.length)) load(start);
      return kernel.lines(start + shift, to + shift, OUT);
    },
    source() {
      const start = numbers[1] ?? 0;
      if (start - shift === first || memory[start - 2] !== FULL) return '';
      return memory[start - 6] === LETTER_O ? 'stdout' : 'stderr';
    },
    next: (index) => (numbers[index * NUMBERS] ?? 0) - shift,
    start: (index) => (numbers[index * NUMBERS + 1] ?? 0) - shift,
    place: (index) => (numbers[index * NUMBERS + 2] ?? 0) >>> 0,
    severity: (index) => SEVERITIES[numbers[index * NUMBERS + 3] ?? 0] ?? 'info',
    entity(index) {
      const at = numbers[index * NUMBERS + 4] ?? 0;
      return at === 0 ? -1 : at - shift;
    },
  };
}

const FULL = 0x46;
const LETTER_O = 0x6f;

const SEVERITIES: Severity[] = [];
SEVERITIES[0x49] = 'info';
SEVERITIES[0x57] = 'warning';
SEVERITIES[0x45] = 'error';
SEVERITIES[0x46] = 'fatal';
