import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { type Line, splitLines } from './lines.ts';
import { drawReport, drawable } from './report.ts';

const lineOf = (text: string, number = 1): Line => ({
  number,
  from: 0,
  to: text.length,
  end: text.length,
  text,
});

/** C0, DEL and C1. */
const isControl = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code <= 0x9f);
};

describe('a report', () => {
  it('shows the line with its number, and carets under what it speaks of', () => {
    const line = lineOf('goroutine 1 [running', 3);
    expect(drawReport(line, { from: 12, to: 20 }, 'expected `]:`, found the end of the line')).toBe(
      ['3 | goroutine 1 [running', '  |             ^^^^^^^^ expected `]:`, found the end of the line'].join(
        '\n',
      ),
    );
  });

  it('keeps its columns when the line number is long', () => {
    expect(drawReport(lineOf('abc', 12_345), { from: 1, to: 2 }, 'here')).toBe(
      '12345 | abc\n      |  ^ here',
    );
  });

  it('places a span of the paste within its own line', () => {
    const [, second] = splitLines('first\nsecond');
    expect(second && drawReport(second, { from: 9, to: 12 }, 'here')).toBe('2 | second\n  |    ^^^ here');
  });

  it('draws one caret behind the line for a span that is empty there', () => {
    expect(drawReport(lineOf('ab'), { from: 2, to: 2 }, 'x')).toBe('1 | ab\n  |   ^ x');
  });

  it('cuts a long line to a window around the span', () => {
    const drawn = drawReport(lineOf(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`), { from: 500, to: 504 }, 'x');
    const [shown = '', carets = ''] = drawn.split('\n');
    expect(shown).toBe(`1 | …${'a'.repeat(60)}HERE${'b'.repeat(60)}…`);
    expect(carets.indexOf('^')).toBe(shown.indexOf('HERE'));
  });

  it('never throws and never holds a character that moves the cursor, whatever the line and the span', () => {
    fc.assert(
      fc.property(hostileText(['\x1b[31m', '\x9b', 'word']), fc.nat(80), fc.nat(80), (text, from, length) => {
        const drawn = drawReport(lineOf(text), { from, to: from + length }, 'x');
        expect(drawn.split('\n')).toHaveLength(2);
        const controls = [...drawn.replace('\n', '')].filter((character) => isControl(character));
        expect(controls).toEqual([]);
      }),
    );
  });
});

describe('drawable text', () => {
  it.each([
    [
      'marks that turn the direction of writing',
      'file \u202egnp.exe\u202c, \u2066a\u2069',
      'file ·gnp.exe·, ·a·',
    ],
    ['blanks without width', 'kube\u200bapi\ufeff\u2060', 'kube·api··'],
    ['line ends of Unicode', 'a\u2028b\u2029c', 'a·b·c'],
    ['halves of surrogate pairs', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
  ])('shows %s', (_, text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });

  it('keeps what joins letters and emoji', () => {
    expect(drawable('👩\u200d💻 می\u200cخواهم')).toBe('👩\u200d💻 می\u200cخواهم');
  });

  it('has dots for control characters and a blank for a TAB, one for one', () => {
    expect(drawable('a\x1b[2J\tb\0\x85')).toBe('a·[2J b··');
  });

  it('is the text itself where nothing acts', () => {
    expect(drawable('中文 “x” 😀')).toBe('中文 “x” 😀');
  });
});
