import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutTo, wrap } from './columns.ts';

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['磁盘', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['😀', 2],
    ['', 0],
  ])('`%s` takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('cut a text where they end', () => {
    expect(cutTo('abcdef', 6)).toBe('abcdef');
    expect(cutTo('abcdef', 5)).toBe('abcde…');
    expect(cutTo('磁盘已满', 5)).toBe('磁盘…');
  });

  it.each([
    ['between words', 'the disk is full today', 10, ['the disk', 'is full', 'today']],
    ['inside a word that is too long', 'a bcdefgh', 4, ['a', 'bcde', 'fgh']],
    ['between Han characters', '磁盘已满。', 6, ['磁盘已', '满。']],
    ['nowhere where all fits', 'abc', 80, ['abc']],
    ['nothing', '', 80, ['']],
  ])('wrap a text %s', (_, text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  it('hold every line, and lose nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrap(text, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});
