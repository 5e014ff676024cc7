import type { ClockTime } from '../header.ts';

/** Microseconds: a double holds those of any year that a log may name without loss. */
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Midnight at the start of a year of the Gregorian calendar, in microseconds since 1970. */
export function startOfYear(year: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return ((year - 1970) * 365 + leapDays - 477) * DAY;
}

/** How far into its year a reading is; 29 February of a year without one counts as 1 March. */
export function withinYear(time: ClockTime, year: number): number {
  const { month = 1, day = 1 } = time;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return ((DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1) * DAY + withinDay(time);
}

export const withinDay = ({ hour, minute, second, micros }: ClockTime): number =>
  hour * HOUR + minute * MINUTE + second * SECOND + micros;

/** The reading as microseconds since 1970 in a given year, as if its clock showed UTC. */
export const inYear = (time: ClockTime, year: number): number => startOfYear(year) + withinYear(time, year);

export const isLeapDay = ({ month, day }: ClockTime): boolean => month === 2 && day === 29;

export const isDated = (time: ClockTime): boolean => time.month !== undefined && time.day !== undefined;
