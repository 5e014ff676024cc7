import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { readCast } from './read.ts';
import { castProblemWords } from './words.ts';

const V2 = '{"version": 2, "width": 80, "height": 24, "title": "t", "idle_time_limit": 2.5}';
const V3 =
  '{"version": 3, "term": {"cols": 100, "rows": 30, "type": "xterm"}, "tags": ["reconstructed", 1], "command": "bash"}';

const cast = (...lines: string[]): ReturnType<typeof readCast> => readCast(`${lines.join('\n')}\n`);

describe('the header', () => {
  it('of version 2 has its size beside the version', () => {
    expect(cast(V2).cast).toMatchObject({
      version: 2,
      columns: 80,
      rows: 24,
      title: 't',
      idleLimit: 2_500_000,
      tags: [],
    });
  });

  it('of version 3 has its size in `term`, and tags', () => {
    expect(cast(V3).cast).toMatchObject({
      version: 3,
      columns: 100,
      rows: 30,
      command: 'bash',
      tags: ['reconstructed'],
    });
  });

  it('may stand behind a byte order mark', () => {
    expect(cast(`\ufeff${V2}`).cast?.version).toBe(2);
  });

  it.each([
    ['', 'no-header'],
    ['$ ls', 'no-header'],
    ['[0.1, "o", "x"]', 'no-header'],
    ['null', 'no-header'],
    ['{"version": 1, "width": 80, "height": 24, "stdout": []}', 'version'],
    ['{"version": "2", "width": 80, "height": 24}', 'version'],
    ['{}', 'version'],
  ])('`%s` is none that can be read: %s', (line, code) => {
    const { cast: read, problems } = readCast(line);
    expect(read).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    '{"version": 2}',
    '{"version": 2, "width": 0, "height": 24}',
    '{"version": 2, "width": 80, "height": 1e9}',
    '{"version": 3, "term": {"cols": "80", "rows": 24}}',
  ])('with a size that no terminal has is read with 80 × 24, and told: %s', (line) => {
    const { cast: read, problems } = readCast(line);
    expect(read).toMatchObject({ columns: 80, rows: 24 });
    expect(problems.map(({ code }) => code)).toEqual(['size']);
  });
});

describe('the time of an event', () => {
  it('counts from the beginning in version 2', () => {
    const { cast: read } = cast(V2, '[0.248848, "o", "a"]', '[1.001376, "o", "b"]', '[6.541828, "x", 0]');
    expect(read?.events.map(({ at }) => at)).toEqual([248_848, 1_001_376, 6_541_828]);
    expect(read?.duration).toBe(6_541_828);
  });

  it('counts from the event before in version 3', () => {
    const { cast: read } = cast(
      V3,
      '[0.248, "o", "a"]',
      '[1.001, "o", "b"]',
      '[0.1, "o", "c"]',
      '[0.2, "o", "d"]',
    );
    expect(read?.events.map(({ at }) => at)).toEqual([248_000, 1_249_000, 1_349_000, 1_549_000]);
  });

  it('does not run backwards: it stays, and that is told', () => {
    const two = cast(V2, '[5, "o", "a"]', '[4, "o", "b"]');
    expect(two.cast?.events.map(({ at }) => at)).toEqual([5e6, 5e6]);
    const three = cast(V3, '[5, "o", "a"]', '[-1, "o", "b"]');
    expect(three.cast?.events.map(({ at }) => at)).toEqual([5e6, 5e6]);
    for (const { problems } of [two, three]) expect(problems.map(({ code }) => code)).toEqual(['time']);
  });

  it('that no recording lasts to is left out of the sum', () => {
    const { cast: read, problems } = cast(V3, '[1e300, "o", "a"]', '[1, "o", "b"]');
    expect(read?.duration).toBe(1e6);
    expect(problems.map(({ code }) => code)).toEqual(['time']);
  });
});

describe('an event', () => {
  it('is of one of the kinds of the format, with its line', () => {
    const { cast: read, problems } = cast(
      V3,
      '# a comment',
      '[0, "o", "out"]',
      '',
      '[0, "i", "in"]',
      '[0, "m", "s-tail"]',
      '[0, "r", "90x30"]',
      '[0, "x", "1"]',
      '[0, "z", "later"]',
    );
    expect(problems).toEqual([]);
    expect(read?.events).toEqual([
      { at: 0, line: 3, kind: 'output', data: 'out' },
      { at: 0, line: 5, kind: 'input', data: 'in' },
      { at: 0, line: 6, kind: 'marker', label: 's-tail' },
      { at: 0, line: 7, kind: 'resize', columns: 90, rows: 30 },
      { at: 0, line: 8, kind: 'exit', status: '1' },
      { at: 0, line: 9, kind: 'other', code: 'z', data: 'later' },
    ]);
  });

  it.each([
    ['no JSON', 'o hello', 'event'],
    ['an object', '{"o": 1}', 'event'],
    ['no text', '[0, "o", 5]', 'event'],
    ['no time', '["0", "o", "x"]', 'event'],
    ['a size that is none', '[0, "r", "big"]', 'size'],
    ['a size that no terminal has', '[0, "r", "80x99999"]', 'size'],
  ])('with %s is left out and told; what follows is read', (_, line, code) => {
    const { cast: read, problems } = cast(V2, line, '[1, "o", "after"]');
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.span).toEqual({ from: V2.length + 1, to: V2.length + 1 + line.length });
    expect(read?.events).toHaveLength(1);
  });

  it('that ends in its middle says that the recording is cut off', () => {
    const { problems } = readCast(`${V2}\n[1, "o", "x"]\n[2, "o", "half`);
    expect(problems.map((problem) => castProblemWords(problem, 'en'))).toEqual([
      'expected `]` at the end of the last line, found its end: the recording is cut off',
    ]);
  });

  it('is told in words that cannot act on the terminal they are printed to', () => {
    const { problems } = cast(V2, '\u001b]52;c;cm0=\u0007', '[0, "r", "\\u009b31m"]');
    expect(problems.map((problem) => castProblemWords(problem, 'en'))).toEqual([
      'expected an event such as [1.5, "o", "text"], found `·]52;c;cm0=·`',
      'expected columns and rows from 1 to 500, found `·31m`',
    ]);
  });

  it('is not told a hundred thousand times', () => {
    const { cast: read, problems } = cast(V2, ...Array.from({ length: 2_000 }, () => 'x'), '[1, "o", "x"]');
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.code).toBe('broken');
    expect(read?.events).toEqual([]);
  });
});

describe('any text', () => {
  const keywords = [
    V2,
    V3,
    '\n',
    '[0.5, "o", "x"]\n',
    '[1, "r", "9x9"]',
    '{"version": 2',
    '"term"',
    '#',
    '\\u001b',
  ];

  it('is read without an error, with times that do not run backwards', () => {
    fc.assert(
      fc.property(hostileText(keywords), (text) => {
        const { cast: read, problems } = readCast(text);
        expect(read !== undefined || problems.length > 0).toBe(true);
        const times = read?.events.map(({ at }) => at) ?? [];
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { span } of problems) expect(span.from >= 0 && span.to <= text.length).toBe(true);
      }),
    );
  });

  it.each([
    ['events', (size: number) => `${V2}\n${'[0.5, "o", "x"]\n'.repeat(size / 16)}`],
    ['lines that are none', (size: number) => `${V2}\n${'[\n'.repeat(size / 2)}`],
    ['comments', (size: number) => `${V3}\n${'#\n'.repeat(size / 2)}`],
    ['one long line', (size: number) => `${V2}\n${'['.repeat(size)}`],
  ])('costs no more than its length: %s', (_, make) => {
    expect(growth(readCast, make, 20_000)).toBeLessThan(LINEAR);
  });
});
