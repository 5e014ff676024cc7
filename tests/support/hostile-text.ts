import * as fc from 'fast-check';

/** What breaks readers: quotes, brackets, blanks, line ends, escapes, NUL, halves of surrogate pairs. */
const BREAKERS = [
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\0',
  '"',
  "'",
  '\\',
  '`',
  '\ud83d',
  '\ude00',
  '\u202e',
  '\u2028',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '=',
  ':',
  '/',
  '-',
  '.',
  ',',
  '%',
  '!',
  '$',
  '@',
  '^@',
  '…',
  '中',
  '0',
  '9',
];

/** Text made of a reader's own keywords, of what breaks readers, and of any characters. */
export const hostileText = (keywords: readonly string[], maxLength = 30): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...keywords) },
        { weight: 4, arbitrary: fc.constantFrom(...BREAKERS) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      ),
      { maxLength },
    )
    .map((pieces) => pieces.join(''));

/** A text in pieces of any sizes, empty ones included. */
export function cutText(text: string, cuts: readonly number[]): string[] {
  const places = cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

/** Where to cut: see `cutText`. */
export const cutPlaces: fc.Arbitrary<number[]> = fc.array(fc.nat(), { maxLength: 12 });
