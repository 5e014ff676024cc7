import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createHarmless } from './harmless.ts';

const filter = (text: string): { out: string; left: object } => {
  const stream = createHarmless();
  return { out: stream.push(text), left: stream.leftOut() };
};

/** Each stands between two letters, which must come through. */
const ACTING: readonly (readonly [name: string, sequence: string, what: string])[] = [
  ['the clipboard', '\x1b]52;c;cm0gLXJmIC8=\x07', 'clipboard'],
  ['the clipboard, ended by ST', '\x1b]52;c;cm0gLXJmIC8=\x1b\\', 'clipboard'],
  ['the clipboard, in 8-bit controls', '\x9d52;c;cm0gLXJmIC8=\x9c', 'clipboard'],
  ['a question for the clipboard', '\x1b]52;c;?\x07', 'clipboard'],
  ['the title', '\x1b]0;owned\x07', 'title'],
  ['the icon name', '\x1b]1;owned\x07', 'title'],
  ['the title alone', '\x1b]2;owned\x1b\\', 'title'],
  ['the title as screen says it', '\x1bkowned\x1b\\', 'title'],
  ['a report of the title', '\x1b[21t', 'title'],
  ['a window that grows', '\x1b[8;9999;9999t', 'title'],
  ['the palette', '\x1b]4;1;rgb:ff/00/00\x07', 'colours'],
  ['a question for the background', '\x1b]11;?\x07', 'colours'],
  ['device attributes', '\x1b[c', 'query'],
  ['secondary device attributes', '\x1b[>c', 'query'],
  ['the cursor position', '\x1b[6n', 'query'],
  ['a mode asked for', '\x1b[?2026$p', 'query'],
  ['a setting asked for', '\x1bP$qm\x1b\\', 'query'],
  ['a capability asked for', '\x1bP+q544e\x1b\\', 'query'],
  ['bracketed paste', '\x1b[?2004h', 'mode'],
  ['mouse reports', '\x1b[?1000;1006h', 'mode'],
  ['focus reports', '\x1b[?1004h', 'mode'],
  ['the keypad', '\x1b=', 'mode'],
  ['a soft reset', '\x1b[!p', 'mode'],
  ['the cursor style', '\x1b[5 q', 'mode'],
  ['other keys', '\x1b[>4;2m', 'other'],
  ['the keyboard protocol of kitty', '\x1b[>1u', 'other'],
  ['sixel', '\x1bPq#0;2;0;0;0~~@@vv\x1b\\', 'device'],
  ['an application program command', '\x1b_Gi=31,a=q;AAAA\x1b\\', 'device'],
  ['a privacy message', '\x1b^hidden\x1b\\', 'device'],
  ['a start of string', '\x1bXhidden\x1b\\', 'device'],
  ['the printer', '\x1b[5i', 'device'],
  ['a notice of iTerm2', '\x1b]1337;File=name=eA==:AAAA\x07', 'other'],
  ['a notice', '\x1b]9;hello\x07', 'other'],
  ['the working directory', '\x1b]7;file:///etc\x07', 'other'],
  ['a character many times over', '\x1b[2147483647b', 'other'],
  ['the bell', '\x07', 'bell'],
  ['a switch of direction', '\u202e', 'direction'],
  ['an isolate', '\u2066', 'direction'],
  ['a character of 8-bit controls', '\x85', 'other'],
  ['the screen filled with E', '\x1b#8', 'other'],
  ['another character set', '\x1b%G', 'other'],
];

describe('a sequence that acts', () => {
  it.each(ACTING)('does not come through: %s', (_, sequence, what) => {
    expect(filter(`a${sequence}b`)).toEqual({ out: 'ab', left: { [what]: 1 } });
  });

  it('leaves the text of a link, and takes its address', () => {
    expect(filter('see \x1b]8;;javascript:alert(1)\x1b\\here\x1b]8;;\x1b\\.')).toEqual({
      out: 'see here.',
      left: { link: 2 },
    });
  });

  it.each(ACTING)('does not come through in pieces: %s', (_, sequence) => {
    const stream = createHarmless();
    expect(Array.from(`a${sequence}b`, (character) => stream.push(character)).join('')).toBe('ab');
  });

  it('that never ends takes nothing out of what a terminal would show', () => {
    expect(filter('a\x1b]52;c;AAAA\nb').out).toBe('a');
    expect(filter('a\x1b]52;c;AAAA\x18b').out).toBe('ab');
    expect(filter('a\x1b[31').out).toBe('a');
    expect(filter('a\x1b').out).toBe('a');
  });

  it('that begins inside of another ends that one', () => {
    expect(filter('\x1b[3\x1b[31mred')).toEqual({ out: '\x1b[31mred', left: { other: 1 } });
    expect(filter('\x1b]0;title\x1b[31mred')).toEqual({ out: '\x1b[31mred', left: { title: 1 } });
  });

  it('is left out among modes that only draw', () => {
    expect(filter('\x1b[?1049;2004;25h').out).toBe('\x1b[?1049;25h');
  });
});

describe('a sequence that draws', () => {
  it.each([
    '\x1b[m',
    '\x1b[1;31m',
    '\x1b[38;5;208m',
    '\x1b[38:2::255:0:0m',
    '\x1b[2J',
    '\x1b[K',
    '\x1b[?K',
    '\x1b[10;20H',
    '\x1b[A',
    '\x1b[3;20r',
    '\x1b[2L',
    '\x1b[?25l',
    '\x1b[?1049h',
    '\x1b7',
    '\x1b8',
    '\x1bM',
    '\x1bc',
    '\x1b(0',
    '\x1b(B',
    '\r\n\t\b',
    '中文 é 😀',
  ])('comes through: %j', (sequence) => {
    expect(filter(`a${sequence}b`)).toEqual({ out: `a${sequence}b`, left: {} });
  });

  it('comes through from its 8-bit form in its 7-bit form', () => {
    expect(filter('\x9b31mred').out).toBe('\x1b[31mred');
  });

  it('is done no more often than a screen can show', () => {
    expect(filter('\x1b[2147483647L\x1b[5;99999H\x1b[00007A').out).toBe('\x1b[999L\x1b[5;999H\x1b[00007A');
  });

  it('goes on behind a control inside of it', () => {
    expect(filter('\x1b[3\r1m').out).toBe('\r\x1b[31m');
  });

  it('longer than any of its kind is left out as a whole', () => {
    expect(filter(`a\x1b[${'1;'.repeat(100)}mb`)).toEqual({ out: 'ab', left: { other: 1 } });
  });
});

const PIECES = [
  ...ACTING.map(([, sequence]) => sequence),
  '\x1b[',
  '\x1b]',
  '\x1bP',
  '\x9b',
  '\x9d',
  '\x9c',
  '\x1b\\',
  '\x18',
  '52;c;',
  '?',
  ';',
  'm',
  'h',
  '\x07',
  '1;31m',
  '\x1b[2J',
];

/** Everything that may come out: text, controls of blanks and lines, and sequences of these shapes. */
const RE_HARMLESS =
  // eslint-disable-next-line no-control-regex
  /^(?:[\x08-\x0d\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\uffff]|\x1b\[\??[0-9;:]*[@A-HIJKLMPSTXZ`adefmrsuhl]|\x1b[78DEMc]|\x1b[()][0B])*$/;

describe('any bytes', () => {
  it('come out as text and sequences that draw, and nothing else', () => {
    fc.assert(
      fc.property(hostileText(PIECES, 40), (text) => {
        const { out } = filter(text);
        expect(out).toMatch(RE_HARMLESS);
        // eslint-disable-next-line no-control-regex
        for (const [, mode = ''] of out.matchAll(/\x1b\[\?([0-9;]*)[hl]/g)) {
          for (const number of mode.split(';'))
            expect(['6', '7', '25', '47', '1047', '1049']).toContain(number);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('come out the same wherever they are split', () => {
    fc.assert(
      fc.property(hostileText(PIECES, 40), cutPlaces, (text, cuts) => {
        const stream = createHarmless();
        const whole = filter(text);
        expect(
          cutText(text, cuts)
            .map((piece) => stream.push(piece))
            .join(''),
        ).toBe(whole.out);
        expect(stream.leftOut()).toEqual(whole.left);
      }),
      { numRuns: 1_000 },
    );
  });

  it('come out unchanged the second time', () => {
    fc.assert(
      fc.property(hostileText(PIECES, 40), (text) => {
        const { out } = filter(text);
        expect(filter(out)).toEqual({ out, left: {} });
      }),
    );
  });

  it('of no control come out as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // eslint-disable-next-line no-control-regex
        const plain = text.replaceAll(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
        expect(filter(plain)).toEqual({ out: plain, left: {} });
      }),
    );
  });

  it.each([
    ['a string that never ends', (size: number) => `\x1b]52;${'A'.repeat(size)}`],
    ['a sequence that never ends', (size: number) => `\x1b[${'1;'.repeat(size / 2)}`],
    ['nothing but escapes', (size: number) => '\x1b'.repeat(size)],
    ['strings that begin and never end', (size: number) => '\x1b]'.repeat(size / 2)],
    ['colours', (size: number) => '\x1b[31mx'.repeat(size / 6)],
  ])('cost no more than their length: %s', (_, make) => {
    expect(growth((text) => filter(text).out.length, make, 20_000)).toBeLessThan(LINEAR);
  });
});
