import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, fastest, growth } from '../../../tests/support/growth.ts';
import { textOf } from '../text/index.ts';
import { type PatternMatch, findPattern } from './find-pattern.ts';
import { holeOf } from './holes.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(pattern.message);
  return pattern;
}

const find = (source: string, text: string, from?: number, limit?: number): PatternMatch | undefined =>
  findPattern(read(source), text, from, limit);

describe('the place of a pattern', () => {
  it('is the first one in the text', () => {
    const text = 'port 70000, port 80, port 443';
    expect(find('port <port:p>', text)).toEqual({
      span: { from: 12, to: 19 },
      literals: [{ from: 12, to: 17 }],
      captures: [{ name: 'p', value: '80', span: { from: 17, to: 19 } }],
    });
  });

  it('tells where each literal and each named hole stands', () => {
    const text = 'E: Get "https://10.1.2.3:6443/api": dial tcp: i/o timeout';
    const match = find('Get "https://<ip:server>:<port>/<*>": dial tcp', text);
    expect(match?.literals.map((span) => textOf(text, span))).toEqual([
      'Get "https://',
      ':',
      '/',
      '": dial tcp',
    ]);
    expect(match?.captures.map(({ name, value, span }) => [name, value, textOf(text, span)])).toEqual([
      ['server', '10.1.2.3', '10.1.2.3'],
    ]);
  });

  it('may overlap a try that failed', () => {
    expect(find('aab<int>', 'aaab7')?.span).toEqual({ from: 1, to: 5 });
  });

  it.each([
    ['a literal is missing', 'listening on <port>', 'listening at 80'],
    ['a hole has a value of another type', 'on port <port>!', 'on port http!'],
    ['a gap would be empty', 'a<*>b', 'ab'],
    ['case differs', 'Unable to', 'unable to'],
    ['the text is empty', 'x', ''],
  ])('is nowhere if %s', (_, source, text) => {
    expect(find(source, text)).toBeUndefined();
  });

  it('is looked for between two places only', () => {
    const text = 'error one, error two, error six';
    expect(find('error <str:w>', text, 1)?.captures[0]?.value).toBe('two,');
    expect(find('error t', text, 12)).toBeUndefined();
    expect(find('error six', text, 0, text.length - 1)).toBeUndefined();
    expect(find('error <**:rest>', text, 11, 20)?.captures[0]?.value).toBe('two');
    expect(find('error <str:w>', text, 22, 30)?.captures[0]?.value).toBe('si');
  });

  it('has gaps of one line that take up to 2,000 characters, and end at the first place that fits', () => {
    expect(find('begin<*>end', `begin${'.'.repeat(2_000)}end`)?.span.to).toBe(2_008);
    expect(find('begin<*>end', `begin${'.'.repeat(2_001)}end`)).toBeUndefined();
    expect(find('begin<*:gap>end', 'begin 1 end 2 end')?.captures[0]?.value).toBe(' 1 ');
  });

  it('begins again behind a gap that is too long', () => {
    const text = `begin${'.'.repeat(3_000)}begin now end`;
    expect(find('begin<*:gap>end', text)?.captures[0]?.value).toBe(' now ');
  });

  it('bounds a class of characters that ends the pattern', () => {
    expect(find('x=<str:v>', `x=${'y'.repeat(5_000)}`)?.captures[0]?.value).toHaveLength(2_000);
  });
});

/** The same rules in the plainest form: every try looks at everything again. */
function plainly(pattern: Pattern, text: string): PatternMatch['span'] | undefined {
  for (let from = 0; from <= text.length; from++) {
    let at: number | undefined = from;
    for (const [index, token] of pattern.tokens.entries()) {
      if (at === undefined) break;
      if (token.kind === 'literal') at = text.startsWith(token.text, at) ? at + token.text.length : undefined;
      else {
        const { end, inClass } = holeOf(token.type);
        const next = pattern.tokens[index + 1];
        if (end) at = end(text, at, text.length);
        else if (inClass) at = classEnd(text, at, inClass, next?.kind === 'literal' ? next.text : undefined);
      }
    }
    if (at !== undefined) return { from, to: at };
  }
  return undefined;
}

function classEnd(text: string, from: number, inClass: (code: number) => boolean, next?: string) {
  for (let at = from; at <= text.length; at++) {
    const ends =
      next === undefined ? at === text.length || !inClass(text.charCodeAt(at)) : text.startsWith(next, at);
    if (at > from && ends) return at;
    if (at === text.length || !inClass(text.charCodeAt(at))) return undefined;
  }
  return undefined;
}

describe('the search', () => {
  it('finds what trying every place anew finds', () => {
    const hole = fc.constantFrom('<int>', '<*>', '<str>', '<pod>', '<q>', '<dur>', '<hex>', '<path>');
    const literal = fc.constantFrom('a', 'b', 'ab', ' ', '1', '"', 'a ', 'ba');
    const source = fc
      .tuple(literal, fc.array(fc.tuple(hole, literal), { maxLength: 4 }), fc.option(hole, { nil: '' }))
      .map(([first, middle, last]) => first + middle.flat().join('') + last);
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '1', '"', 's', '\\'), { maxLength: 40 });
    fc.assert(
      fc.property(source, text, (pattern, pieces) => {
        const joined = pieces.join('');
        expect(find(pattern, joined)?.span).toEqual(plainly(read(pattern), joined));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and its spans stay inside the text', () => {
    const source = fc.constantFrom(
      'a<*>b',
      'x=<q>',
      '"<path:p>"',
      'in <dur>',
      '<',
      'at <ip>:<port>',
      'a<**>',
    );
    const piece = fc.constantFrom(
      'a',
      'b',
      'x=',
      '"',
      '\\',
      '\0',
      '\ud800',
      '\udc00',
      '1s',
      '[::',
      ':',
      '\r',
      'at ',
    );
    fc.assert(
      fc.property(source, fc.array(piece), (pattern, pieces) => {
        const parsed = parsePattern(pattern);
        const text = pieces.join('');
        const match = isPatternError(parsed) ? undefined : findPattern(parsed, text);
        for (const { from, to } of match ? [match.span, ...match.literals] : []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });

  const gap = 'z'.repeat(3_000);
  it.each([
    ['a line of beginnings', 'xx<*>yyyyyyyy', (n: number) => `${'x'.repeat(n)}yyyyyyy${gap}yyyyyyyy`],
    [
      'nested near misses',
      'ab<*>bc<*>cd<*>dddddddd',
      (n: number) => `${'abcbcd'.repeat(n / 6)}${gap}dddddddd`,
    ],
    ['a word without end', 'xx<str>yyyyyyyy', (n: number) => `${'x'.repeat(n)} yyyyyyyy`],
    ['a page of digits', '1<int>zzzzzzzz', (n: number) => `${'1'.repeat(n)} zzzzzzzz`],
    ['a page of hex digits', 'aaaaaaaa<hex>zzzzzzzzz', (n: number) => `${'a'.repeat(n)} zzzzzzzzz`],
    ['a duration without end', '1<dur> zzzzzzzz', (n: number) => `${'11s'.repeat(n / 3)}zz zzzzzzzz`],
    [
      'a quotation without end',
      String.raw`x\\<q>zzzzzzzz`,
      (n: number) => `${String.raw`x\"`.repeat(n / 15)}zzzzzzzz`,
    ],
  ])('takes time in proportion to the text: %s', (_, source, makeText) => {
    const pattern = read(source);
    const ratio = growth((text) => expect(findPattern(pattern, text)).toBeUndefined(), makeText, 10_000);
    expect(ratio).toBeLessThan(LINEAR);
  });

  it('does not look through a megabyte again for each of its characters', () => {
    const pattern = read('xx<*>yyyyyyyy');
    const tries = (text: string): void => void findPattern(pattern, text);
    // A plain scan of the same text is the measure; a try that looked 2,000 characters far would cost 2,000 scans.
    const text = `${'x'.repeat(1_000_000)}${gap}yyyyyyyy`;
    const scan = fastest(() => [...text].length);
    expect(fastest(() => tries(text))).toBeLessThan(100 * scan);
  });
});
