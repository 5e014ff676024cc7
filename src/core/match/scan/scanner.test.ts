import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScanner } from './scanner.ts';

type Place = readonly [needle: number, at: number];

/** What is found in a text, and in its bytes too where they are ASCII; with and without WebAssembly. */
function scanned(needles: readonly string[], text: string): Place[] {
  const found = inText(needles, text);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === text.length) expect(inText(needles, bytes)).toEqual(found);
  vi.stubGlobal('WebAssembly', undefined);
  expect(inText(needles, text)).toEqual(found);
  vi.unstubAllGlobals();
  return found;
}

function inText(needles: readonly string[], source: string | Uint8Array): Place[] {
  const places: Place[] = [];
  createScanner(needles)(source, (needle, at) => places.push([needle, at]));
  return sorted(places);
}

/** What a scan must find, the slow way. */
function everywhere(needles: readonly string[], text: string): Place[] {
  const places: Place[] = [];
  needles.forEach((needle, index) => {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) places.push([index, at]);
  });
  return sorted(places);
}

const sorted = (places: Place[]): Place[] => places.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);

afterEach(() => vi.unstubAllGlobals());

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

  it('finds short ones, and none that stands only partly there', () => {
    const text = 'E0614 reflector.go:138] Failed to watch *v1.Pod: dial tcp: i/o timeout';
    const needles = ['dial tcp: i/o timeout', 'Failed to', 'tcp:', 'E06', 'out', 'connection refused'];
    expect(scanned(needles, text)).toEqual([
      [3, 0],
      [1, text.indexOf('Failed')],
      [0, text.indexOf('dial')],
      [2, text.indexOf('tcp')],
      [4, text.length - 3],
    ]);
    expect(scanned(['Failed to watch', 'timeout!', 'xE0614'], text.slice(0, -1))).toEqual([
      [0, text.indexOf('Failed')],
    ]);
    expect(scanned(['Failed to watch'], text.slice(0, text.indexOf('ch *')))).toEqual([]);
  });

  it('finds what lies across the pieces in which it looks', () => {
    const needles = ['a wording of a signature', 'timeout!'];
    for (let shift = 0; shift < 60; shift += 3) {
      const far = `${'.'.repeat(2 ** 16 - 30 + shift)}timeout! a wording of a signature`.padEnd(
        2 ** 17 + 40,
        '-',
      );
      expect(scanned(needles, far)).toEqual(everywhere(needles, far));
      expect(scanned(needles, far)).toHaveLength(2);
    }
  });

  it('finds a needle at every place of a text that is nothing but it', () => {
    const all = 'a'.repeat(2 ** 17 + 100);
    expect(inText(['aaaaaaaaaaaaaaaaaaaa'], all)).toHaveLength(all.length - 19);
  });

  it('finds the same where a policy forbids WebAssembly', () => {
    const refuse = vi.fn(function refuse() {
      throw new Error('blocked by the policy');
    });
    vi.stubGlobal('WebAssembly', { Module: refuse, Instance: refuse });
    expect(inText(['a wording'], 'this is a wording')).toEqual([[0, 8]]);
    expect(refuse).toHaveBeenCalled();
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
  ])('finds in %s what a search for each alone finds, whatever the needles and the text', (_, word) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.array(fc.oneof(word, fc.constant('abc ab')), { maxLength: 12 }),
        fc.nat(20),
        fc.nat(20),
        (needles, parts, start, cut) => {
          const whole = [...parts, ...needles].join('');
          const text = whole.slice(start, Math.max(start, whole.length - cut));
          expect(scanned(needles, text)).toEqual(everywhere(needles, text));
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
