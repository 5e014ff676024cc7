import type { ClockTime } from '../../src/core/log/index.ts';

/** `2026-11-21 09:02:49.986474 +120`: each part but the hour and minute may be missing; the last is a zone in minutes. */
export function clockTime(text: string): ClockTime {
  const parts = RE_CLOCK_TIME.exec(text);
  if (!parts) throw new Error(`no time: ${text}`);
  const [, year, month, day, hour, minute, second, micros, offset] = parts;
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(month ? { month: Number(month), day: Number(day) } : {}),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    micros: Number(micros ?? 0),
    ...(offset ? { offset: Number(offset) } : {}),
  };
}

const RE_CLOCK_TIME =
  /^(?:(?:(\d{4})-)?(\d\d)-(\d\d) )?(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{6}))?)?(?: ([+-]\d+))?$/;

/** An instant in microseconds since 1970, as text in UTC. */
export const isoTime = (micros: number): string => new Date(micros / 1000).toISOString();

/** The hour that is so many hours after the start of a year, as a clock in UTC shows it. */
export function hourOf(year: number, hours: number): ClockTime {
  const date = new Date(Date.UTC(year, 0, 1) + hours * 3_600_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: 0,
    second: 0,
    micros: 0,
  };
}
