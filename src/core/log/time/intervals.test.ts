import { describe, expect, it } from 'vitest';
import { SECOND } from './calendar.ts';
import { type Interval, createIntervalFinder } from './intervals.ts';
import { durationWords, intervalWords } from './words.ts';

function intervalsOf(rows: readonly (readonly [seconds: number, message: string])[]): Interval[] {
  const finder = createIntervalFinder();
  rows.forEach(([seconds, message], index) =>
    finder.push({ line: index + 1, source: 'a', micros: Math.round(seconds * SECOND), message }),
  );
  return finder.end();
}

const series = (waits: readonly number[], message: string): [number, string][] => {
  let at = 1000.5;
  return [0, ...waits].map((wait, index) => [(at += wait), `${message} ${index}`]);
};

describe('a message that comes again', () => {
  it('in equal intervals has a rhythm, and the constant that it speaks of', () => {
    const [interval, ...more] = intervalsOf(series([10, 10.1, 9.95, 10.02], 'failed to update lease'));
    expect(more).toEqual([]);
    expect(interval).toMatchObject({
      kind: 'regular',
      template: 'failed to update lease *',
      times: 5,
      firstLine: 1,
      lastLine: 5,
    });
    expect(interval?.ms).toBeCloseTo(10_017.5);
    expect(interval?.constants.map(({ constant }) => constant.id)).toContain('node-lease-renew');
    expect(interval && intervalWords(interval, 'en')).toContain('comes every 10 s, 5 times, as long as: ');
    expect(interval && intervalWords(interval, 'zh')).toContain('每隔 10 秒出现一次，共 5 次');
  });

  it('in intervals that double backs off', () => {
    const [interval] = intervalsOf(series([10, 20.3, 40.2, 80.6], 'Back-off restarting'));
    expect(interval).toMatchObject({ kind: 'doubling', times: 5 });
    expect(interval?.constants[0]?.constant.id).toBe('kubelet-back-off-80');
    expect(interval && intervalWords(interval, 'en')).toContain('at intervals that double, up to 1 min 21 s');
  });

  it.each([
    ['at any time', [3, 9, 4, 30, 2]],
    ['twice', [10, 10]],
    ['at once', [0.01, 0.01, 0.01, 0.01]],
  ])('has no rhythm if it comes %s', (_, waits) => {
    expect(intervalsOf(series(waits, 'x'))).toEqual([]);
  });

  it('beside others keeps its own', () => {
    const rows = [...series([10, 10, 10], 'a'), ...series([4, 4, 4, 4], 'b')].toSorted((a, b) => a[0] - b[0]);
    expect(intervalsOf(rows).map(({ ms }) => Math.round(ms / 1000))).toEqual([10, 4]);
  });
});

describe('a length of time', () => {
  it.each([
    [0.4, '0 ms', '0 毫秒'],
    [350, '350 ms', '350 毫秒'],
    [30_060, '30.1 s', '30.1 秒'],
    [59_970, '1 min', '1 分'],
    [123_000, '2 min 3 s', '2 分 3 秒'],
    [86_400_000, '1 d', '1 天'],
    [3_900_000, '1 h 5 min', '1 小时 5 分'],
    [90_000_000, '1 d 1 h', '1 天 1 小时'],
  ])('%d ms is said as %s', (ms, en, zh) => {
    expect(durationWords(ms, 'en')).toBe(en);
    expect(durationWords(ms, 'zh')).toBe(zh);
  });
});
