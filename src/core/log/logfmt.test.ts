import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { scanLogfmt } from './logfmt.ts';
import { decodePart } from './part.ts';

const pairsOf = (text: string): [string, string][] =>
  scanLogfmt(text, 0).map(({ key, value }) => [key, decodePart(text, value).text]);

describe('the pairs of a logfmt text', () => {
  it.each([
    [
      'bare and quoted values',
      'a=1 b="x y" c=',
      [
        ['a', '1'],
        ['b', 'x y'],
        ['c', ''],
      ],
    ],
    [
      'escapes',
      String.raw`a="q \"x\"\n" b=2`,
      [
        ['a', 'q "x"\n'],
        ['b', '2'],
      ],
    ],
    ['a sign in a value', 'a=b=c', [['a', 'b=c']]],
    [
      'a quote in a bare value',
      'a=b"c d=e',
      [
        ['a', 'b"c'],
        ['d', 'e'],
      ],
    ],
    [
      'a value that goes on behind its quote',
      'a="b"c d=e',
      [
        ['a', '"b"c'],
        ['d', 'e'],
      ],
    ],
    [
      'a quote that never closes',
      'a=1 b="x y',
      [
        ['a', '1'],
        ['b', 'x y'],
      ],
    ],
  ])('are found with %s', (_, text, expected) => {
    expect(pairsOf(text)).toEqual(expected);
  });

  it.each([
    ['a word without a sign', 'a=1 word b=2', 1],
    ['a sign without a key', 'a=1 =2', 1],
    ['nothing', '', 0],
  ])('end at %s', (_, text, count) => {
    expect(scanLogfmt(text, 0)).toHaveLength(count);
  });

  it('are read again as they were printed', () => {
    const keys = fc.stringMatching(/^[a-z][\w./@-]{0,8}$/);
    const values = fc.string({ unit: fc.constantFrom(...'abc 019_=,"\\\n\té') });
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, values), { maxLength: 6 }), (pairs) => {
        const text = pairs.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ');
        expect(pairsOf(text)).toEqual(pairs);
      }),
    );
  });

  it('never make the scanner throw, and lie in the text in order', () => {
    fc.assert(
      fc.property(hostileText(['a=', 'b="', 'msg=', ' ', '"', '\\"', 'level=info']), (text) => {
        let at = 0;
        for (const { from, to, value } of scanLogfmt(text, 0)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(value.span.from).toBeGreaterThan(from);
          expect(value.span.to).toBeLessThanOrEqual(to);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each([
    ['quotes', (size: number) => 'a="'.repeat(size)],
    ['quotes in pairs', (size: number) => 'a="b"'.repeat(size)],
    ['signs', (size: number) => '='.repeat(size)],
    ['pairs', (size: number) => 'a=b '.repeat(size)],
  ])('cost time in proportion to the text: %s', (_, make) => {
    expect(growth((text) => scanLogfmt(text, 0), make, 20_000)).toBeLessThan(LINEAR);
  });
});
