import { CODE, isBlank, isHex, readNumber, runEnd } from '../text/index.ts';
import type { Symbol } from './frame.ts';
import { parseSymbol } from './symbol.ts';

/** The first line of a frame: `main.many(0x1, 0x2, ...)`. */
export interface CallLine {
  readonly symbol: Symbol;
  readonly args: string;
  readonly inlined: boolean;
}

/**
 * Reads a call: a symbol without blanks, then only what the runtime prints between the parentheses (words, braces,
 * `?` for values that may be stale, `_` and `...`). A sentence with parentheses is none.
 */
export function readCallLine(line: string, symbolOf = parseSymbol): CallLine | undefined {
  const call = readAnyCallLine(line, symbolOf);
  return call && (call.symbol.raw === 'panic' || isSymbol(call.symbol.raw)) ? call : undefined;
}

/** The same of a function without a package: up to Go 1.4 parts of the runtime were C, `schedule()`. */
export function readAnyCallLine(line: string, symbolOf = parseSymbol): CallLine | undefined {
  const text = line.trimEnd();
  if (!text.endsWith(')') || isBlank(text.charCodeAt(0))) return undefined;
  const open = openingParenthesis(text);
  if (open <= 0) return undefined;
  const raw = text.slice(0, open);
  const args = text.slice(open + 1, -1);
  if (!isWord(raw) || !isArguments(args)) return undefined;
  return { symbol: symbolOf(raw), args, inlined: args === '...' || args === '…' };
}

/** `created by main.main in goroutine 1` (the goroutine since Go 1.21). */
export function readCreatedByLine(
  line: string,
  symbolOf = parseSymbol,
): { symbol: Symbol; goroutine?: number } | undefined {
  const words = 'created by ';
  if (!line.startsWith(words)) return undefined;
  const text = line.slice(words.length).trimEnd();
  const at = text.indexOf(' in goroutine ');
  const raw = at < 0 ? text : text.slice(0, at);
  const goroutine = at < 0 ? undefined : readNumber(text, at + ' in goroutine '.length)?.value;
  // Seldom a name without a package: `created by main`.
  if (!isWord(raw)) return undefined;
  return { symbol: symbolOf(raw), ...(goroutine === undefined ? {} : { goroutine }) };
}

/** `...additional frames elided...`, `...504480 frames elided...`: frames that the runtime left out. */
export const isElidedLine = (line: string): boolean =>
  (line.startsWith('...') || line.startsWith('…')) &&
  ['frames elided...', 'frames elided…'].some((words) => line.trimEnd().endsWith(words));

/** A goroutine that ran elsewhere has this in place of frames; where it was created may follow. */
export const isUnavailableLine = (line: string): boolean =>
  line.trim() === 'goroutine running on other thread; stack unavailable';

/** `main.main`, `net/http.(*conn).serve`: a name with a package, without blanks. */
export const isSymbol = (raw: string): boolean => raw.includes('.', 1) && isWord(raw);

const isWord = (raw: string): boolean => raw !== '' && runEnd(raw, 0, raw.length, isVisible) === raw.length;

export const isVisible = (code: number): boolean => code > CODE.space;

/** The parenthesis that matches the last one: a receiver such as `(*T)` has its own, in front. */
function openingParenthesis(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === CODE.closeParen) depth++;
    else if (code === CODE.openParen && --depth === 0) return at;
  }
  return -1;
}

function isArguments(args: string): boolean {
  for (let at = 0; at < args.length; at++) {
    const code = args.charCodeAt(at);
    if (!isHex(code) && !'x?{}, _.…'.includes(args.charAt(at))) return false;
  }
  return true;
}
