import type { ClockTime } from '../header.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  inYear,
  isDated,
  isLeapDay,
  isLeapYear,
  startOfYear,
  withinDay,
} from './calendar.ts';
import { createZones } from './zones.ts';

/** When a line was printed. */
export interface Moment {
  /**
   * Microseconds on the clock of the line's source: differences between lines of one source are true, even while its
   * year and zone are unknown. Those of other sources may be off by whole zones and years.
   */
  readonly micros: number;
  /**
   * The same on one axis for all sources: which of two readings is the earlier one, as far as their years and zones are
   * known.
   */
  readonly common: number;
  /** Microseconds since 1970 in UTC, where year and zone are known by now. */
  readonly utc?: number;
}

export interface Clock {
  /**
   * Reads the time of the next line of a source. `stamp` is what a wrapper printed beside it (CRI, journald): it names
   * the year, and the source's zone by the difference of the two. `undefined` if the line has no time at all.
   */
  read(source: string, time: ClockTime | undefined, stamp?: ClockTime): Moment | undefined;
  /** Minutes east of UTC of a source whose lines name no zone, as far as stamps told it. */
  zoneOf(source: string): number | undefined;
  /** The same of every source. */
  zones(): ReadonlyMap<string, number>;
}

/** Lines of several processes interleave, and files are pasted in any order: so far back is no turn of the year. */
const BACK_IN_YEAR = 31 * DAY;
/** The same for a time of day without a date. */
const BACK_IN_DAY = HOUR;
/** What a clock may run ahead of the reference: the zones of both are unknown. */
const AHEAD = DAY;
/** A clock that was never set tells no other the year: `1970-01-01T00:00:00Z`. */
const EARLIEST_YEAR = 2000;
/** Stands for the year while none is known. */
const ASSUMED_YEAR = 2001;

/**
 * Makes one time line of the readings of a paste. What a reading lacks is taken from those in front of it:
 *
 *     > I1231 23:59:58.000001 …    no year, no zone: klog
 *     > I0101 00:00:03.000001 …    so this is in the next year
 *     > 00:00:04 …                 no date: the same day, or the next one
 *
 * A year is chosen so that time goes on, and back at most a month. With a reference (when the paste was captured) the
 * first reading is in the last year that does not lie behind it; 29 February is in a leap year. While no year is known,
 * a difference across the end of February may be one day short. It holds one number a source and never asks what time
 * it is now.
 */
export function createClock(reference?: ClockTime): Clock {
  const zones = createZones();
  /** The last moment of a reading with a date, on the common axis: real, or of an assumed year. */
  let last: number | undefined;
  let lastYear = ASSUMED_YEAR;
  let isYearKnown = false;
  /** What is added to the moments of readings without a year, so that they go on when their year is learned. */
  let bias = 0;

  if (reference?.year !== undefined && isDated(reference)) {
    last = inYear(reference, reference.year) + AHEAD;
    lastYear = reference.year;
    isYearKnown = true;
  }
  let isFirst = last !== undefined;

  const rebase = (year: number): void => {
    const move = startOfYear(lastYear) - startOfYear(year);
    bias += move;
    if (last !== undefined) last -= move;
    lastYear = year;
  };

  const learnYear = (real: number, year: number): void => {
    if (!isYearKnown && last !== undefined) {
      const within = last - startOfYear(lastYear);
      const years = [year - 1, year, year + 1];
      rebase(nearest(years, (candidate) => Math.abs(startOfYear(candidate) + within - real)));
    }
    isYearKnown = true;
    isFirst = false;
    last = real;
    lastYear = year;
  };

  const guessYear = (time: ClockTime): number => {
    if (last === undefined) return isLeapDay(time) ? 2004 : lastYear;
    const isNear = Math.abs(inYear(time, lastYear) - last) < BACK_IN_YEAR;
    if (isNear && !isFirst && !isLeapDay(time)) return lastYear;
    const from = isFirst ? lastYear - 8 : lastYear - 1;
    const candidates: number[] = [];
    for (let year = from; year <= lastYear + 8; year++) {
      if (!isLeapDay(time) || isLeapYear(year)) candidates.push(year);
    }
    const [reached, before] = [last, isFirst];
    return nearest(candidates, (year) => {
      const ahead = inYear(time, year) - reached;
      if (before) return ahead <= 0 ? -ahead : Infinity;
      return ahead >= -BACK_IN_YEAR ? Math.abs(ahead) : Infinity;
    });
  };

  /** While the year is only assumed, it can still be made one that has the 29 February that comes next. */
  const assumeLeapYear = (time: ClockTime): void => {
    if (isYearKnown || last === undefined) return;
    const turns = inYear(time, lastYear) < last - BACK_IN_YEAR ? 1 : 0;
    let year = lastYear;
    while (!isLeapYear(year + turns)) year++;
    rebase(year);
  };

  /** On the common axis, in the zone of the reading. */
  const place = (time: ClockTime): number => {
    if (time.year !== undefined && isDated(time)) {
      const real = inYear(time, time.year);
      if (time.year >= EARLIEST_YEAR) learnYear(real, time.year);
      return real;
    }
    if (isDated(time)) {
      if (isLeapDay(time)) assumeLeapYear(time);
      lastYear = guessYear(time);
      isFirst = false;
      last = inYear(time, lastYear);
    } else last = onDayOf(last ?? startOfYear(lastYear), withinDay(time));
    return last;
  };

  const hasYear = ({ year }: ClockTime): boolean => isYearKnown || year !== undefined;

  /** A reading that tells the year has told it by now, and stands on the axis of those that do not. */
  const biasOf = ({ year }: ClockTime): number => (year !== undefined && year < EARLIEST_YEAR ? 0 : bias);

  return {
    read(source, time, stamp) {
      const stamped = stamp && place(stamp) - (stamp.offset ?? 0) * MINUTE;
      if (time === undefined) {
        if (stamped === undefined) return undefined;
        // Beside lines of the same source that show the time of its zone.
        const micros = stamped + (zones.of(source) ?? 0) * MINUTE + bias;
        return {
          micros,
          common: stamped + bias,
          ...(stamp?.offset !== undefined && hasYear(stamp) ? { utc: stamped } : {}),
        };
      }
      const shown = place(time);
      if (stamped !== undefined && stamp?.offset !== undefined && time.offset === undefined) {
        zones.learn(source, shown - stamped);
      }
      const zone = time.offset ?? zones.of(source);
      const utc = zone === undefined || !hasYear(time) ? undefined : shown - zone * MINUTE;
      const micros = shown - (time.offset ?? 0) * MINUTE + biasOf(time);
      return { micros, common: shown - (zone ?? 0) * MINUTE + bias, ...(utc === undefined ? {} : { utc }) };
    },
    zoneOf: zones.of,
    zones: zones.all,
  };
}

/** A time of day in the days around a moment: the next one if it went back, unless by little. */
function onDayOf(moment: number, time: number): number {
  const today = Math.floor(moment / DAY) * DAY + time;
  const behind = moment - today;
  if (behind > BACK_IN_DAY) return today + DAY;
  return behind < BACK_IN_DAY - DAY ? today - DAY : today;
}

/** The candidate that costs least, the first of equals. */
function nearest(candidates: readonly number[], cost: (candidate: number) => number): number {
  return candidates.reduce(
    (best, next) => (cost(next) < cost(best) ? next : best),
    candidates[0] ?? ASSUMED_YEAR,
  );
}
