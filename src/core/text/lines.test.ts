import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { type Line, createLineSplitter, splitLines } from './lines.ts';

const text = hostileText(['a line', '\n', '\r\n', '\r']);

function splitInPieces(pieces: readonly string[]): Line[] {
  const splitter = createLineSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe('lines of a paste', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['\n', ['']],
  ])('%j has the lines %j', (paste, lines) => {
    expect(splitLines(paste).map((line) => line.text)).toEqual(lines);
  });

  it('end the same on Windows, without the carriage return', () => {
    expect(splitLines('a\r\nb\r\n').map((line) => line.text)).toEqual(['a', 'b']);
  });

  it('keep a lone carriage return, which a progress bar prints', () => {
    expect(splitLines('10%\r20%\nb\r')).toMatchObject([{ text: '10%\r20%' }, { text: 'b\r' }]);
  });

  it('know their number and where they stand', () => {
    expect(splitLines('ab\r\nc')).toEqual([
      { number: 1, from: 0, to: 2, end: 4, text: 'ab' },
      { number: 2, from: 4, to: 5, end: 5, text: 'c' },
    ]);
  });

  it('lose nothing: joined from start to end they give the paste back', () => {
    fc.assert(
      fc.property(text, (paste) => {
        const lines = splitLines(paste);
        expect(lines.map((line) => paste.slice(line.from, line.end)).join('')).toBe(paste);
        for (const line of lines) expect(paste.slice(line.from, line.to)).toBe(line.text);
        expect(lines.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
      }),
    );
  });

  it('do not depend on where a file was cut while it was read', () => {
    fc.assert(
      fc.property(text, cutPlaces, (paste, cuts) => {
        expect(splitInPieces(cutText(paste, cuts))).toEqual(splitLines(paste));
      }),
    );
  });

  it('are found between the two characters of a Windows line end that was cut apart', () => {
    expect(splitInPieces(['a\r', '\nb'])).toEqual(splitLines('a\r\nb'));
  });

  it.each([
    ['many short lines', (size: number) => 'x\n'.repeat(size)],
    ['one long line', (size: number) => 'x'.repeat(size)],
  ])('take time in proportion to the paste: %s', (_, make) => {
    expect(growth(splitLines, make, 30_000)).toBeLessThan(LINEAR);
  });

  it('take time in proportion to a line that arrives in many pieces', () => {
    const task = (paste: string): void => void splitInPieces([...paste]);
    expect(growth(task, (size) => 'x'.repeat(size), 20_000)).toBeLessThan(LINEAR);
  });
});

describe('a line that is too long to be held', () => {
  const split = (paste: string, cuts: readonly number[] = []): Line[] => {
    const splitter = createLineSplitter(4);
    return [...cutText(paste, cuts).flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  };

  it('comes in pieces with one number, the first cut, the others continued', () => {
    expect(split('abcdefghij\nk')).toEqual([
      { number: 1, from: 0, to: 4, end: 4, text: 'abcd', cut: true },
      { number: 1, from: 4, to: 8, end: 8, text: 'efgh', cut: true, continued: true },
      { number: 1, from: 8, to: 10, end: 11, text: 'ij', continued: true },
      { number: 2, from: 11, to: 12, end: 12, text: 'k' },
    ]);
  });

  it.each([
    ['of exactly the limit is whole', 'abcd\nx', ['abcd', 'x']],
    ['of exactly the limit and a Windows line end is cut in front of it', 'abcd\r\nx', ['abcd', '', 'x']],
    ['is not cut inside of a surrogate pair', 'abc😀d', ['abc', '😀d']],
    ['ends with the text', 'abcdef', ['abcd', 'ef']],
  ])('%s', (_, paste, texts) => {
    expect(split(paste).map((line) => line.text)).toEqual(texts);
  });

  it('loses nothing, and does not depend on where it was cut while it was read', () => {
    fc.assert(
      fc.property(text, cutPlaces, (paste, cuts) => {
        const lines = split(paste);
        expect(lines.map((line) => paste.slice(line.from, line.end)).join('')).toBe(paste);
        expect(split(paste, cuts)).toEqual(lines);
        expect(new Set(lines.map(({ number }) => number)).size).toBe(splitLines(paste).length);
      }),
    );
  });
});
