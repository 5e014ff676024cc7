import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, clockText, eventsUntil, nextStop, previousStop, stopsOf } from './clock.ts';
import type { PlayEvent } from './job.ts';

const eventsAt = (...times: number[]): PlayEvent[] => times.map((at) => ({ at, text: 'x' }));

describe('how many events lie at or before a time', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 3],
    [99, 4],
  ])('%d: %d', (position, count) => {
    expect(eventsUntil(eventsAt(10, 20, 20, 30), position)).toBe(count);
  });
});

describe('playing on', () => {
  const recording = { events: eventsAt(1e6, 2e6, 40e6), duration: 41e6 };

  it('goes as far as time does', () => {
    expect(advance(recording, 0.5e6, 50_000, undefined)).toBe(550_000);
    expect(advance(recording, 10e6, 50_000, undefined)).toBe(10_050_000);
  });

  it('ends at the end', () => {
    expect(advance(recording, 40.99e6, 50_000, undefined)).toBe(41e6);
  });

  it('jumps to what comes next once a wait has lasted as long as the cap', () => {
    expect(advance(recording, 3.9e6, 50_000, 2e6)).toBe(3.95e6);
    expect(advance(recording, 3.99e6, 50_000, 2e6)).toBe(40e6);
    expect(advance(recording, 20e6, 50_000, 2e6)).toBe(40e6);
  });

  it('leaves waits alone that are shorter', () => {
    expect(advance(recording, 1.9e6, 50_000, 2e6)).toBe(1.95e6);
    expect(advance(recording, 40.5e6, 50_000, 2e6)).toBe(40.55e6);
  });

  it('comes to the end, and never goes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60e6), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3e6 }),
        fc.boolean(),
        (times, step, capped) => {
          const events = eventsAt(...times.toSorted((a, b) => a - b));
          const duration = events.at(-1)?.at ?? 0;
          let position = 0;
          let steps = 0;
          while (position < duration && steps < 1_000) {
            const next = advance({ events, duration }, position, step * 100, capped ? 2e6 : undefined);
            expect(next).toBeGreaterThan(position);
            position = next;
            steps++;
          }
          expect(position <= duration).toBe(true);
        },
      ),
    );
  });
});

describe('where a reader who steps stops', () => {
  it('is the end of each step that a marker begins', () => {
    const marks = [1e6, 5e6, 9e6].map((at) => ({ label: 's-x', at, line: 0 }));
    const stops = stopsOf({ events: eventsAt(2e6), marks, duration: 12e6 });
    expect(stops).toEqual([5e6 - 1, 9e6 - 1, 12e6]);
    expect([0, 5e6 - 1, 6e6, 12e6].map((at) => nextStop(stops, at))).toEqual([
      5e6 - 1,
      9e6 - 1,
      9e6 - 1,
      12e6,
    ]);
    expect([0, 5e6 - 1, 6e6, 12e6].map((at) => previousStop(stops, at))).toEqual([0, 0, 5e6 - 1, 9e6 - 1]);
  });

  it('is before each long wait where there are no markers', () => {
    expect(stopsOf({ events: eventsAt(1e6, 1.5e6, 4e6, 4.1e6), marks: [], duration: 4.2e6 })).toEqual([
      1.5e6, 4.2e6,
    ]);
  });

  it('is nowhere in a recording of no length', () => {
    const stops = stopsOf({ events: [], marks: [], duration: 0 });
    expect([stops, nextStop(stops, 0), previousStop(stops, 0)]).toEqual([[], 0, 0]);
  });
});

describe('the clock', () => {
  it.each([
    [0, '0:00.0'],
    [99_999, '0:00.0'],
    [65_349_000, '1:05.3'],
    [3_600_000_000, '60:00.0'],
  ])('%d µs: %s', (micros, text) => {
    expect(clockText(micros)).toBe(text);
  });
});
