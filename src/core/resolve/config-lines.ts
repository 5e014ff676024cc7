import { type Problem, type Span, splitLines } from '../text/index.ts';

/** A word of a line, with where it stands in its file. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** What a line of a configuration file may have against it. */
export type ConfigProblem =
  | 'unknown-keyword'
  | 'unknown-option'
  | 'missing-value'
  | 'not-an-address'
  | 'server-not-read'
  | 'not-a-number'
  | 'out-of-range'
  | 'search-replaced'
  | 'no-colon'
  | 'open-bracket'
  | 'bad-criterion'
  | 'unknown-source'
  | 'no-name';

export type ConfigProblems = Problem<ConfigProblem>[];

const isSeparator = (code: number): boolean => code === 32 || code === 9 || code === 13;

/** The words of a stretch of text, between blanks, tabs and carriage returns, as Go's getFields splits them. */
export function wordsIn(text: string, { from, to }: Span): Word[] {
  const words: Word[] = [];
  for (let at = from; at < to;) {
    while (at < to && isSeparator(text.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isSeparator(text.charCodeAt(at))) at++;
    if (at > start) words.push({ text: text.slice(start, at), span: { from: start, to: at } });
  }
  return words;
}

/** The span of every line of a file, without its end. */
export const lineSpans = (file: string): Span[] => splitLines(file).map(({ from, to }) => ({ from, to }));

/** Up to the first `#`. */
export function withoutComment(file: string, { from, to }: Span): Span {
  const hash = file.slice(from, to).indexOf('#');
  return hash < 0 ? { from, to } : { from, to: from + hash };
}

/** ASCII only, as Go compares host names. */
export function lowerAscii(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    out += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : text.charAt(at);
  }
  return out;
}
