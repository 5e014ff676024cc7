import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { type Repeat, createRepeatFolder } from './repeats.ts';

function fold(keys: string): Repeat[] {
  const folder = createRepeatFolder();
  const told = [...keys].flatMap((key, index) => folder.push(index + 1, key));
  return [...told, ...folder.end()];
}

/** `a×3 bc×2 d`. */
const shown = (keys: string): string =>
  fold(keys)
    .map(
      ({ from, period, times }) => keys.slice(from - 1, from - 1 + period) + (times > 1 ? `×${times}` : ''),
    )
    .join(' ');

describe('lines that repeat', () => {
  it.each([
    ['aaaa', 'a×4'],
    ['aa', 'a a'],
    ['xaaay', 'x a×3 y'],
    ['abcabcabc', 'abc×3'],
    ['abcabcabcx', 'abc×3 x'],
    ['abab', 'ab×2'],
    ['aabaabaab', 'aab×3'],
    ['xyababababzz', 'x y ab×4 z z'],
    ['abcabcab', 'abc×2 a b'],
    ['ababa', 'ab×2 a'],
    ['ababaaa', 'ab×2 a×3'],
    ['abcdefghabcdefgh', 'abcdefgh×2'],
    ['abcdefghiabcdefghi', 'a b c d e f g h i a b c d e f g h i'],
    ['aaabbbaaabbb', 'a×3 b×3 a×3 b×3'],
    ['', ''],
  ])('are folded: %s', (keys, folded) => {
    expect(shown(keys)).toBe(folded);
  });

  it('are told while they come: a long loop is one entry', () => {
    expect(fold('abc'.repeat(500))).toEqual([{ from: 1, to: 1500, period: 3, times: 500 }]);
  });

  it('lose no line, and each is what its repeat says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 }), (keys) => {
        const unfolded = fold(keys).map(({ from, period, times }) =>
          keys.slice(from - 1, from - 1 + period).repeat(times),
        );
        expect(unfolded.join('')).toBe(keys);
        let line = 1;
        for (const { from, to, period, times } of fold(keys)) {
          expect(from).toBe(line);
          expect(to - from + 1).toBe(period * times);
          line = to + 1;
        }
        expect(line).toBe(keys.length + 1);
      }),
    );
  });

  it.each(['a', 'abcdefgh', 'ab aabb', 'aab'])('cost time in proportion to the paste: %s', (keys) => {
    expect(growth(fold, (size) => keys.repeat(size), 5000)).toBeLessThan(LINEAR);
  });
});
