import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { BUCKET_LEVELS, type BucketLevel } from './bucket-keys.ts';
import { type Buckets, MAX_BUCKETS, MAX_IDS, createBucketer } from './buckets.ts';
import type { Goroutine } from './frame.ts';
import { createPlainReader } from './go/plain/plain-goroutines.ts';
import { readStacks } from './read.ts';
import { unreadOf } from './unread-frames.ts';

const bucketsOf = (goroutines: readonly Goroutine[]): Buckets => {
  const bucketer = createBucketer();
  goroutines.forEach(bucketer.push);
  return bucketer.end();
};

const goroutinesOf = (text: string): Goroutine[] =>
  readStacks(text).stacks.flatMap(({ goroutines }) => goroutines);

/** The goroutines of a dump that is nothing but plain ones. */
function readWhole(text: string): Goroutine[] {
  const read = createPlainReader();
  const goroutines: Goroutine[] = [];
  for (let at = 0; at < text.length - 1;) {
    const plain = read(text, at, at);
    if (typeof plain !== 'object') throw new Error(`expected a plain goroutine at ${at}`);
    expect(unreadOf(plain.goroutine)?.stack.depth).toBe(2);
    goroutines.push(plain.goroutine);
    at = plain.to + 1;
  }
  return goroutines;
}

const sizes = (buckets: Buckets): Record<BucketLevel, number[]> =>
  Object.fromEntries(
    BUCKET_LEVELS.map((level) => [level, buckets.levels[level].buckets.map(({ count }) => count)]),
  ) as Record<BucketLevel, number[]>;

/** A goroutine of one call of a library and one of the program. */
const waiting = (
  id: number,
  state: string,
  args: string,
  { line = 7, from = 'main.main', own = 'main.work' } = {},
): string =>
  [
    `goroutine ${id} [${state}]:`,
    `sync.(*Mutex).Lock(${args})`,
    '\t/usr/local/go/src/sync/mutex.go:90 +0x1',
    `${own}(${args})`,
    `\t/home/u/app/main.go:${line} +0x1`,
    `created by ${from} in goroutine 1`,
    '\t/home/u/app/main.go:40 +0x1',
    '',
  ].join('\n');

const two = (first: string, second: string): Buckets => bucketsOf(goroutinesOf(`${first}\n${second}`));

describe('two goroutines', () => {
  const one = waiting(5, 'semacquire', '0xc000010000, 0x1');
  it.each<[string, string, Record<BucketLevel, 1 | 2>]>([
    [
      'that are the same',
      waiting(6, 'semacquire', '0xc000010000, 0x1'),
      { exact: 1, pointers: 1, frames: 1, place: 1 },
    ],
    [
      'of which one waits for minutes',
      waiting(6, 'semacquire, 9 minutes', '0xc000010000, 0x1'),
      { exact: 1, pointers: 1, frames: 1, place: 1 },
    ],
    [
      'with different addresses',
      waiting(6, 'semacquire', '0xc000020000, 0x1'),
      { exact: 2, pointers: 1, frames: 1, place: 1 },
    ],
    [
      'with different constants',
      waiting(6, 'semacquire', '0xc000010000, 0x2'),
      { exact: 2, pointers: 2, frames: 1, place: 1 },
    ],
    [
      'of which one has nil for an address',
      waiting(6, 'semacquire', '0x0, 0x1'),
      { exact: 2, pointers: 2, frames: 1, place: 1 },
    ],
    [
      'with different negative numbers',
      waiting(6, 'semacquire', '0xc000010000, 0xffffffffffffffff'),
      { exact: 2, pointers: 2, frames: 1, place: 1 },
    ],
    [
      'one of them locked to its thread',
      waiting(6, 'semacquire, locked to thread', '0xc000010000, 0x1'),
      { exact: 2, pointers: 2, frames: 2, place: 1 },
    ],
    [
      'at different lines',
      waiting(6, 'semacquire', '0xc000010000, 0x1', { line: 8 }),
      { exact: 2, pointers: 2, frames: 2, place: 2 },
    ],
    [
      'in different states',
      waiting(6, 'select', '0xc000010000, 0x1'),
      { exact: 2, pointers: 2, frames: 2, place: 2 },
    ],
    [
      'started at different places',
      waiting(6, 'semacquire', '0xc000010000, 0x1', { from: 'main.other' }),
      { exact: 2, pointers: 2, frames: 2, place: 2 },
    ],
    [
      'in functions of their own',
      waiting(6, 'semacquire', '0xc000010000, 0x1', { own: 'main.play' }),
      { exact: 2, pointers: 2, frames: 2, place: 2 },
    ],
  ])('%s', (_, other, expected) => {
    const { levels } = two(one, other);
    for (const level of BUCKET_LEVELS)
      expect([level, levels[level].buckets.length]).toEqual([level, expected[level]]);
  });

  it('are alike whatever a register held that nobody needs any more', () => {
    const { levels } = two(
      waiting(5, 'select', '0xc000010000?, 0x39?'),
      waiting(6, 'select', '0xc000020000?, 0x40?'),
    );
    expect(levels.exact.buckets).toHaveLength(1);
  });

  it('that differ by a minus one and a minus two are told apart to the last bit', () => {
    const { levels } = two(
      waiting(5, 'select', '0xffffffffffffffff'),
      waiting(6, 'select', '0xfffffffffffffffe'),
    );
    expect(levels.pointers.buckets).toHaveLength(2);
  });

  it('whose arguments are grouped in another way are told apart', () => {
    const { levels } = two(waiting(5, 'select', '{0x1, 0x2}, 0x3'), waiting(6, 'select', '0x1, {0x2, 0x3}'));
    expect(levels.pointers.buckets).toHaveLength(2);
  });

  it('that call different things from one own frame are one by place', () => {
    const other = waiting(6, 'semacquire', '0x1').replace('(*Mutex).Lock', '(*Mutex).lockSlow');
    const { levels } = two(waiting(5, 'semacquire', '0x1'), other);
    expect([levels.frames.buckets.length, levels.place.buckets.length]).toEqual([2, 1]);
  });
});

describe('a bucket', () => {
  const dump = [
    waiting(9, 'select, 3 minutes', '0xc000010000, 0xc0000a0000'),
    waiting(4, 'select', '0xc000010000, 0xc0000b0000'),
    waiting(7, 'select, 12 minutes', '0xc000010000, 0xc0000c0000'),
    waiting(5, 'select, 12 minutes', '0xc000010000, 0xc0000c0000'),
    waiting(1, 'chan receive, 40 minutes', '0xc0000c0000, 0x1'),
  ].join('\n');
  const buckets = bucketsOf(goroutinesOf(dump));
  const [most, other] = buckets.levels.frames.buckets;

  it('tells how many there are, since when, and which', () => {
    expect(most).toMatchObject({ count: 4, state: 'select', shortest: 0, longest: 12, ids: [4, 5, 7, 9] });
    expect(other).toMatchObject({ count: 1, state: 'chan receive', shortest: 40, longest: 40, ids: [1] });
  });

  it('shows the goroutine that has waited longest, with the lowest id', () => {
    expect(most?.sample.id).toBe(5);
  });

  it('names the addresses that all of them hold', () => {
    expect(most?.shared.map(({ name, address, heap }) => [name, address, heap])).toEqual([
      ['#1', '0xc000010000', true],
    ]);
    expect(other?.shared).toEqual([]);
  });

  it('stands among the others by count, then by wait', () => {
    const text = [
      waiting(1, 'select', '0x1'),
      waiting(2, 'sleep, 5 minutes', '0x1'),
      waiting(3, 'select', '0x1'),
      waiting(4, 'IO wait, 9 minutes', '0x1'),
    ].join('\n');
    const { levels } = bucketsOf(goroutinesOf(text));
    expect(levels.place.buckets.map(({ state }) => state)).toEqual(['select', 'IO wait', 'sleep']);
  });

  it('has the lowest ids, and only so many', () => {
    const many = Array.from({ length: 3 * MAX_IDS }, (_, index) =>
      waiting(3 * MAX_IDS - index, 'select', '0x1'),
    );
    const [bucket] = bucketsOf(goroutinesOf(many.join('\n'))).levels.exact.buckets;
    expect(bucket?.count).toBe(3 * MAX_IDS);
    expect(bucket?.ids).toEqual(Array.from({ length: MAX_IDS }, (_, index) => index + 1));
  });

  it('counts goroutines that a profile tells once for all of them', () => {
    const [goroutine] = goroutinesOf(waiting(1, 'select', '0x1'));
    if (!goroutine) throw new Error('no goroutine was read');
    const { goroutines, levels } = bucketsOf([{ ...goroutine, count: 47 }, goroutine]);
    expect([goroutines, levels.frames.buckets[0]?.count]).toEqual([48, 48]);
  });
});

describe('addresses', () => {
  const dump = [
    waiting(1, 'select', '0xc000020000, 0x5a0000, 0x12'),
    waiting(2, 'select', '0xc000010000, 0x5a0000, 0x12'),
    waiting(3, 'sleep', '0xc000010000, 0x7fffabcd0000, 0xc000030000?'),
    waiting(4, 'sleep', '0xc000030000?'),
  ].join('\n');

  it('that several goroutines hold are named in the order of the dump', () => {
    expect(bucketsOf(goroutinesOf(dump)).shared).toEqual([
      { name: '#1', address: '0x5a0000', goroutines: 2, heap: false },
      { name: '#2', address: '0xc000010000', goroutines: 2, heap: true },
    ]);
  });
});

describe('the longest waits', () => {
  it('are told oldest first, with the frame of the program', () => {
    const dump = [
      waiting(1, 'select', '0x1'),
      waiting(2, 'sleep, 5 minutes', '0x1'),
      waiting(3, 'select, 70 minutes', '0x1'),
      waiting(8, 'select, 5 minutes', '0x1'),
    ];
    const { longestWaits } = bucketsOf(goroutinesOf(dump.join('\n')));
    expect(
      longestWaits.map(({ id, minutes, state, frame }) => [id, minutes, state, frame?.symbol.raw]),
    ).toEqual([
      [3, 70, 'select', 'main.work'],
      [2, 5, 'sleep', 'main.work'],
      [8, 5, 'select', 'main.work'],
    ]);
  });

  it('are as many as a page shows', () => {
    const dump = Array.from({ length: 200 }, (_, index) =>
      waiting(index + 1, `select, ${index + 1} minutes`, '0x1'),
    );
    const { longestWaits } = bucketsOf(goroutinesOf(dump.join('\n')));
    expect(longestWaits).toHaveLength(20);
    expect(longestWaits[0]?.minutes).toBe(200);
    expect(longestWaits.at(-1)?.minutes).toBe(181);
  });
});

/** Goroutines with few enough differences that many are alike, made without a dump. */
const anyGoroutines = fc
  .array(
    fc.record({
      state: fc.constantFrom('select', 'sleep', 'IO wait'),
      minutes: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      args: fc.constantFrom(
        '0x1',
        '0x2',
        '0xc000010000',
        '0xc000020000',
        '0xc000010000, 0xc000020000',
        '0x3?',
        '',
      ),
      line: fc.constantFrom(7, 8),
      own: fc.constantFrom('main.work', 'main.play', 'k8s.io/klog.Info'),
      count: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    { maxLength: 40 },
  )
  .map((many) =>
    many.flatMap(({ state, minutes, args, line, own, count }, index) =>
      goroutinesOf(
        waiting(index + 1, minutes ? `${state}, ${minutes} minutes` : state, args, { line, own }),
      ).map((goroutine): Goroutine => (count === undefined ? goroutine : { ...goroutine, count })),
    ),
  );

/** What must not depend on the order; the names of addresses do, since they are given in it. */
const withoutNames = (buckets: Buckets): unknown => ({
  ...buckets,
  shared: buckets.shared.map(({ address, goroutines }) => `${address} ${goroutines}`).toSorted(),
  levels: BUCKET_LEVELS.map((level) =>
    buckets.levels[level].buckets.map(({ shared, ...bucket }) => ({
      ...bucket,
      shared: shared.map(({ address }) => address).toSorted(),
    })),
  ),
});

describe('buckets of any goroutines', () => {
  it('are the same in any order', () => {
    const shuffled = anyGoroutines.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(withoutNames(bucketsOf(other))).toEqual(withoutNames(bucketsOf(one)));
      }),
    );
  });

  it('hold each goroutine once on each level, and are fewer the coarser the level', () => {
    fc.assert(
      fc.property(anyGoroutines, (goroutines) => {
        const buckets = bucketsOf(goroutines);
        const total = goroutines.reduce((sum, { count = 1 }) => sum + count, 0);
        expect(buckets.goroutines).toBe(total);
        let before = Infinity;
        for (const [level, counts] of Object.entries(sizes(buckets))) {
          expect([level, counts.reduce((sum, count) => sum + count, 0)]).toEqual([level, total]);
          expect(counts.length).toBeLessThanOrEqual(before);
          before = counts.length;
        }
      }),
    );
  });

  it('are unions of the next finer ones', () => {
    fc.assert(
      fc.property(anyGoroutines, (goroutines) => {
        for (const [index, level] of BUCKET_LEVELS.slice(1).entries()) {
          const finer = bucketsOf(goroutines).levels[BUCKET_LEVELS[index] ?? 'exact'].buckets;
          const samples = bucketsOf(finer.map(({ sample, count }) => ({ ...sample, count })));
          const coarse = bucketsOf(goroutines).levels[level].buckets;
          expect(samples.levels[level].buckets.map(({ key, count }) => [key, count]).toSorted()).toEqual(
            coarse.map(({ key, count }) => [key, count]).toSorted(),
          );
        }
      }),
    );
  });

  it('are the same whether a goroutine was read as a whole or line by line', () => {
    const goroutine = fc
      .record({
        state: fc.constantFrom('select', 'sleep, 3 minutes', 'IO wait, 4 minutes, locked to thread'),
        args: fc.constantFrom('0x1', '0xc000010000, {0x2, 0xc000020000?}', '...', ''),
        line: fc.constantFrom(7, 8),
        own: fc.constantFrom('main.work', 'main.(*T).play', 'k8s.io/klog.Info'),
        from: fc.constantFrom('main.main', 'main.other'),
      })
      .map(({ state, args, ...more }) => waiting(7, state, args, more));
    fc.assert(
      fc.property(fc.array(goroutine, { maxLength: 20 }), (dump) => {
        const text = `${dump.join('\n')}\n`;
        const whole = readWhole(text);
        expect(whole).toHaveLength(dump.length);
        expect(bucketsOf(whole)).toEqual(bucketsOf(goroutinesOf(text)));
      }),
    );
  });

  it('that are too many are counted', () => {
    const [goroutine] = goroutinesOf(waiting(1, 'select', '0x1'));
    const [first, ...rest] = goroutine?.frames ?? [];
    if (!goroutine || !first) throw new Error('no goroutine was read');
    const many = Array.from({ length: MAX_BUCKETS + 100 }, (_, index) => ({
      ...goroutine,
      id: index + 1,
      frames: [{ ...first, args: `0x${index.toString(16)}` }, ...rest],
    }));
    const { goroutines, levels } = bucketsOf(many);
    expect(goroutines).toBe(many.length);
    expect([levels.exact.buckets.length, levels.exact.rest]).toEqual([MAX_BUCKETS, 100]);
    expect([levels.frames.buckets.length, levels.frames.rest]).toEqual([1, 0]);
  });

  it('take time in proportion to their number', () => {
    const [goroutine] = goroutinesOf(waiting(1, 'select', '0xc000010000, 0x1, 0xc000020000'));
    if (!goroutine) throw new Error('no goroutine was read');
    const task = (input: string): unknown => {
      const bucketer = createBucketer();
      for (let index = 0; index < input.length; index++) bucketer.push(goroutine);
      return bucketer.end();
    };
    expect(growth(task, (size) => 'x'.repeat(size), 200)).toBeLessThan(LINEAR);
  });
});
