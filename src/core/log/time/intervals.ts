import { ownCopy } from '../../text/index.ts';
import { maskVariables } from '../fold/mask.ts';
import { SECOND } from './calendar.ts';
import type { TimedLine } from './gaps.ts';
import { type ConstantMatch, matchConstants } from './match-constants.ts';

/** A message that comes again at equal intervals, or at intervals that double. */
export interface Interval {
  readonly kind: 'regular' | 'doubling';
  readonly source: string;
  /** The message with its variables masked. */
  readonly template: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly times: number;
  /** The mean interval; of doubling ones, the last. */
  readonly ms: number;
  readonly constants: readonly ConstantMatch[];
}

export interface IntervalFinder {
  push(line: TimedLine): void;
  /** In the order of their first lines. */
  end(): Interval[];
}

interface Series {
  readonly source: string;
  readonly template: string;
  readonly sample: string;
  readonly firstLine: number;
  lastLine: number;
  last: number;
  /** Intervals seen, the shortest, the longest, and the one before this. */
  count: number;
  sum: number;
  least: number;
  most: number;
  previous: number;
  doublings: number;
}

const MAX_SERIES = 500;
/** So many intervals make a rhythm. */
const MIN_REGULAR = 3;
const MIN_DOUBLINGS = 3;
/** Intervals are equal if they differ by less than this share of their mean, or by half a second. */
const SPREAD = 0.15;

/**
 * Finds messages that come back in a rhythm: a retry every 10 s, a back-off of 10, 20, 40, 80 s. Lines of one message in
 * one second count as one. The first 500 messages are followed.
 */
export function createIntervalFinder(): IntervalFinder {
  const all = new Map<string, Series>();
  return {
    push({ line, source, micros, message }) {
      const template = maskVariables(message);
      const key = `${source}\n${template}`;
      const series = all.get(key);
      if (series) extend(series, line, micros);
      else if (all.size < MAX_SERIES) all.set(key, start(source, template, message, line, micros));
    },
    end: () => [...all.values()].flatMap((series) => intervalOf(series) ?? []),
  };
}

const start = (source: string, template: string, message: string, line: number, micros: number): Series => ({
  source,
  template: ownCopy(template),
  sample: ownCopy(message.slice(0, 1000)),
  firstLine: line,
  lastLine: line,
  last: micros,
  count: 0,
  sum: 0,
  least: Infinity,
  most: 0,
  previous: 0,
  doublings: 0,
});

function extend(series: Series, line: number, micros: number): void {
  const wait = micros - series.last;
  if (wait < SECOND) return;
  const ratio = series.previous > 0 ? wait / series.previous : 0;
  if (ratio > 1.8 && ratio < 2.2) series.doublings++;
  series.count++;
  series.sum += wait;
  series.least = Math.min(series.least, wait);
  series.most = Math.max(series.most, wait);
  series.previous = wait;
  series.last = micros;
  series.lastLine = line;
}

function intervalOf(series: Series): Interval | undefined {
  const { count, sum, least, most, doublings, sample, source, template, firstLine, lastLine } = series;
  const mean = sum / count;
  const isRegular = count >= MIN_REGULAR && most - least <= Math.max(SECOND / 2, mean * SPREAD);
  const isDoubling = doublings >= MIN_DOUBLINGS;
  if (!isRegular && !isDoubling) return undefined;
  const wait = isRegular ? mean : series.previous;
  return {
    kind: isRegular ? 'regular' : 'doubling',
    source,
    template,
    firstLine,
    lastLine,
    times: count + 1,
    ms: wait / 1000,
    constants: matchConstants(wait / SECOND, [sample]),
  };
}
