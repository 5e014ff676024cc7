import { CODE, type Span, isBlank, isDigit, isLetter, isUpper } from '../text/index.ts';
import { type Clock, readClock, readZone } from './clock-digits.ts';
import type { ClockTime } from './header.ts';

/** A time at its place in a line, zone included. */
export interface Stamp extends Span {
  readonly time: ClockTime;
}

/**
 * Reads the date and time at `from`, in the forms that loggers print:
 *
 *     > 2026-11-21T08:18:33.123456Z    RFC 3339, also with a blank for `T`, a comma in front of the fraction, `+0100`
 *     > 2026/11/21 08:18:33            Go's log, nginx; `26/11/21 08:18:33`: Spark
 *     > 20261121 08:18:33.123          also without colons
 *     > 21/Nov/2026:08:18:33 +0000     access logs; `21-Nov-2026 08:18:33`: Tomcat, PHP
 *     > 21 Nov 2026 08:18:33.123       Redis, also without a year
 *     > Nov 21 08:18:33                syslog; `Nov 21, 2026 8:18:33 AM`: java.util.logging
 *     > Sat Nov 21 08:18:33.123456 2026
 *     > 08:18:33.123
 *
 * `undefined` if no time of the day stands there, or one with a letter or digit glued to it.
 */
export function readTimestamp(line: string, from: number): Stamp | undefined {
  const code = line.charCodeAt(from);
  const stamp = isDigit(code)
    ? readFromDigit(line, from)
    : isUpper(code)
      ? readFromLetter(line, from)
      : undefined;
  if (!stamp) return undefined;
  const next = line.charCodeAt(stamp.to);
  return isDigit(next) || isLetter(next) ? undefined : stamp;
}

/** The timestamp that a line starts with, or that stands in a bracket at its start. */
export function leadingStamp(line: string): Stamp | undefined {
  return readTimestamp(line, line.charCodeAt(0) === CODE.openBracket ? 1 : 0);
}

interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly to: number;
}

function readFromDigit(line: string, from: number): Stamp | undefined {
  let at = from;
  while (at < from + 9 && isDigit(line.charCodeAt(at))) at++;
  const mark = line.charCodeAt(at);
  switch (at - from) {
    case 1:
      return isBlank(mark) ? joined(line, from, dayThenMonth(line, from, at)) : undefined;
    case 2:
      if (mark === CODE.colon) return joined(line, from, undefined);
      if (mark === CODE.slash && isDigit(line.charCodeAt(at + 1))) {
        return joined(line, from, numbered(line, from, 2, mark));
      }
      return joined(line, from, dayThenMonth(line, from, at));
    case 4:
      return mark === CODE.minus || mark === CODE.slash || mark === CODE.dot
        ? joined(line, from, numbered(line, from, 4, mark))
        : undefined;
    case 8:
      return joined(line, from, compact(line, from));
    default:
      return undefined;
  }
}

/** `2026-11-21`, `2026/11/21`, `26/11/21` */
function numbered(line: string, from: number, yearDigits: 2 | 4, mark: number): Day | undefined {
  const year = digits(line, from, yearDigits);
  const monthAt = from + yearDigits + 1;
  if (line.charCodeAt(monthAt + 2) !== mark) return undefined;
  return dayOf(
    yearDigits === 2 ? 2000 + year : year,
    digits(line, monthAt, 2),
    digits(line, monthAt + 3, 2),
    monthAt + 5,
  );
}

/** `20261121` */
const compact = (line: string, from: number): Day | undefined =>
  dayOf(digits(line, from, 4), digits(line, from + 4, 2), digits(line, from + 6, 2), from + 8);

/** `21/Nov/2026`, `21-Nov-2026`, `21 Nov 2026`, `21 Nov` */
function dayThenMonth(line: string, from: number, markAt: number): Day | undefined {
  const month = monthAt(line, markAt + 1);
  const mark = line.charCodeAt(markAt);
  if (month === 0 || (mark !== CODE.slash && mark !== CODE.minus && !isBlank(mark))) return undefined;
  const day = digits(line, from, markAt - from);
  if (line.charCodeAt(markAt + 4) !== mark) return undefined;
  const year = digits(line, markAt + 5, 4);
  if (year >= 0) return dayOf(year, month, day, markAt + 9);
  return isBlank(mark) ? dayOf(undefined, month, day, markAt + 4) : undefined;
}

/** `Nov 21`, `Nov  3`, `Nov 21 2026`, `Nov 21, 2026`, each behind a weekday or not, the year also behind the clock. */
function readFromLetter(line: string, from: number): Stamp | undefined {
  if (NAME_STARTS[line.charCodeAt(from) & 31] === 0) return undefined;
  let at = from;
  if (isWeekday(line, at)) {
    at += line.charCodeAt(at + 3) === CODE.comma ? 5 : 4;
    // `Sat, 21 Nov 2026 08:18:33 GMT`
    if (isDigit(line.charCodeAt(at))) return readFromDigit(line, at);
  }
  const month = monthAt(line, at);
  if (month === 0 || (!isBlank(line.charCodeAt(at + 3)) && line.charCodeAt(at + 3) !== CODE.minus)) {
    return undefined;
  }
  at += 4;
  if (isBlank(line.charCodeAt(at))) at++;
  const width = isDigit(line.charCodeAt(at + 1)) ? 2 : 1;
  const day = digits(line, at, width);
  at += width;
  const comma = line.charCodeAt(at) === CODE.comma;
  const yearAt = comma ? at + 2 : at + 1;
  const year = digits(line, yearAt, 4);
  const hasYear = year >= 1970 && isBlank(line.charCodeAt(yearAt + 4));
  const stamp = joined(
    line,
    from,
    hasYear ? dayOf(year, month, day, yearAt + 4) : comma ? undefined : dayOf(undefined, month, day, at),
  );
  return stamp && !hasYear ? withYearBehind(line, stamp) : stamp;
}

/** `Sat Nov 21 08:18:33 2026`, `Sat Nov 21 08:18:33 PST 2026` */
function withYearBehind(line: string, stamp: Stamp): Stamp {
  let at = stamp.to;
  if (line.charCodeAt(at) !== CODE.space) return stamp;
  at++;
  let letters = 0;
  while (letters < 6 && isLetter(line.charCodeAt(at + letters))) letters++;
  if (letters >= 3 && line.charCodeAt(at + letters) === CODE.space) at += letters + 1;
  const year = digits(line, at, 4);
  if (year < 1970 || year > 2199 || isDigit(line.charCodeAt(at + 4))) return stamp;
  return { time: { year, ...stamp.time }, from: stamp.from, to: at + 4 };
}

/** The day, what stands between it and the clock, the clock and its zone. */
function joined(line: string, from: number, day: Day | undefined): Stamp | undefined {
  let at = from;
  if (day) {
    at = day.to;
    const between = line.charCodeAt(at);
    if (between !== 84 && between !== 116 && !isBlank(between) && !isDayMark(between)) return undefined;
    at++;
    if (isBlank(between)) while (isBlank(line.charCodeAt(at)) && at < day.to + 3) at++;
  } else if (line.charCodeAt(from + 2) !== CODE.colon) return undefined;
  const clock = readClock(line, at);
  if (!clock) return undefined;
  const zone = readZone(line, clock.to);
  return {
    time: timeOf(day, clock, zone?.offset),
    from,
    to: zone?.to ?? clock.to,
  };
}

function timeOf(day: Day | undefined, clock: Clock, offset: number | undefined): ClockTime {
  const { hour, minute, second, micros } = clock;
  return {
    ...(day?.year === undefined ? {} : { year: day.year }),
    ...(day ? { month: day.month, day: day.day } : {}),
    hour,
    minute,
    second,
    micros,
    ...(offset === undefined ? {} : { offset }),
  };
}

/** `2026-11-21-08:18:33`, `21/Nov/2026:08:18:33`, `20261121.081833` */
const isDayMark = (code: number): boolean => code === CODE.colon || code === CODE.minus || code === CODE.dot;

const dayOf = (year: number | undefined, month: number, day: number, to: number): Day | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return year === undefined ? { month, day, to } : year < 0 ? undefined : { year, month, day, to };
};

/** The number of exactly so many digits; -1 if others stand there. */
function digits(line: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const code = line.charCodeAt(at);
    if (!isDigit(code)) return -1;
    value = value * 10 + (code - 48);
  }
  return value;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Three letters as one number, case left aside. */
const tripleOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) | 32) << 16) | ((text.charCodeAt(at + 1) | 32) << 8) | (text.charCodeAt(at + 2) | 32);
const MONTH_OF: ReadonlyMap<number, number> = new Map(
  MONTHS.map((name, index) => [tripleOf(name, 0), index + 1]),
);
const WEEKDAY_TRIPLES: ReadonlySet<number> = new Set(WEEKDAYS.map((name) => tripleOf(name, 0)));

/** First letters of months and weekdays, by five bits: most words are refused by theirs. */
const NAME_STARTS = new Uint8Array(32);
for (const name of [...MONTHS, ...WEEKDAYS]) NAME_STARTS[name.charCodeAt(0) & 31] = 1;

/** 1 to 12 for the English name at a place, 0 for anything else. */
const monthAt = (line: string, at: number): number => MONTH_OF.get(tripleOf(line, at)) ?? 0;

const isWeekday = (line: string, at: number): boolean =>
  WEEKDAY_TRIPLES.has(tripleOf(line, at)) &&
  (isBlank(line.charCodeAt(at + 3)) || line.startsWith(', ', at + 3));
