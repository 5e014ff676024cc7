import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanner } from './scanner.ts';

type Place = readonly [needle: number, at: number];

/** What is found in the characters, and in the bytes too where they are ASCII. */
function scanned(needles: readonly string[], text: string, from = 0, to = text.length): Place[] {
  const scanner = createScanner(needles);
  const places: Place[] = [];
  scanner.scan(text, from, to, (needle, at) => places.push([needle, at]));
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === text.length) {
    const inBytes: Place[] = [];
    scanner.scanBytes()?.(bytes, from, to, (needle, at) => inBytes.push([needle, at]));
    expect(sorted(inBytes)).toEqual(sorted(places));
  }
  return sorted(places);
}

/** What a scan must find, the slow way. */
function everywhere(needles: readonly string[], text: string, from = 0, to = text.length): Place[] {
  const places: Place[] = [];
  needles.forEach((needle, index) => {
    for (
      let at = text.indexOf(needle, from);
      at >= 0 && at + needle.length <= to;
      at = text.indexOf(needle, at + 1)
    )
      places.push([index, at]);
  });
  return sorted(places);
}

const sorted = (places: Place[]): Place[] => places.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);

describe('the scan for many literals', () => {
  it('finds each where it stands', () => {
    const text = 'E0614 reflector.go:138] Failed to watch *v1.Pod: dial tcp: i/o timeout';
    expect(scanned([': dial tcp: i/o timeout', 'Failed to watch *v1.', 'connection refused'], text)).toEqual([
      [1, text.indexOf('Failed')],
      [0, text.indexOf(': dial')],
    ]);
  });

  it.each([
    ['that overlap', ['anagram of a', 'ram of an anagram'], 'an anagram of an anagram of a'],
    ['that repeat', ['aaa'], 'aaaaaa'],
    ['one inside the other', ['timeout', 'i/o timeout'], 'dial tcp: i/o timeout'],
    ['at both ends', ['begin of it', 'end of it'], 'begin of it … end of it'],
    ['beyond Latin-1', ['连接被拒绝', '\u{1f4a5}boom'], '错误：连接被拒绝 \u{1f4a5}boom'],
    ['that only look alike in their low bits', ['\u0161\u0162\u0163'], 'abc \u0161\u0162\u0163 abc'],
  ])('finds those %s', (_, needles, text) => {
    expect(scanned(needles, text)).toEqual(everywhere(needles, text));
    expect(scanned(needles, text)).not.toEqual([]);
  });

  it('finds nothing that stands only partly between the bounds', () => {
    const text = 'xx refused yy refused zz';
    expect(scanned(['refused'], text, 4, 20)).toEqual([]);
    expect(scanned(['refused'], text, 3, 20)).toEqual([[0, 3]]);
    expect(scanned(['refused'], text, 4, 21)).toEqual([[0, 14]]);
  });

  it('refuses a literal that is too short to be rare', () => {
    expect(() => createScanner(['ab'])).toThrow('expected at least three characters, found `ab`');
  });

  it('has nothing to find without literals', () => {
    expect(scanned([], 'any text')).toEqual([]);
  });

  const wordOf = (...unit: string[]): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...unit), minLength: 3, maxLength: 30 });

  it.each([
    ['ASCII', wordOf('a', 'b', 'c', ' ', ':', 'A')],
    ['any characters', wordOf('a', 'b', 'c', ' ', ':', '中', 'A')],
  ])('finds in %s what a search for each alone finds, whatever the needles and the bounds', (_, word) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.array(fc.oneof(word, fc.constant('abc ab')), { maxLength: 12 }),
        fc.nat(20),
        fc.nat(20),
        (needles, parts, start, cut) => {
          const text = [...parts, ...needles].join('');
          const to = Math.max(0, text.length - cut);
          expect(scanned(needles, text, start, to)).toEqual(everywhere(needles, text, start, to));
        },
      ),
    );
  });

  it('finds them among so many that they are split by length', () => {
    const many = Array.from({ length: 600 }, (_, index) => `needle ${index}`.padEnd(8 + (index % 30), '.'));
    const text = many.filter((_, index) => index % 7 === 0).join(' between ');
    expect(scanned(many, text)).toEqual(everywhere(many, text));
  });
});
