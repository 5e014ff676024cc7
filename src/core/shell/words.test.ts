import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { quoteAll } from './quote.ts';
import table from './samples/typed-words.json' with { type: 'json' };
import { splitWords } from './words.ts';

const wordsOf = (text: string, rules: 'shell' | 'systemd' = 'shell'): string[] =>
  splitWords(text, rules).words.map((word) => word.text);

/** Where bash gives other words, because it does what a reader of a paste must not. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$': 'refuses parentheses',
  '~/foo': 'expands the home folder',
  'a#b #c': 'drops the comment',
  '--x={a,b}': 'expands braces',
  '--x=$HOME': 'expands variables',
  '--x=a&&echo hi': 'ends the command',
  '--x=a;b': 'ends the command',
  '--x=a|b': 'starts another command',
  '--x=<a>': 'redirects',
  '--x=(a)': 'refuses parentheses',
  '--x=`id -u`': 'runs the command',
  "$'a\\tb'": 'reads escapes',
};

describe('a typed command line', () => {
  it.each(table)('is split as bash does it: $typed', ({ typed, bash }) => {
    const words = wordsOf(typed);
    if (typed in DISAGREEMENTS) expect(words).not.toEqual(bash);
    else expect(words).toEqual(bash);
  });

  it.each([
    ['a b', ['a', 'b']],
    ['  a \t b\n', ['a', 'b']],
    [`a'b'"c"d`, ['abcd']],
    [`''`, ['']],
    [`"a\\"b" 'a\\"b'`, ['a"b', 'a\\"b']],
    [`"\\$x \\a"`, ['$x \\a']],
    ['a\\ b', ['a b']],
    ['a\\\nb', ['ab']],
    ['a \\\n  b \\\n', ['a', 'b']],
    ["a ''\\\n", ['a', '']],
    ['"a\\\nb"', ['ab']],
    ['a\\', ['a\\']],
    ['', []],
    ['$HOME * `id`', ['$HOME', '*', '`id`']],
  ])('%j has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['a "b c', ['a', 'b c'], 2],
    ["a 'b", ['a', 'b'], 2],
    ['a"', ['a'], 1],
  ])('with a quote that never closes says where: %j', (text, words, from) => {
    const { openQuote } = splitWords(text);
    expect(wordsOf(text)).toEqual(words);
    expect(openQuote).toEqual({ from, to: from + 1 });
  });

  it('starts behind the prompt', () => {
    expect(splitWords('$ ls -l', 'shell', 2).words).toEqual([
      { text: 'ls', span: { from: 2, to: 4 } },
      { text: '-l', span: { from: 5, to: 7 } },
    ]);
  });

  it('gives back the words that were quoted', () => {
    const words = fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 });
    fc.assert(
      fc.property(words, (argv) => {
        expect(wordsOf(quoteAll(argv, 'bash'))).toEqual(argv);
      }),
    );
  });

  it('loses nothing but blanks between its words', () => {
    fc.assert(
      fc.property(
        hostileText(["'", '"', '\\', 'word', ' ']),
        fc.constantFrom('shell', 'systemd'),
        (text, rules) => {
          const { words } = splitWords(text, rules);
          let at = 0;
          for (const { span } of words) {
            expect(text.slice(at, span.from)).toMatch(/^(?:[ \t\n]|\\\n)*$/);
            expect(span.to).toBeGreaterThan(span.from);
            at = span.to;
          }
          expect(text.slice(at)).toMatch(/^(?:[ \t\n]|\\\n)*$/);
        },
      ),
    );
  });

  it.each(["'", '"', '\\', 'a ', `'a'"b"`])('costs time in proportion to its length: %s', (piece) => {
    expect(growth(splitWords, (size) => piece.repeat(size), 30_000)).toBeLessThan(LINEAR);
  });
});

describe('a command line of systemd', () => {
  it.each([
    [String.raw`a\nb "\t\s" '\n'`, ['a\nb', '\t ', '\n']],
    [String.raw`"C:\\x" \x`, ['C:\\x', 'x']],
    [`"a 'b' c"`, [`a 'b' c`]],
  ])('%s has the words %j', (text, words) => {
    expect(wordsOf(text, 'systemd')).toEqual(words);
  });
});
