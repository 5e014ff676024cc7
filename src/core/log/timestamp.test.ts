import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import type { ClockTime } from './header.ts';
import { readTimestamp } from './timestamp.ts';

/** Year, month, day, hour, minute, second, microseconds, zone; `-` for what is not named. */
const textOf = ({ year, month, day, hour, minute, second, micros, offset }: ClockTime): string =>
  [year, month, day, hour, minute, second, micros, offset].map((part) => part ?? '-').join(' ');

describe('a timestamp', () => {
  it.each([
    ['2026-11-21T08:18:33Z', '2026 11 21 8 18 33 0 0'],
    ['2026-11-21T08:18:33.123456789Z', '2026 11 21 8 18 33 123456 0'],
    ['2026-11-21T08:18:33.9+05:30', '2026 11 21 8 18 33 900000 330'],
    ['2026-11-21T08:18:33-0700', '2026 11 21 8 18 33 0 -420'],
    ['2026-11-21T08:18:33+01', '2026 11 21 8 18 33 0 60'],
    ['2026-11-21 08:18:33,123', '2026 11 21 8 18 33 123000 -'],
    ['2026-11-21 08:18:33.123 +0000', '2026 11 21 8 18 33 123000 0'],
    ['2026-11-21 08:18:33 UTC', '2026 11 21 8 18 33 0 0'],
    ['2026-11-21  8:18:33', '2026 11 21 8 18 33 0 -'],
    ['2026-11-21 08:18:33:317', '2026 11 21 8 18 33 317000 -'],
    ['2026/11/21 08:18:33.123456', '2026 11 21 8 18 33 123456 -'],
    ['26/11/21 08:18:33', '2026 11 21 8 18 33 0 -'],
    ['20261121 08:18:33.5', '2026 11 21 8 18 33 500000 -'],
    ['20261121.081833,672', '2026 11 21 8 18 33 672000 -'],
    ['21/Nov/2026:08:18:33 -0600', '2026 11 21 8 18 33 0 -360'],
    ['21/Nov/2026 08:18:33', '2026 11 21 8 18 33 0 -'],
    ['21-Nov-2026 08:18:33.123', '2026 11 21 8 18 33 123000 -'],
    ['21 Nov 2026 08:18:33.123', '2026 11 21 8 18 33 123000 -'],
    ['1 Nov 08:18:33', '- 11 1 8 18 33 0 -'],
    ['Nov 21 08:18:33', '- 11 21 8 18 33 0 -'],
    ['Nov  1 08:18:33.123', '- 11 1 8 18 33 123000 -'],
    ['Nov 21 2026 08:18:33', '2026 11 21 8 18 33 0 -'],
    ['Nov 21, 2026 8:18:33 PM', '2026 11 21 20 18 33 0 -'],
    ['Nov 21, 2026 12:18:33 AM', '2026 11 21 0 18 33 0 -'],
    ['Sat Nov 21 08:18:33.123456 2026', '2026 11 21 8 18 33 123456 -'],
    ['Sat Nov 21 08:18:33 PST 2026', '2026 11 21 8 18 33 0 -'],
    ['Sat, 21 Nov 2026 08:18:33 GMT', '2026 11 21 8 18 33 0 0'],
    ['Sat 2026-11-21 08:18:33 UTC', '2026 11 21 8 18 33 0 0'],
    ['08:18:33.123', '- - - 8 18 33 123000 -'],
  ])('%s is read whole', (text, expected) => {
    const stamp = readTimestamp(text, 0);
    expect(stamp && textOf(stamp.time)).toBe(expected);
    expect(stamp?.to).toBe(text.length);
    expect(readTimestamp(`[${text}] msg`, 1)?.to).toBe(text.length + 1);
  });

  it.each([
    ['a day', '2026-11-21'],
    ['a version', '1.26.0'],
    ['an address', '10.0.0.1:8080'],
    ['month 13', '2026-13-21T08:18:33Z'],
    ['day 0', '2026-11-00T08:18:33Z'],
    ['hour 24', '2026-11-21T24:18:33Z'],
    ['minute 60', '2026-11-21T08:60:33Z'],
    ['a letter behind it', '2026-11-21T08:18:33Zulu'],
    ['a month in lower case', 'nov 21 08:18:33'],
    ['a word that starts as a month', 'November 21 08:18:33'],
    ['no clock', 'Nov 21 was a day'],
    ['no time at all', 'Maybe'],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(readTimestamp(text, 0)).toBeUndefined();
  });

  it('ends in front of what is no zone', () => {
    expect(readTimestamp('2026-11-21 08:18:33 -1 200', 0)).toMatchObject({ to: 19 });
    expect(readTimestamp('2026-11-21 08:18:33 [7] x', 0)).toMatchObject({ to: 19 });
    expect(readTimestamp('2026-11-21 08:18:33 - x', 0)).toMatchObject({ to: 19 });
    expect(readTimestamp('Nov 21 08:18:33 host', 0)).toMatchObject({ to: 15 });
  });

  it('never makes the reader throw, and lies within the text', () => {
    const words = [
      '2026-11-21',
      'T08:18:33',
      '.123',
      'Z',
      '+01',
      'Nov ',
      '21',
      '/Nov/',
      'Sat ',
      ' PM',
      '08:',
    ];
    fc.assert(
      fc.property(hostileText(words), fc.nat(20), (text, from) => {
        const stamp = readTimestamp(text, from);
        if (!stamp) return;
        expect(stamp.from).toBeGreaterThanOrEqual(from);
        expect(stamp.to).toBeGreaterThan(stamp.from);
        expect(stamp.to).toBeLessThanOrEqual(text.length);
        const { hour, minute, second, micros } = stamp.time;
        for (const part of [hour, minute, second, micros]) expect(Number.isInteger(part)).toBe(true);
      }),
    );
  });
});
