import { type MappedText, type Piece, originOf } from './origin.ts';
import { type Span, shift } from './span.ts';

/**
 * One physical line. `from..to` is what stands on it; `end` is where the next line starts, behind the
 * terminator (`\n` or `\r\n`), so the spans `from..end` of all lines joined give the paste back.
 */
export interface Line extends Span {
  /** 1-based. */
  readonly number: number;
  readonly end: number;
  readonly text: string;
  /** Where the text stands in the paste, if it is not just `from..to`: unescaped, joined, or freed of a wrapper. */
  readonly origin?: readonly Piece[];
  /** How many lines of the paste it is, if not one: 0 if it is a further line out of a text that stands on the one before. */
  readonly physical?: number;
  /** The line is longer than {@link MAX_LINE} and goes on: the next one given out has the same number. */
  readonly cut?: true;
  /** The rest, or a part of the rest, of the line that was cut before. */
  readonly continued?: true;
}

/** A span of the line's text as a span of the paste. */
export function spanIn({ text, from, origin }: Line, span: Span): Span {
  return origin ? originOf({ text, pieces: origin } satisfies MappedText, span) : shift(span, from);
}

export interface LineSplitter {
  /** The lines that this chunk completes. */
  push(chunk: string): Line[];
  /** The same one at a time: a chunk, from an offset on, whose lines `next` gives until there are no more. */
  enter(chunk: string, from?: number): void;
  next(): Line | undefined;
  /** Where in the chunk the next line starts, if all of it that has come stands there. */
  start(): number | undefined;
  /** Goes on behind so many lines of the chunk, which the caller has read for itself up to `to`; the number of the first. */
  pass(lines: number, to: number): number;
  /** The last line, if the text did not end with a terminator. */
  end(): Line[];
}

/** So much of one line is held at once; a longer one comes in pieces of this length. */
export const MAX_LINE = 1 << 23;

/** A line that comes one character at a time is put together from time to time, so that each costs no object of its own. */
const MAX_PARTS = 1_024;

/**
 * Splits text that arrives in chunks of any size; the lines do not depend on where the chunks were cut.
 * A lone `\r` (a progress bar) stays in its line: only a newline ends one.
 */
export function createLineSplitter(maxLine = MAX_LINE): LineSplitter {
  let parts: string[] = [];
  let held = 0;
  let from = 0;
  let number = 1;
  let continued = false;

  const hold = (part: string): void => {
    if (part === '') return;
    if (parts.length >= MAX_PARTS) parts = [parts.join('')];
    parts.push(part);
    held += part.length;
  };

  const take = (): string => {
    const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
    parts = [];
    held = 0;
    return text;
  };

  const make = (text: string, to: number, end: number, cut: boolean): Line => {
    const whole: Line = { number, from, to, end, text };
    const line: Line =
      cut || continued
        ? { ...whole, ...(cut ? { cut: true } : {}), ...(continued ? { continued: true } : {}) }
        : whole;
    from = end;
    continued = cut;
    if (!cut) number++;
    return line;
  };

  /** Pieces of lines that are too long to be held. */
  const pieces: Line[] = [];
  let chunk = '';
  /** How much of the chunk has been taken. */
  let taken = 0;

  /** Gives out as much of what is held as is more than one piece. */
  const cut = (): void => {
    if (held <= maxLine) return;
    const text = take();
    let at = 0;
    while (text.length - at > maxLine) {
      const to = at + (isHighSurrogate(text.charCodeAt(at + maxLine - 1)) ? maxLine - 1 : maxLine) || at + 1;
      pieces.push(make(text.slice(at, to), from + to - at, from + to - at, true));
      at = to;
    }
    hold(text.slice(at));
  };

  /** The line that ends in the chunk, once the pieces in front of it are given out. */
  const endLine = (): Line => {
    taken++;
    const whole = take();
    const text = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    return make(text, from + text.length, from + whole.length + 1, false);
  };

  const splitter: LineSplitter = {
    push(text) {
      splitter.enter(text);
      const lines: Line[] = [];
      for (let line = splitter.next(); line; line = splitter.next()) lines.push(line);
      return lines;
    },
    enter(text, start = 0) {
      chunk = text;
      taken = start;
    },
    next() {
      const piece = pieces.shift();
      if (piece) return piece;
      if (taken === chunk.length) return undefined;
      const newline = chunk.indexOf('\n', taken);
      const to = newline < 0 ? chunk.length : newline;
      if (to > taken) {
        hold(chunk.slice(taken, to));
        taken = to;
        cut();
        if (pieces.length > 0) return pieces.shift();
      }
      return newline < 0 ? undefined : endLine();
    },
    start: () => (held === 0 && !continued && pieces.length === 0 ? taken : undefined),
    pass(lines, to) {
      from += to - taken;
      number += lines;
      taken = to;
      return number - lines;
    },
    end() {
      // No newline follows, so a trailing `\r` is not part of a terminator.
      const text = take();
      return text === '' ? [] : [make(text, from + text.length, from + text.length, false)];
    },
  };
  return splitter;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** All lines of a text that is there at once. */
export function splitLines(text: string): Line[] {
  const splitter = createLineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}
