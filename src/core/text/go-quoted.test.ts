import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { readGoQuoted } from './go-quoted.ts';

describe('a string that Go printed with %q', () => {
  it.each([
    ['""', ''],
    ['"plain"', 'plain'],
    [String.raw`"a \"q\" b"`, 'a "q" b'],
    [String.raw`"back\\slash"`, 'back\\slash'],
    [String.raw`"line1\nline2\ttab\r"`, 'line1\nline2\ttab\r'],
    [String.raw`"\a\b\f\v"`, '\x07\b\f\v'],
    [String.raw`"\x00\x7f"`, '\0\x7f'],
    [String.raw`"\u00e9\u4e2d"`, 'é中'],
    [String.raw`"\U0001f600"`, '😀'],
    ['"中文 stays as it is"', '中文 stays as it is'],
  ])('%s is decoded', (literal, value) => {
    expect(readGoQuoted(literal, 0)).toEqual({ value, to: literal.length });
  });

  it('ends at its own quote and not at the last of the line', () => {
    expect(readGoQuoted('x="a" y="b"', 2)).toEqual({ value: 'a', to: 5 });
  });

  it.each([
    ['no quote there', 'abc"def"'],
    ['never closed', '"abc'],
    ['closed by an escaped quote only', String.raw`"abc\"`],
    ['an escape that Go has not', String.raw`"\q"`],
    ['a hexadecimal escape cut short', String.raw`"\x4"`],
    ['digits that are none', String.raw`"\u12g4"`],
    ['a character behind the last of Unicode', String.raw`"\U00110000"`],
    ['a backslash at the end', '"\\'],
  ])('is not read: %s', (_, literal) => {
    expect(readGoQuoted(literal, 0)).toBeUndefined();
  });

  it('is not read beyond the limit', () => {
    expect(readGoQuoted('"abc"', 0, 4)).toBeUndefined();
    expect(readGoQuoted(String.raw`"\u4e2d"`, 0, 5)).toBeUndefined();
  });

  it('is the value again, whatever was quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const literal = quoteLikeGo(value);
        expect(readGoQuoted(`${literal}"tail"`, 0)).toEqual({ value, to: literal.length });
      }),
    );
  });

  it('never makes a reader throw, nor leave the text', () => {
    fc.assert(
      fc.property(hostileText(['"', '\\', '\\x', '\\u', '\\U0010', 'ffff']), fc.nat(20), (text, from) => {
        const quoted = readGoQuoted(text, from);
        if (!quoted) return;
        expect(quoted.to).toBeGreaterThan(from + 1);
        expect(quoted.to).toBeLessThanOrEqual(text.length);
        expect(text.charAt(quoted.to - 1)).toBe('"');
      }),
    );
  });
});

/** strconv.QuoteToASCII: every character that is not printable ASCII is escaped. */
function quoteLikeGo(value: string): string {
  const pieces = [...value].map((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (point >= 0x20 && point < 0x7f) return character;
    if (point < 0x80) return `\\x${point.toString(16).padStart(2, '0')}`;
    return point > 0xffff
      ? `\\U${point.toString(16).padStart(8, '0')}`
      : `\\u${point.toString(16).padStart(4, '0')}`;
  });
  return `"${pieces.join('')}"`;
}
