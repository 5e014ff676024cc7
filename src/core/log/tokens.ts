import { CODE, isBlank, isDigit, isLetter } from '../text/index.ts';
import type { Part } from './header.ts';

/** What is no message is short in every format: so far a reader looks for the end of a word or a bracket. */
export const MAX_TOKEN = 200;

/** The end of the run of blanks at `from`. */
export function skipBlanks(line: string, from: number): number {
  let at = from;
  while (isBlank(line.charCodeAt(at))) at++;
  return at;
}

/** The end of the run without blanks at `from`. */
export function wordEnd(line: string, from: number): number {
  const limit = Math.min(line.length, from + MAX_TOKEN);
  let at = from;
  while (at < limit && !isBlank(line.charCodeAt(at))) at++;
  return at;
}

const CLOSERS: Readonly<Record<number, number>> = {
  [CODE.openBracket]: CODE.closeBracket,
  [CODE.openParen]: CODE.closeParen,
  [CODE.openBrace]: CODE.closeBrace,
  [CODE.less]: CODE.greater,
};

/** Behind the bracket that closes the one at `from`, nested ones counted; `undefined` if there is none. */
export function bracketEnd(line: string, from: number): number | undefined {
  const open = line.charCodeAt(from);
  const close = CLOSERS[open];
  if (close === undefined) return undefined;
  const limit = Math.min(line.length, from + MAX_TOKEN);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = line.charCodeAt(at);
    if (code === open) depth++;
    else if (code === close && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Behind all bracketed groups at `from`, with the blanks between and behind them: `[main] [req-1] `. */
export function skipBrackets(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === CODE.openBracket) {
    const end = bracketEnd(line, at);
    if (end === undefined) return at;
    at = skipBlanks(line, end);
  }
  return at;
}

export const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);

/** The rest of the line as its message. */
export const restOf = (line: string, from: number): Part => ({
  span: { from: Math.min(from, line.length), to: line.length },
  encoding: 'plain',
});
