import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime as time, hourOf, isoTime } from '../../../../tests/support/clock-time.ts';
import type { ClockTime } from '../header.ts';
import { DAY, HOUR, MINUTE, SECOND } from './calendar.ts';
import { type Clock, createClock } from './clock.ts';
import { readLogFileHead } from './file-head.ts';

const utcOf = (clock: Clock, text: string, source = ''): string | undefined => {
  const utc = clock.read(source, time(text))?.utc;
  return utc === undefined ? undefined : isoTime(utc);
};

/** The differences between readings of one source, in microseconds. */
function steps(clock: Clock, texts: readonly string[], source = ''): number[] {
  const moments = texts.map((text) => clock.read(source, time(text))?.micros ?? Number.NaN);
  return moments.slice(1).map((micros, index) => micros - (moments[index] ?? 0));
}

describe('a clock', () => {
  it('reads a full date as the instant that it is', () => {
    expect(utcOf(createClock(), '2026-11-21 09:02:49.986000 +0')).toBe('2026-11-21T09:02:49.986Z');
    expect(utcOf(createClock(), '2026-01-01 01:30 +120')).toBe('2025-12-31T23:30:00.000Z');
    expect(utcOf(createClock(), '1970-01-01 00:00 +0')).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    ['within a day', ['11-21 09:00', '11-21 09:00:30'], [30 * SECOND]],
    ['across a turn of the year', ['12-31 23:59:58', '01-01 00:00:03'], [5 * SECOND]],
    [
      'back over it, as lines of two processes interleave',
      ['01-01 00:00:01', '12-31 23:59:59'],
      [-2 * SECOND],
    ],
    ['back by days', ['11-21 09:00', '11-19 09:00'], [-2 * DAY]],
    ['on by eight months rather than back by four', ['03-01 00:00', '11-01 00:00'], [245 * DAY]],
    ['over a leap day', ['02-28 12:00', '02-29 12:00', '03-01 12:00'], [DAY, DAY]],
    ['over the leap day of the year that comes', ['12-31 00:00', '02-29 00:00'], [60 * DAY]],
    ['without a leap day, if none is seen', ['02-28 12:00', '03-01 12:00'], [DAY]],
    ['on within a day without dates', ['10:00', '10:05', '10:04'], [5 * MINUTE, -MINUTE]],
    ['through midnight without dates', ['23:59:59', '00:00:01', '23:59:58'], [2 * SECOND, -3 * SECOND]],
    ['in the day of a line in front', ['05-31 23:59', '00:01', '06-01 00:02'], [2 * MINUTE, MINUTE]],
  ])('goes on without a year: %s', (_, texts, expected) => {
    expect(steps(createClock(), texts)).toEqual(expected);
  });

  it('knows no instant of a line without year or zone', () => {
    expect(utcOf(createClock(), '11-21 09:00')).toBeUndefined();
    expect(utcOf(createClock(), '11-21 09:00 +0')).toBeUndefined();
    expect(utcOf(createClock(), '2026-11-21 09:00')).toBeUndefined();
  });

  it.each([
    ['the same year', '2026-11-21 10:00', '11-20 09:00 +0', '2026-11-20T09:00:00.000Z'],
    ['the year before, in January', '2026-01-03 10:00', '12-30 09:00 +0', '2025-12-30T09:00:00.000Z'],
    ['the same day, ahead by a zone', '2026-01-03 10:00', '01-03 18:00 +0', '2026-01-03T18:00:00.000Z'],
    ['the last year that has the day', '2026-03-05 10:00', '02-29 09:00 +0', '2024-02-29T09:00:00.000Z'],
    ['the last leap year before a century', '2103-03-05 10:00', '02-29 09:00 +0', '2096-02-29T09:00:00.000Z'],
  ])('takes a reference into account: %s', (_, reference, reading, expected) => {
    expect(utcOf(createClock(time(reference)), reading)).toBe(expected);
  });

  it('learns the year from a later line without a jump', () => {
    const clock = createClock();
    const first = clock.read('klog', time('12-31 23:59:50'));
    clock.read('other', time('2026-01-01 00:00:00 +0'));
    const second = clock.read('klog', time('01-01 00:00:05'));
    expect((second?.micros ?? 0) - (first?.micros ?? 0)).toBe(15 * SECOND);
    expect(utcOf(clock, '01-01 00:00:06 +0', 'klog')).toBe('2026-01-01T00:00:06.000Z');
  });

  it('learns no year from a clock that was never set', () => {
    const clock = createClock(time('2026-11-21 10:00'));
    expect(utcOf(clock, '1970-01-01 00:00:01 +0')).toBe('1970-01-01T00:00:01.000Z');
    expect(utcOf(clock, '11-21 09:00 +0')).toBe('2026-11-21T09:00:00.000Z');
  });

  it('infers the zone of a source from the stamp beside its lines', () => {
    const clock = createClock();
    const stamp = time('2026-11-21 01:02:50.100000 +0');
    const moment = clock.read('klog', time('11-21 09:02:49.986474'), stamp);
    expect(clock.zoneOf('klog')).toBe(480);
    expect(moment?.utc && isoTime(moment.utc)).toBe('2026-11-21T01:02:49.986Z');
    expect(clock.zoneOf('other')).toBeUndefined();
    expect(utcOf(clock, '11-21 09:02:51', 'klog')).toBe('2026-11-21T01:02:51.000Z');
  });

  it.each([
    ['a zone of a quarter hour', '05:45:00', 345],
    ['a line that came three seconds late', '09:29:57', 570],
    ['no zone: seven minutes off', '08:07:00', undefined],
  ])('reads the difference as %s', (_, own, zone) => {
    const clock = createClock();
    clock.read('', time(`11-21 ${own}`), time('2026-11-21 00:00 +0'));
    expect(clock.zoneOf('')).toBe(zone);
  });

  it('infers a zone over a turn of the year as well', () => {
    const clock = createClock();
    clock.read('', time('12-31 19:00'), time('2027-01-01 00:00 +0'));
    expect(clock.zoneOf('')).toBe(-300);
    expect(utcOf(clock, '12-31 19:00:01')).toBe('2027-01-01T00:00:01.000Z');
  });

  it('knows no instant of a stamp without a year', () => {
    const clock = createClock();
    expect(clock.read('', undefined, time('11-21 00:00 +60'))).not.toHaveProperty('utc');
    expect(clock.read('', undefined, time('11-21 00:00'))).not.toHaveProperty('utc');
  });

  it('takes the stamp of a line that has no time of its own', () => {
    const clock = createClock();
    expect(clock.read('', undefined)).toBeUndefined();
    expect(isoTime(clock.read('', undefined, time('2026-11-21 00:00 +60'))?.utc ?? 0)).toBe(
      '2026-11-20T23:00:00.000Z',
    );
    const shown = clock.read('x', time('11-21 08:00'), time('2026-11-21 00:00 +0'))?.micros ?? 0;
    const bare = clock.read('x', undefined, time('2026-11-21 00:00:01 +0'))?.micros ?? 0;
    expect(bare - shown).toBe(SECOND);
  });

  it('tells differences of up to eleven months rightly, wherever they lie', () => {
    const reading = fc.record({
      start: fc.integer({ min: 0, max: 3000 * 24 }),
      gap: fc.integer({ min: 0, max: 330 * 24 }),
    });
    fc.assert(
      fc.property(reading, ({ start, gap }) => {
        const clock = createClock();
        const first = clock.read('', hourOf(2019, start));
        const { year: _, ...later } = hourOf(2019, start + gap);
        expect((clock.read('', later)?.micros ?? 0) - (first?.micros ?? 0)).toBe(gap * HOUR);
      }),
    );
  });

  it('never throws and always gives a number, whatever it is told', () => {
    const wild = fc.record(
      {
        year: fc.integer({ min: 0, max: 9999 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
        hour: fc.nat(23),
        minute: fc.nat(59),
        second: fc.nat(60),
        micros: fc.nat(999_999),
        offset: fc.integer({ min: -900, max: 900 }),
      },
      { requiredKeys: ['hour', 'minute', 'second', 'micros'] },
    ) as fc.Arbitrary<ClockTime>;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(wild, fc.option(wild, { nil: undefined }))),
        fc.option(wild),
        (lines, at) => {
          const clock = createClock(at ?? undefined);
          for (const [own, stamp] of lines) expect(clock.read('', own, stamp)?.micros).toBeTypeOf('number');
        },
      ),
    );
  });
});

describe('lines of one source, of which only some name the year', () => {
  it('are as far apart as they were printed, whichever comes first', () => {
    const klog = (minute: number): ClockTime => ({
      month: 11,
      day: 21,
      hour: 8,
      minute,
      second: 40,
      micros: 0,
    });
    const zap: ClockTime = { year: 2026, month: 11, day: 21, hour: 8, minute: 18, second: 10, micros: 0 };
    const clock = createClock();
    const micros = [klog(18), zap, klog(19), zap].map((time) => clock.read('', time)?.micros ?? 0);
    const [first = 0] = micros;
    expect(micros.map((one) => (one - first) / 1e6)).toEqual([0, -30, 60, -30]);
  });
});

describe('the first line of a log file', () => {
  it('names the year', () => {
    expect(readLogFileHead('Log file created at: 2026/11/21 08:21:30')).toEqual(time('2026-11-21 08:21:30'));
  });

  it.each([
    'Running on machine: vm',
    'Log file created at: 2026/11/21',
    'Log file created at: 2026-11-21 08:21:30',
    'Log file created at: 2026/13/21 08:21:30',
    '',
  ])('is not seen in "%s"', (line) => {
    expect(readLogFileHead(line)).toBeUndefined();
  });
});
