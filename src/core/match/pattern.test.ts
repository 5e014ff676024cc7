import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLES } from './holes.ts';
import { type Pattern, MAX_HOLES, isPatternError, parsePattern } from './pattern.ts';

function read(source: string): Pattern {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) throw new Error(pattern.message);
  return pattern;
}

describe('a pattern', () => {
  it('is literal text with typed holes, which may capture', () => {
    expect(read('Get "https://<ip:endpoint>:<port>/<**>').tokens).toEqual([
      { kind: 'literal', text: 'Get "https://' },
      { kind: 'hole', type: 'ip', capture: 'endpoint' },
      { kind: 'literal', text: ':' },
      { kind: 'hole', type: 'port' },
      { kind: 'literal', text: '/' },
      { kind: 'hole', type: '**' },
    ]);
  });

  it.each([
    ['https://localhost:<port>/<*>: dial tcp: i/o timeout', 'https://localhost:', 0],
    ['failed to get <str>: etcdserver: mvcc<*> request failed', ': etcdserver: mvcc', 2],
    ['quota: <int> connection refused', ' connection refused', 2],
    ['quota one <int> quota two ', 'quota one ', 0],
  ])('of `%s` is looked for by its rarest literal that is long enough', (source, text, index) => {
    expect(read(source).anchor).toMatchObject({ text, index });
  });

  it('knows its longest literal where all are short, the first of equals, and how much of it is literal', () => {
    const pattern = read('ab<int>cdef<int>ghij');
    expect(pattern.anchor).toEqual({ text: 'cdef', index: 2, reach: 2_002 });
    expect(pattern.literals).toBe(10);
  });

  it.each([
    ['takes `<` literally behind a backslash', String.raw`a \<int> b`, 'a <int> b'],
    ['takes a backslash literally behind a backslash', String.raw`C:\\temp`, String.raw`C:\temp`],
    ['keeps a backslash in front of anything else', String.raw`path \"/readyz`, String.raw`path \"/readyz`],
    ['keeps a backslash at the end', 'ends in \\', 'ends in \\'],
    ['needs no escape for `>`', 'a -> b', 'a -> b'],
  ])('%s', (_, source, literal) => {
    expect(read(source).tokens).toEqual([{ kind: 'literal', text: literal }]);
  });

  it.each(Object.keys(HOLES))('knows the hole `<%s>`', (type) => {
    expect(read(`text <${type}>`).tokens.at(-1)).toEqual({ kind: 'hole', type });
  });

  it.each([
    [
      'an unknown hole',
      'a <number> b',
      'expected a hole such as `<int>` or `<path:name>`, found `<number`',
      2,
    ],
    [
      'a hole that is not closed',
      'a <int',
      'expected a hole such as `<int>` or `<path:name>`, found `<int`',
      2,
    ],
    ['a bare `<`', 'a < b', 'expected a hole such as `<int>` or `<path:name>`, found `< b`', 2],
    [
      'a property that objects inherit',
      'a <toString>',
      'expected a hole such as `<int>` or `<path:name>`, found `<toString`',
      2,
    ],
    ['two holes in a row', 'a <int><int>', 'expected literal text between two holes', 7],
    ['a rest that is not at the end', 'a <**> b', 'expected `<**>` at the end only', 0],
    ['a hole at the beginning', '<int> b', 'expected the pattern to begin with literal text', 0],
    ['nothing at all', '', 'expected the pattern to begin with literal text', 0],
    ['too many holes', 'a<int>'.repeat(9), 'expected at most 8 holes, found 9', 0],
  ])('refuses %s, and says where', (_, source, message, at) => {
    expect(parsePattern(source)).toEqual({ message, at });
  });

  it(`takes ${MAX_HOLES} holes`, () => {
    expect(read('a<int>'.repeat(MAX_HOLES)).tokens).toHaveLength(2 * MAX_HOLES);
  });

  it('never throws, whatever an author writes', () => {
    const piece = fc.constantFrom('<', '>', '\\', ':', '*', 'int', '**', 'a', '"', '\0', '\ud800', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        parsePattern(pieces.join(''));
      }),
    );
  });

  it('reads any text as itself once `<` and backslashes are escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const escaped = text.replace(/[<\\]/g, String.raw`\$&`);
        expect(read(escaped).tokens).toEqual([{ kind: 'literal', text }]);
      }),
    );
  });
});
