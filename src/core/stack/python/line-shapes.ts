import { CODE, type Line, isDigit, isLetter, readNumber, runEnd } from '../../text/index.ts';
import type { Before } from '../reader.ts';
import type { Relation } from './chain.ts';

const TITLE = 'Traceback (most recent call last):';

/** Of `logging` with `stack_info=True`: calls without an exception. */
const STACK_TITLE = 'Stack (most recent call last):';

/** The sentences between two exceptions: the one above caused the one below, or was being handled. */
const CHAINS: readonly (readonly [words: string, relation: Relation])[] = [
  ['The above exception was the direct cause of the following exception:', 'cause'],
  ['During handling of the above exception, another exception occurred:', 'context'],
];

export const readChain = (text: string): Relation | undefined =>
  CHAINS.find(([words]) => text.startsWith(words))?.[1];

export const isTitle = (text: string): boolean => text.endsWith('):') && text.endsWith(TITLE);

export const isStackTitle = (text: string): boolean => text === STACK_TITLE;

/** The message of a cause, and the sentence below it, which stand directly above the first title. */
export function causeAbove({
  lines,
  heading,
}: Before):
  { readonly message: readonly Line[]; readonly link: Line; readonly relation: Relation } | undefined {
  if (heading === undefined) return undefined;
  const told = lines.findLastIndex(({ text }) => text.trim() !== '');
  const link = lines[told];
  const relation = link && readChain(link.text);
  return relation && told > heading ? { message: lines.slice(heading, told), link, relation } : undefined;
}

/** `[Previous line repeated 995 more times]` */
export function readRepeated(text: string): number | undefined {
  const start = '  [Previous line repeated ';
  return text.startsWith(start) ? readNumber(text, start.length)?.value : undefined;
}

/** `KeyError: 'x'`, `json.decoder.JSONDecodeError: …`, `KeyboardInterrupt`: a name, then nothing or a colon and a blank. */
export function isExceptionLine(text: string): boolean {
  const end = text.trimEnd().length;
  const to = runEnd(text, 0, end, isNameCode);
  if (to === 0 || isDigit(text.charCodeAt(0))) return false;
  if (to === end) return true;
  return text.charCodeAt(to) === CODE.colon && (to + 1 === end || text.charCodeAt(to + 1) === CODE.space);
}

const isNameCode = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === CODE.dot || code === CODE.underscore || code > 127;

/** `Exception in thread worker:` stands above the traceback of a thread. */
export function threadOf(text: string): string | undefined {
  const start = 'Exception in thread ';
  const name = text.trimEnd();
  return name.startsWith(start) && name.endsWith(':') ? name.slice(start.length, -1) : undefined;
}
