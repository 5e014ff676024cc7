import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { packWith } from '../../../tests/support/pack.ts';
import { compilePack } from './compile.ts';
import { explain } from './explain.ts';
import { judge } from './judge.ts';
import { isPatternError, parsePattern } from './pattern.ts';

/** What the language lets an author write at its worst; the gate lets all of it through but for its looks. */
const HOSTILE = packWith(
  { id: 'sig-holes', heads: ['aaaaaaaa<*>a<*>a<*>a<*>a<*>a<*>a<*>a<*>b'] },
  { id: 'sig-classes', heads: ['11111111<int>1<hex>1<int>1<str>1<path>1<str>z'] },
  { id: 'sig-same', heads: [`${'quota <*>'.repeat(7)}quota of nobody`] },
  { id: 'sig-quotes', heads: ['quoted "<q>"<q>"<q>" never'] },
  { id: 'sig-overlap', heads: ['ababababab<*>babababababa', 'bababababa<*>ababababababx'] },
  {
    id: 'sig-tails',
    heads: ['the first thing '],
    tails: Array.from({ length: 5 }, (_, index) => ({
      id: `t-${index}`,
      pattern: `${'thing <*>'.repeat(7)}end ${index}`,
    })),
  },
);

describe('signatures at their worst', () => {
  it.each([
    ['letters of a literal', (n: number) => 'a'.repeat(n)],
    ['digits of every hole', (n: number) => '1'.repeat(n)],
    ['the same literal', (n: number) => 'quota '.repeat(n / 6)],
    ['lines of the same literal', (n: number) => 'quota quota quota\n'.repeat(n / 18)],
    ['overlaps', (n: number) => 'ab'.repeat(n / 2)],
    ['quotes', (n: number) => 'quoted """"'.repeat(n / 11)],
    ['backslashes and quotes', (n: number) => String.raw`quoted "\"`.repeat(n / 10)],
    ['a head, and tails that never end', (n: number) => `the first thing ${'thing '.repeat(n / 6)}`],
    ['heads alone', (n: number) => 'the first thing '.repeat(n / 16)],
  ])('cost time in proportion to the paste: %s', (_, makeText) => {
    expect(growth((text) => judge(HOSTILE, text), makeText, 10_000)).toBeLessThan(LINEAR);
  });

  it('are explained in time in proportion to the line', () => {
    const line = (n: number): string => `the first thing ${'quota aaaaaaaa 11111111 '.repeat(n / 24)}`;
    const explained = (text: string): unknown => {
      const { matches, lines } = judge(HOSTILE, text);
      const [match] = matches;
      const [first] = lines;
      return match && first && explain(HOSTILE, match, matches, first);
    };
    expect(explained(line(240))).toBeDefined();
    expect(growth(explained, line, 10_000)).toBeLessThan(LINEAR);
  });

  it('that share one anchor are all tried, and each is found', () => {
    const many = packWith(
      ...Array.from({ length: 300 }, (_, index) => ({
        id: `sig-${index}`,
        heads: [`the shared anchor <*> ${index}!`],
      })),
    );
    const { hits } = judge(many, 'the shared anchor of 7! and of 299!');
    expect(hits.map(({ compiled }) => compiled.signature.id)).toEqual(['sig-7', 'sig-299']);
  });
});

describe('any signature that reads', () => {
  const piece = fc.constantFrom(
    'a',
    'ab',
    'quota ',
    '<int>',
    '<*>',
    '<str>',
    '<q>',
    '<hex>',
    '<dur>',
    '\\<',
    '"',
    '1',
  );
  const head = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => `anchor${pieces.join('')}`);
  const paste = fc
    .array(fc.constantFrom('anchor', 'a', 'ab', 'quota ', '1', '"', '\\', '<', '\n', ' ', '3s', '\ud800'), {
      maxLength: 60,
    })
    .map((pieces) => pieces.join(''));

  it('compiles, and judges any paste to the same answer whatever the order of runbooks', () => {
    fc.assert(
      fc.property(fc.array(head, { minLength: 1, maxLength: 4 }), paste, (sources, text) => {
        const heads = sources.filter((source) => !isPatternError(parsePattern(source)));
        const one = packWith(...heads.map((own, index) => ({ id: `sig-${index}`, heads: [own] })));
        const turned = compilePack({
          ...one.pack,
          runbooks: one.pack.runbooks.map((runbook) => ({
            ...runbook,
            signatures: runbook.signatures.toReversed(),
          })),
        });
        const told = (pack: typeof one): string[] =>
          judge(pack, text)
            .hits.map(
              ({ compiled, span, line }) => `${compiled.signature.id} ${line} ${span.from} ${span.to}`,
            )
            .sort();
        expect(told(turned)).toEqual(told(one));
      }),
      { numRuns: 200 },
    );
  });
});
