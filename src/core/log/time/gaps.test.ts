import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { SECOND } from './calendar.ts';
import { TIME_CONSTANTS, toleranceOf } from './constants.ts';
import { type Gap, createGapFinder } from './gaps.ts';
import { gapWords } from './words.ts';

type Row = readonly [seconds: number, message: string, source?: string];

function gapsOf(rows: readonly Row[]): Gap[] {
  const finder = createGapFinder();
  rows.forEach(([seconds, message, source = ''], index) =>
    finder.push({ line: index + 1, source, micros: Math.round(seconds * SECOND), message }),
  );
  return finder.end();
}

const idsOf = (gaps: readonly Gap[]): string[] =>
  gaps.flatMap(({ constants }) => constants.map(({ constant }) => constant.id));

describe('a gap', () => {
  it.each([
    ['client-go-dial', 30.004, 'waiting', 'Get "https://10.0.0.1": dial tcp 10.0.0.1:443: i/o timeout'],
    ['leader-renew-deadline', 10.001, 'leader election', 'failed to renew: timed out'],
    ['node-monitor-grace-period', 42.3, 'x', 'node n1 is NotReady'],
    ['go-dns-two-servers', 20.02, 'x', 'dial tcp: lookup example.com: no such host'],
    ['kubelet-back-off-160', 161.5, 'Back-off restarting failed container', 'x'],
    ['volume-mount', 123.001, 'x', 'Unable to attach or mount volumes: timed out'],
    ['etcd-request', 7.001, 'x', 'etcdserver: request timed out'],
  ])('says that it is as long as %s', (id, seconds, before, after) => {
    const [gap] = gapsOf([
      [100, before],
      [100 + seconds, after],
    ]);
    expect(gap).toMatchObject({ fromLine: 1, toLine: 2, ms: Math.round(seconds * 1000) });
    expect(gap?.constants[0]?.constant.id).toBe(id);
  });

  it('names no constant that its lines do not speak of, however exact the number is', () => {
    expect(
      idsOf(
        gapsOf([
          [0.1, 'start'],
          [30.1, 'stop'],
        ]),
      ),
    ).toEqual([]);
  });

  it('names all that fit, the nearest first', () => {
    const gaps = gapsOf([
      [0.5, 'x'],
      [30.6, 'dial tcp: lookup example.com: i/o timeout'],
    ]);
    expect(idsOf(gaps)).toEqual(['client-go-dial', 'go-dns-three-servers']);
    expect(gaps[0]?.constants[0]?.difference).toBeCloseTo(0.1);
  });

  it('is measured more loosely where clocks show whole seconds', () => {
    const message = 'lookup a: no such host';
    const between = (from: number, to: number): Gap[] =>
      gapsOf([
        [from, message],
        [to, message],
      ]);
    expect(idsOf(between(1, 7))).toEqual(['go-dns-query']);
    expect(idsOf(between(1.5, 7.5))).toEqual([]);
  });

  it('is long against the other waits of the paste', () => {
    const rows: Row[] = Array.from({ length: 50 }, (_, index) => [index * 0.1, 'x']);
    const gaps = gapsOf([...rows, [15, 'y'], [15.1, 'z']]);
    expect(gaps).toEqual([{ source: '', fromLine: 50, toLine: 51, ms: 10_100, isLong: true, constants: [] }]);
  });

  it('is not told where all waits are alike', () => {
    expect(gapsOf(Array.from({ length: 50 }, (_, index): Row => [index * 60, 'x']))).toEqual([]);
  });

  it('lies between lines of one source, and a step back begins none', () => {
    const gaps = gapsOf([
      [0.1, 'dial tcp', 'a'],
      [15, 'x', 'b'],
      [15.1, 'x', 'b'],
      [30.1, 'i/o timeout', 'a'],
      [2, 'late', 'a'],
      [30.2, 'x', 'a'],
    ]);
    expect(gaps.map(({ source, fromLine, toLine }) => [source, fromLine, toLine])).toEqual([['a', 1, 4]]);
  });

  it('is forgotten with the source that came first, where there are too many', () => {
    const rows = (sources: number): Row[] =>
      Array.from({ length: sources }, (_, index): Row => [index / 1000, 'dial tcp', `s${index}`]);
    const end: Row[] = [[30.001, 'i/o timeout', 's1']];
    expect(gapsOf([...rows(1001), ...end])).toHaveLength(1);
    expect(gapsOf([...rows(1002), ...end])).toEqual([]);
  });

  it('is told in both languages', () => {
    const [gap] = gapsOf([
      [0.1, 'x'],
      [30.1, 'dial tcp 10.0.0.1:443: i/o timeout'],
    ]);
    expect(gap && gapWords(gap, 'en')).toBe(
      '30 s pass between lines 1 and 2, as long as: client-go dial timeout, name lookup included.',
    );
    expect(gap && gapWords(gap, 'zh')).toContain('第 1 行与第 2 行之间相隔 30 秒');
    expect(gap && gapWords({ ...gap, constants: [] }, 'en')).toBe('30 s pass between lines 1 and 2.');
  });

  it('never makes the finder throw, and is at most once between two lines', () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.string(), fc.constantFrom('a', 'b')),
    );
    fc.assert(
      fc.property(rows, (lines) => {
        const gaps = gapsOf(lines);
        for (const { fromLine, toLine, ms } of gaps) {
          expect(fromLine).toBeLessThan(toLine);
          expect(ms).toBeGreaterThanOrEqual(1000);
        }
        const ends = gaps.map(({ toLine }) => toLine);
        expect(new Set(ends).size).toBe(ends.length);
      }),
    );
  });

  it('takes bounded memory, and time in proportion to the paste', () => {
    const make = (size: number): string => 'i/o timeout\n'.repeat(size);
    const task = (text: string): Gap[] =>
      gapsOf(text.split('\n').map((message, index): Row => [index * 30, message]));
    expect(task(make(5000)).length).toBeLessThanOrEqual(200);
    expect(growth(task, make, 5000)).toBeLessThan(LINEAR);
  });
});

describe('the table of constants', () => {
  it('has an id, a name in both languages, hints in lower case and a source for each', () => {
    expect(new Set(TIME_CONSTANTS.map(({ id }) => id)).size).toBe(TIME_CONSTANTS.length);
    for (const constant of TIME_CONSTANTS) {
      expect(constant.name.en).not.toBe('');
      expect(constant.name.zh).toMatch(/\p{Script=Han}/u);
      expect(constant.hints.length).toBeGreaterThan(0);
      for (const hint of constant.hints) expect(hint).toBe(hint.toLowerCase());
      expect(constant.source.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
      expect(constant.source.at).toMatch(/^(v[\d.]+|go[\d.]+|[0-9a-f]{40})$/);
      expect(toleranceOf(constant)).toBeLessThan(constant.seconds / 4);
    }
  });
});
