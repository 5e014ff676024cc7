import { ownCopy } from '../../text/index.ts';
import { SECOND } from './calendar.ts';
import { type ConstantMatch, matchConstants } from './match-constants.ts';

/** A line of one source, in the order of the paste. */
export interface TimedLine {
  /** 1-based. */
  readonly line: number;
  readonly source: string;
  /** See `Moment` of the clock. */
  readonly micros: number;
  readonly message: string;
}

/** A wait between two lines of one source. */
export interface Gap {
  readonly source: string;
  readonly fromLine: number;
  readonly toLine: number;
  readonly ms: number;
  /** Long against the other waits of the paste. */
  readonly isLong: boolean;
  /** What the lines beside it say that it may be, the nearest first. */
  readonly constants: readonly ConstantMatch[];
}

export interface GapFinder {
  push(line: TimedLine): void;
  /** In the order of the paste. */
  end(): Gap[];
}

/** A shorter wait is none. */
const LEAST = SECOND;
/** Of each kind: the longest, and those with a constant. */
const MAX_GAPS = 100;
/** Sources are forgotten in the order in which they came, from so many on. */
const MAX_SOURCES = 1000;
/** A gap is long from so many times the median wait on. */
const LONG = 20;
/** Of a message so much is looked at for words that hint at a constant. */
const MAX_MESSAGE = 1000;

interface Last {
  readonly line: number;
  readonly micros: number;
  readonly message: string;
}

/**
 * Finds waits in a paste: those that are long against the others, and those as long as a well-known constant of which
 * the line in front of or behind the wait speaks:
 *
 *     > I1121 09:00:00.100000 … Attempting to acquire leader lease…
 *     > E1121 09:00:30.101000 … dial tcp: i/o timeout                       30 s: client-go dial timeout
 *
 * Lines that step back in time (of processes that interleave) begin no wait. The lines may come in chunks of any size;
 * memory is bounded.
 */
export function createGapFinder(): GapFinder {
  const last = new Map<string, Last>();
  const waits = createHistogram();
  let longest: Gap[] = [];
  const named: Gap[] = [];

  const keep = (gap: Gap): void => {
    if (gap.constants.length > 0 && named.length < MAX_GAPS) {
      named.push(gap);
      return;
    }
    longest.push(gap);
    if (longest.length >= 2 * MAX_GAPS) longest = longestOf(longest);
  };

  return {
    push({ line, source, micros, message }) {
      const before = last.get(source);
      if (before && micros < before.micros) return;
      if (!before && last.size >= MAX_SOURCES) last.delete(last.keys().next().value ?? '');
      const own = ownCopy(message.slice(0, MAX_MESSAGE));
      last.set(source, { line, micros, message: own });
      if (!before) return;
      const wait = micros - before.micros;
      waits.add(wait);
      if (wait < LEAST) return;
      const isWhole = micros % SECOND === 0 && before.micros % SECOND === 0;
      const constants = matchConstants(wait / SECOND, [before.message, own], isWhole);
      keep({ source, fromLine: before.line, toLine: line, ms: wait / 1000, isLong: false, constants });
    },
    end() {
      const limit = Math.max(LEAST, LONG * waits.median()) / 1000;
      return [...named, ...longestOf(longest)]
        .map((gap) => ({ ...gap, isLong: gap.ms >= limit }))
        .filter(({ isLong, constants }) => isLong || constants.length > 0)
        .sort((a, b) => a.toLine - b.toLine);
    },
  };
}

const longestOf = (gaps: readonly Gap[]): Gap[] =>
  gaps.toSorted((a, b) => b.ms - a.ms || a.toLine - b.toLine).slice(0, MAX_GAPS);

/** Counts waits by powers of two, so that their median is known to that precision in bounded memory. */
function createHistogram(): { add(wait: number): void; median(): number } {
  const counts: number[] = [];
  let total = 0;
  return {
    add(wait) {
      const power = Math.ceil(Math.log2(wait + 1));
      counts[power] = (counts[power] ?? 0) + 1;
      total++;
    },
    median() {
      let seen = 0;
      for (let power = 0; power < counts.length; power++) {
        seen += counts[power] ?? 0;
        if (2 * seen >= total) return 2 ** power;
      }
      return 0;
    },
  };
}
