import type { Span } from './span.ts';

/**
 * One physical line. `from..to` is what stands on it; `end` is where the next line starts, behind the
 * terminator (`\n` or `\r\n`), so the spans `from..end` of all lines joined give the paste back.
 */
export interface Line extends Span {
  /** 1-based. */
  readonly number: number;
  readonly end: number;
  readonly text: string;
}

export interface LineSplitter {
  /** The lines that this chunk completes. */
  push(chunk: string): Line[];
  /** The last line, if the text did not end with a terminator. */
  end(): Line[];
}

/**
 * Splits text that arrives in chunks of any size; the lines do not depend on where the chunks were cut.
 * A lone `\r` (a progress bar) stays in its line: only a newline ends one.
 */
export function createLineSplitter(): LineSplitter {
  let rest = '';
  let from = 0;
  let number = 0;

  const line = (text: string, end: number): Line => {
    const content = text.endsWith('\r') ? text.slice(0, -1) : text;
    return { number: ++number, from, to: from + content.length, end, text: content };
  };

  return {
    push(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', start)) {
        const text = rest + chunk.slice(start, at);
        rest = '';
        const made = line(text, from + text.length + 1);
        lines.push(made);
        from = made.end;
        start = at + 1;
      }
      rest += chunk.slice(start);
      return lines;
    },
    end() {
      if (rest === '') return [];
      // No newline follows, so a trailing `\r` is not part of a terminator.
      const last = { number: ++number, from, to: from + rest.length, end: from + rest.length, text: rest };
      rest = '';
      return [last];
    },
  };
}

/** All lines of a text that is there at once. */
export function splitLines(text: string): Line[] {
  const splitter = createLineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}
