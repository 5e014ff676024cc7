import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { quotedEnd, readMappedGoString, readMappedJsonString } from './escapes.ts';
import { readGoQuoted } from './go-quoted.ts';
import { type MappedText, originOf } from './origin.ts';

const inside = (quoted: string): { from: number; to: number } => ({ from: 1, to: quoted.length - 1 });

const any = fc.string({ unit: 'binary', maxLength: 30 });

/** Each piece of the decoded text beside what it was written as. */
const pairsOf = (source: string, mapped: MappedText): [string, string][] =>
  mapped.pieces.map(({ at, from, to }, index) => [
    mapped.text.slice(at, mapped.pieces[index + 1]?.at ?? mapped.text.length),
    source.slice(from, to),
  ]);

describe('the inside of a JSON string', () => {
  it('is what was written', () => {
    fc.assert(
      fc.property(any, (text) => {
        const quoted = JSON.stringify(text);
        expect(readMappedJsonString(quoted, inside(quoted)).text).toBe(text);
      }),
    );
  });

  it('knows how each piece was written', () => {
    fc.assert(
      fc.property(any, (text) => {
        const quoted = JSON.stringify(text);
        const pairs = pairsOf(quoted, readMappedJsonString(quoted, inside(quoted)));
        for (const [value, written] of pairs) expect(JSON.parse(`"${written}"`)).toBe(value);
        expect(pairs.map(([, written]) => written).join('')).toBe(quoted.slice(1, -1));
      }),
    );
  });

  it.each([
    ['a\\u003cb\\/c', 'a<b/c'],
    ['\\ud83d\\ude00', '😀'],
    ['an escape that JSON does not know: \\x41 \\q', 'an escape that JSON does not know: \\x41 \\q'],
    ['too short: \\u12', 'too short: \\u12'],
    ['cut: \\', 'cut: \\'],
    ['', ''],
  ])('of %j is %j', (written, text) => {
    expect(readMappedJsonString(`"${written}"`, { from: 1, to: written.length + 1 }).text).toBe(text);
  });

  it('ends where it is said to: an escape across the end is none', () => {
    expect(readMappedJsonString('\\n\\n', { from: 0, to: 3 }).text).toBe('\n\\');
    expect(readMappedJsonString('\\u0041', { from: 0, to: 5 }).text).toBe('\\u004');
  });

  it('that is empty stands where it stood', () => {
    const empty = readMappedJsonString('""', { from: 1, to: 1 });
    expect(originOf(empty, { from: 0, to: 0 })).toEqual({ from: 1, to: 1 });
  });
});

describe('the inside of a Go string', () => {
  it('is what Go wrote', () => {
    expect(readMappedGoString('\\a\\v\\t\\"\\U0001f600\\u00e9\\x41', { from: 0, to: 30 }).text).toBe(
      '\x07\v\t"😀éA',
    );
  });

  it('is read as the reader of klog values reads it', () => {
    const text = hostileText(['\\n', '\\t', '\\"', '\\\\', '\\u00e9', 'a', '"']);
    fc.assert(
      fc.property(text, (raw) => {
        const source = `"${raw}"`;
        const other = readGoQuoted(source, 0);
        const end = quotedEnd(source, 0);
        fc.pre(other !== undefined && end === other.to);
        expect(readMappedGoString(source, { from: 1, to: (end ?? 0) - 1 }).text).toBe(other?.value);
      }),
    );
  });
});

describe('reading escapes', () => {
  it('never throws, and loses nothing', () => {
    const text = hostileText(['\\u', '\\U', '\\x', '\\n', '\\', '00e9', 'd83d', 'ffffffff', '"']);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const from = a % (source.length + 1);
        const span = { from, to: from + (b % (source.length - from + 1)) };
        for (const read of [readMappedJsonString, readMappedGoString]) {
          const written = pairsOf(source, read(source, span)).map(([, one]) => one);
          expect(written.join('')).toBe(source.slice(span.from, span.to));
        }
      }),
    );
  });

  it.each([
    ['newlines', '\\n'],
    ['backslashes', '\\'],
    ['what is no escape', '\\q'],
    ['numbers cut short', '\\u00'],
  ])('costs time in proportion to the text: %s', (_, piece) => {
    const task = (text: string): unknown => readMappedJsonString(text, { from: 0, to: text.length });
    expect(growth(task, (size) => piece.repeat(size), 5_000)).toBeLessThan(LINEAR);
  });
});

describe('the end of a quoted text', () => {
  it.each([
    ['"abc" d', 5],
    ['"a\\"b"', 6],
    ['"a\\\\"', 5],
    ['""', 2],
    ['"abc', undefined],
    ['"abc\\"', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('of %j is at %j', (text, end) => {
    expect(quotedEnd(text, 0)).toBe(end);
  });

  it('is not looked for behind the limit', () => {
    expect(quotedEnd('"abc"', 0, 4)).toBeUndefined();
    expect(quotedEnd('"abc"', 0, 5)).toBe(5);
  });
});
