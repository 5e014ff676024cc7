import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOfEpoch } from './epoch.ts';
import { inYear } from './time/calendar.ts';

const textOf = (text: string): string | undefined => {
  const time = clockOfEpoch(text);
  if (!time) return undefined;
  const { year = 0, month = 0, day = 0, hour, minute, second, micros } = time;
  const [date, clock] = [
    [month, day],
    [hour, minute, second],
  ].map((parts) => parts.map((part) => String(part).padStart(2, '0')));
  return `${year}-${date?.join('-')}T${clock?.join(':')}.${String(micros).padStart(6, '0')}`;
};

describe('a count since 1970', () => {
  it.each([
    ['seconds', '1795249413', '2026-11-21T08:23:33.000000'],
    ['seconds with a fraction', '1795249413.9799', '2026-11-21T08:23:33.979900'],
    ['milliseconds', '1795249413979', '2026-11-21T08:23:33.979000'],
    ['milliseconds with a fraction', '1795249413979.914', '2026-11-21T08:23:33.979914'],
    ['microseconds', '1795249413979914', '2026-11-21T08:23:33.979914'],
    ['nanoseconds', '1795249413979914123', '2026-11-21T08:23:33.979914'],
    ['an exponent', '1.795249413979914e+09', '2026-11-21T08:23:33.979914'],
    ['a leap day', '1709164800', '2024-02-29T00:00:00.000000'],
    ['the end of a year', '1798761599.999999', '2026-12-31T23:59:59.999999'],
  ])('is read of %s', (_, text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  it.each(['', '12', '17952494', '1795249413x', '1795249413.9Z', '-1795249413', '1e3', '1.7e400', 'true'])(
    'is not seen in `%s`',
    (text) => {
      expect(clockOfEpoch(text)).toBeUndefined();
    },
  );

  it('is counted back to the same second by the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 32_503_680_000 }),
        fc.nat(999_999),
        (seconds, micros) => {
          const time = clockOfEpoch(`${seconds}.${String(micros).padStart(6, '0')}`);
          expect(time && inYear(time, time.year ?? 0)).toBe(seconds * 1_000_000 + micros);
          expect(time?.month).toBeGreaterThanOrEqual(1);
          expect(time?.month).toBeLessThanOrEqual(12);
          expect(time?.day).toBeLessThanOrEqual(31);
        },
      ),
    );
  });
});
