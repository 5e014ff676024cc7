import { describe, expect, it } from 'vitest';
import { isBlank, isDigit, isHex, isLetter, isLower, isUpper, readNumber, runEnd } from './characters.ts';

const ASCII = Array.from({ length: 300 }, (_, code) => code);
const members = (inClass: (code: number) => boolean): string =>
  ASCII.filter(inClass)
    .map((code) => String.fromCharCode(code))
    .join('');

describe('classes of characters', () => {
  it.each([
    ['digits', isDigit, '0123456789'],
    ['lower case', isLower, 'abcdefghijklmnopqrstuvwxyz'],
    ['upper case', isUpper, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    ['letters', isLetter, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'],
    ['hexadecimal digits', isHex, '0123456789ABCDEFabcdef'],
    ['blanks', isBlank, '\t '],
  ])('%s are these and no others', (_, inClass, expected) => {
    expect(members(inClass)).toBe(expected);
  });
});

describe('a run of characters', () => {
  it('ends where its class ends, at the limit, or at the end of the text', () => {
    expect(runEnd('123abc', 0, 6, isDigit)).toBe(3);
    expect(runEnd('123abc', 0, 2, isDigit)).toBe(2);
    expect(runEnd('123', 0, 99, isDigit)).toBe(3);
    expect(runEnd('abc', 1, 3, isDigit)).toBe(1);
  });
});

describe('a number in a text', () => {
  it.each([
    ['42]', 0, { value: 42, to: 2 }],
    ['a007', 1, { value: 7, to: 4 }],
    ['1234567890', 0, { value: 123_456_789, to: 9 }],
  ])('in %j from %i is %o', (text, from, expected) => {
    expect(readNumber(text, from)).toEqual(expected);
  });

  it('is none without a digit there', () => {
    expect(readNumber('x1', 0)).toBeUndefined();
    expect(readNumber('1', 1)).toBeUndefined();
    expect(readNumber('12', 0, 0)).toBeUndefined();
  });
});
