/** A terminal gives a Han character two columns, and what combines with the one before it none. */
function widthOf(code: number): number {
  if (code >= 0x300 && code < 0x370) return 0;
  const wide =
    (code >= 0x1100 && code < 0x1160) ||
    (code >= 0x2e80 && code < 0xa4d0) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe70) ||
    (code >= 0xff00 && code < 0xff61) ||
    (code >= 0x1f300 && code < 0x1fb00) ||
    (code >= 0x20000 && code < 0x40000);
  return wide ? 2 : 1;
}

/** How many columns a text takes. */
export const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character.codePointAt(0) ?? 0), 0);

/** The text with blanks behind it, up to so many columns. */
export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** The text as far as it fits, with `…` behind it if it does not. */
export function cutTo(text: string, columns: number): string {
  let used = 0;
  let out = '';
  for (const character of text) {
    used += widthOf(character.codePointAt(0) ?? 0);
    if (used > columns) return `${out}…`;
    out += character;
  }
  return out;
}

/** The text in lines of at most so many columns, broken between words, or where a word or Chinese gives no such place. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )|(?<=[\u2e80-\uffee])(?=[^，。；：、）」])/u)) {
    for (const piece of splitLong(word, columns)) {
      if (line !== '' && columnsOf((line + piece).trimEnd()) > columns) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function splitLong(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece + character) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
