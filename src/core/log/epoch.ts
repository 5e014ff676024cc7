import { isDigit, runEnd } from '../text/index.ts';
import type { ClockTime } from './header.ts';

/**
 * Reads a count since 1970 as JSON and logfmt hold it; its number of digits says of what:
 * `1795249413.9799` seconds (zap), `1795249413979.914` milliseconds (component-base, pino), microseconds (journald) or
 * nanoseconds. Read digit by digit, so that nothing is rounded. `undefined` for what is no such number.
 */
export function clockOfEpoch(text: string): ClockTime | undefined {
  const whole = runEnd(text, 0, 20, isDigit);
  if (whole === 1 && (text.includes('e') || text.includes('E'))) return clockOfExponent(text);
  if (whole < 9 || whole > 19) return undefined;
  const fractionTo = text.charAt(whole) === '.' ? runEnd(text, whole + 1, text.length, isDigit) : whole;
  if (fractionTo !== text.length) return undefined;
  const inSeconds = whole <= 11 ? whole : whole <= 14 ? whole - 3 : whole <= 17 ? whole - 6 : whole - 9;
  const fraction = text.slice(inSeconds, whole) + text.slice(whole + 1, whole + 7);
  return clockOfSeconds(Number(text.slice(0, inSeconds)), Number(fraction.slice(0, 6).padEnd(6, '0')));
}

/** `1.795249413979914e+09`: zap's console prints seconds so. */
function clockOfExponent(text: string): ClockTime | undefined {
  const value = Number(text);
  return value >= 1e8 && value < 1e15 ? clockOfEpoch(value.toFixed(6)) : undefined;
}

/**
 * The date of a count of days, by eras of 400 years that start in March
 * ([days to civil](https://howardhinnant.github.io/date_algorithms.html#civil_from_days)).
 */
function clockOfSeconds(seconds: number, micros: number): ClockTime {
  const days = Math.floor(seconds / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const rest = seconds % 86_400;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    hour: Math.floor(rest / 3_600),
    minute: Math.floor((rest % 3_600) / 60),
    second: rest % 60,
    micros,
    offset: 0,
  };
}
