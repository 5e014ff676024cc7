import { CODE, type Line, type Span, isBlank, runEnd, sliceMapped, spanIn } from '../../text/index.ts';

const BAR = 124;
const HASH = 35;
const SEMICOLON = 59;
const STAR = 42;

/** Blanks, `>`, `|`, and what begins a comment: `//`, `#`, `;`, ` *`. */
export const isQuoting = (code: number): boolean =>
  isBlank(code) ||
  code === CODE.greater ||
  code === CODE.slash ||
  code === BAR ||
  code === HASH ||
  code === SEMICOLON ||
  code === STAR;

/** What a whole pasted stack may have in front of every line: blanks, `> ` of a mail, `| ` of causes, `// `. */
export const quoteOf = (text: string): string => text.slice(0, runEnd(text, 0, MAX_QUOTE, isQuoting));

/** No stack is quoted deeper: a line of nothing but blanks is not gone through again and again. */
const MAX_QUOTE = 200;

/** Whether all of the text is what a quoted line has in front, so that nothing is on the line itself. */
export const isQuote = (text: string): boolean => runEnd(text, 0, text.length, isQuoting) === text.length;

/**
 * The line without the quoting that the first line of its stack had. A line that lost it keeps what it has: editors
 * strip blanks, and of an empty line `> ` leaves `>`.
 */
export function withoutQuote(line: Line, quote: string): Line {
  if (quote === '') return line;
  if (line.text.startsWith(quote)) return cutLine(line, quote.length);
  return isQuote(line.text) ? cutLine(line, line.text.length) : line;
}

/** The line from an offset on. */
export function cutLine(line: Line, count: number): Line {
  const text = line.text.slice(count);
  if (!line.origin) return { ...line, text, from: line.from + count };
  return { ...line, text, origin: sliceMapped({ text: line.text, pieces: line.origin }, count).pieces };
}

export const isBlankLine = (line: Line | undefined): boolean => line?.text.trim() === '';

/** Where a line's text, or what stands on it from an offset on, stands in the paste. */
export const spanOf = (line: Line, from = 0, to = line.text.length): Span => spanIn(line, { from, to });

/** From the start of one span to the end of another. */
export const spanOver = (first: Span, last: Span): Span => ({
  from: first.from,
  to: Math.max(first.to, last.to),
});
