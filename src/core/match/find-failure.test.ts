import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { textOf } from '../text/index.ts';
import { findFailure, tokenText } from './find-failure.ts';
import { findPattern } from './find-pattern.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(pattern.message);
  return pattern;
}

const told = (source: string, text: string): unknown => {
  const failure = findFailure(read(source), text);
  if (!failure) return undefined;
  const fits = failure.literals.map((span) => textOf(text, span)).join('…');
  return [fits, tokenText(failure.expected), failure.found];
};

describe('where a pattern fails', () => {
  const REFUSED = 'dial tcp 10.0.0.7:443: connect: connection refused';

  it.each<[string, string, string, unknown]>([
    [
      'the end is another',
      'dial tcp <ip>:<port>: i/o timeout',
      REFUSED,
      ['dial tcp …:…: ', 'i/o timeout', 'connect: connection refused'],
    ],
    [
      'an end is the same in part',
      'dial tcp <ip>:<port>: connect: no route',
      REFUSED,
      ['dial tcp …:…: connect: ', 'no route', 'connection refused'],
    ],
    [
      'a hole has another type',
      'dial tcp <ip>:<port:p>: i/o',
      'dial tcp 10.0.0.7:http: i/o',
      ['dial tcp …:', '<port:p>', 'http: i/o'],
    ],
    [
      'a gap has no end',
      'Get <*>": dial tcp',
      'Get "https://a/b: EOF',
      ['Get ', '": dial tcp', '"https://a/b: EOF'],
    ],
    [
      'the beginning is the same in part',
      'Unable to perform initial IP check',
      'Unable to perform initial port check',
      ['Unable to perform initial ', 'IP check', 'port check'],
    ],
    ['the line ends', 'failed to list <str>: ', 'failed to list *v1.Pod', ['failed to list ', ': ', '']],
  ])('is told where %s', (_, source, text, expected) => {
    expect(told(source, text)).toEqual(expected);
  });

  it('is nowhere where the pattern fits, or where nothing of it is there', () => {
    expect(told('dial tcp <ip>', REFUSED)).toBeUndefined();
    expect(told('Unable to perform', REFUSED)).toBeUndefined();
    expect(told('x<int>', '')).toBeUndefined();
  });

  it('is a place in the text, and only of patterns that do not match', () => {
    const piece = fc.constantFrom('a', 'b', ' ', '1', '"', '\\', '\ud800', 'ab', 'ba');
    const hole = fc.constantFrom('<int>', '<*>', '<str>', '<q>', '<hex>');
    const literal = fc.constantFrom('a', 'ab ', '1', '"', 'ba');
    const source = fc
      .tuple(literal, fc.array(fc.tuple(hole, literal), { maxLength: 4 }))
      .map(([first, middle]) => first + middle.flat().join(''));
    fc.assert(
      fc.property(source, fc.array(piece, { maxLength: 40 }), (pattern, pieces) => {
        const text = pieces.join('');
        const failure = findFailure(read(pattern), text);
        if (!failure) return;
        expect(findPattern(read(pattern), text)).toBeUndefined();
        expect(text.slice(failure.at).startsWith(failure.found)).toBe(true);
        for (const { from, to } of failure.literals) expect(from).toBeLessThan(to);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['beginnings', 'ab<*>bc<*>cd<*>dddddddd', (n: number) => 'abcbcd'.repeat(n / 6)],
    ['a literal again and again', `${'ab<*>'.repeat(8)}zzzzzzzz`, (n: number) => 'ab'.repeat(n / 2)],
    ['digits', `${'1<int>x'.repeat(8)}zzzzzzzz`, (n: number) => '1'.repeat(n)],
    ['a long first literal', `${'ab'.repeat(500)}z`, (n: number) => 'ab'.repeat(n / 2)],
  ])('is found in time in proportion to the text: %s', (_, source, makeText) => {
    expect(growth((text) => findFailure(read(source), text), makeText, 20_000)).toBeLessThan(LINEAR);
  });
});
