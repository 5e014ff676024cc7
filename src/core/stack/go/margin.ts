import { type Line, isBlank, isDigit, runEnd } from '../../text/index.ts';
import { cutLine } from './indentation.ts';

/** No margin is wider. */
const MAX_WIDTH = 200;

/**
 * Where what stands in front of a line ends, if it has the shape of what stands in front of another one: the number of a
 * line, a time, a name. Numbers may differ, and stand to the right; all else is the same.
 *
 *     >      9 │ goroutine 1 [running]:              a margin of `     9 │ `
 *     >     10 │ main.main()
 *
 * Of a line with nothing behind its margin, blanks at the end may be gone. `undefined` if the shape is another one.
 */
export function marginEnd(margin: string, text: string): number | undefined {
  if (margin.length > MAX_WIDTH) return undefined;
  let at = 0;
  for (let of = 0; of < margin.length;) {
    const blanks = runEnd(margin, of, margin.length, isBlank);
    const digits = runEnd(margin, blanks, margin.length, isDigit);
    if (digits > blanks) {
      // The number of the next line may have a digit more, and a blank less in front.
      const number = runEnd(text, at, at + MAX_WIDTH, isBlank);
      const end = runEnd(text, number, at + MAX_WIDTH, isDigit);
      if (end === number || (number > at && blanks === of)) return undefined;
      of = digits;
      at = end;
      continue;
    }
    if (at === text.length)
      return runEnd(margin, of, margin.length, isBlank) === margin.length ? at : undefined;
    if (margin.charCodeAt(of) !== text.charCodeAt(at)) return undefined;
    of++;
    at++;
  }
  return at;
}

/** A line that lost its margin keeps what it has; one that lost most of it may have kept the blank at its end. */
export function withoutMargin(line: Line, margin: string): Line {
  const end = marginEnd(margin, line.text);
  if (end) return cutLine(line, end);
  return margin.endsWith(' ') && line.text.startsWith(' ') ? cutLine(line, 1) : line;
}
