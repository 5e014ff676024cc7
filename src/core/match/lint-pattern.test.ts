import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PatternProblemCode, PATTERN_PROBLEMS, lintPattern } from './lint-pattern.ts';

const TABLE: readonly [PatternProblemCode, 'head' | 'tail', string, number, string][] = [
  ['unreadable', 'head', 'a <number> b', 2, 'expected a hole such as'],
  ['unreadable', 'tail', '<int> pods', 0, 'begin with literal text'],
  ['anchor-too-short', 'head', 'first <*> slow', 0, '`first ` is shorter than 8 characters'],
  ['too-general', 'head', 'failed to get response: connection refused', 0, 'every word of'],
  [
    'too-general',
    'head',
    'error <int>: context deadline exceeded',
    0,
    '`error …: context deadline exceeded`',
  ],
  ['ends-in-gap', 'head', 'quota exceeded for <*>', 19, 'ends in `<*>`, which decides nothing'],
  ['ends-in-gap', 'tail', 'quota <**>', 6, 'ends in `<**>`, which decides nothing'],
  ['variable-as-literal', 'head', 'etcd at 10.42.0.7 left', 8, '`10.42.0.7` is another one in the next log'],
  ['variable-as-literal', 'head', 'volume 8f14e45f-ceea-467f-a1d2-0123456789ab lost', 7, '8f14e45f'],
  ['variable-as-literal', 'head', 'quota exceeded at 19:57:01', 18, '`19:57:01`'],
  ['variable-as-literal', 'tail', 'pod web-7d4b9c6f5d-x2x7k evicted', 7, '`-7d4b9c6f5d-x2x7k`'],
  ['variable-as-literal', 'head', 'fault address 0xc0001234ab seen', 14, '`0xc0001234ab`'],
];

describe('the mistakes of a wording', () => {
  it.each(TABLE)('%s, in a %s: %s', (code, place, source, at, words) => {
    const [problem, ...more] = lintPattern(source, place);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, at });
    expect(problem?.words.en).toContain(words);
  });

  it('are all in this table', () => {
    expect([...new Set(TABLE.map(([code]) => code))].toSorted()).toEqual([...PATTERN_PROBLEMS].toSorted());
  });

  it.each([
    ['head', 'etcdserver: mvcc: database space exceeded'],
    ['head', 'Serving securely on [::]:<port>'],
    ['head', 'quota exceeded for <**:what>'],
    ['head', 'dial tcp 127.0.0.1:<port>: bootstrap'],
    ['head', 'service range 10.96.0.0/12 is bootstrap'],
    ['tail', 'i/o timeout'],
    ['tail', ' is after '],
  ] as const)('are none in a %s such as `%s`', (place, source) => {
    expect(lintPattern(source, place)).toEqual([]);
  });

  it('are told in both languages with a remedy, whatever an author writes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<int>',
      '<*>',
      '\\',
      'error ',
      'quota',
      '10.1.2.3',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { at, words, remedy } of lintPattern(pieces.join(''), 'head')) {
          expect(at).toBeGreaterThanOrEqual(0);
          for (const text of [words.en, words.zh, remedy.en, remedy.zh]) expect(text).not.toBe('');
        }
      }),
    );
  });
});
