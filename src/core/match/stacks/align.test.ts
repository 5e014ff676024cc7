import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignExactly, alignLoosely } from './align.ts';
import type { StackKey } from './stack-pattern.ts';

/** `ab.c`: `a`, directly called by `b`, and `c` somewhere outside of them. */
const keysOf = (written: string): StackKey[] =>
  [...written].flatMap((key, at) =>
    key === '.'
      ? []
      : [{ key, source: key, owner: 'program', any: false, afterGap: written[at - 1] === '.' } as const],
  );
const framesOf = (text: string): string[][] => [...text].map((key) => [key, '*']);

describe('the keys of a signature in a stack', () => {
  it.each([
    ['ab', 'ab', [0, 1]],
    ['ab', 'xaby', [1, 2]],
    ['ab', 'axb', undefined],
    ['ab', 'axab', [2, 3]],
    ['a.b', 'axb', [0, 2]],
    ['a.b', 'ab', [0, 1]],
    ['a.b', 'ba', undefined],
    ['a.bc', 'abxbc', [0, 3, 4]],
    ['a.*', 'ax', [0, 1]],
    ['a.a', 'a', undefined],
    ['aab', 'aaab', [1, 2, 3]],
    ['ab', '', undefined],
  ])('`%s` in `%s` stand at %j', (keys, frames, places) => {
    expect(alignExactly(keysOf(keys), framesOf(frames))).toEqual(places);
  });

  it.each([
    ['a.b.c', 'axc', [0, undefined, 2]],
    ['ab', 'axb', [0, 2]],
    ['a.b', 'ba', [undefined, 0]],
    ['a.b.c', 'cab', [1, 2, undefined]],
    ['a.b', 'xyz', [undefined, undefined]],
    ['a.b', 'aab', [0, 2]],
  ])('of `%s` most is in `%s` at %j', (keys, frames, places) => {
    expect(alignLoosely(keysOf(keys), framesOf(frames), () => 1)).toEqual(places);
  });

  it('are found with as many as any choice of frames finds, in order, each its own', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x'), maxLength: 8 });
    const weights = fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9), x: fc.nat(9) });
    fc.assert(
      fc.property(text, text, weights, (keys, frames, weight) => {
        const weightOf = ({ key }: { key: string }): number => weight[key as 'a'];
        const own = keysOf(keys);
        const places = alignLoosely(own, framesOf(frames), weightOf);
        const found = places.flatMap((at) => (at === undefined ? [] : [at]));
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        const sum = own.reduce(
          (total, key, row) => total + (places[row] === undefined ? 0 : weightOf(key)),
          0,
        );
        expect(sum).toBe(most(keys, frames, weight));
      }),
    );
  });
});

/** The same by trying everything. */
function most(keys: string, frames: string, weight: Record<string, number>): number {
  if (keys === '' || frames === '') return 0;
  const [key = '', at] = [keys[0], frames.indexOf(keys[0] ?? '')];
  const skipped = most(keys.slice(1), frames, weight);
  return at < 0
    ? skipped
    : Math.max(skipped, (weight[key] ?? 0) + most(keys.slice(1), frames.slice(at + 1), weight));
}
