import { CODE, type Span, isBlank } from '../../text/index.ts';
import { closedQuotes } from './split.ts';

const KEYS = new Set(['error', 'err', 'message', 'msg', 'cause', 'desc', 'detail']);

/**
 * The insides of the strings of a JSON text that say what went wrong, in the order in which they stand:
 *
 *     > {"kind":"Status","message":"pods \"a\" not found","reason":"NotFound","code":404}
 *                                   ^^^^^^^^^^^^^^^^^^^^
 */
export function jsonErrors(text: string, { from, to }: Span): Span[] {
  const quoteEnd = closedQuotes(text, to);
  const found: Span[] = [];
  let key = '';
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== CODE.quote) {
      if (code !== CODE.colon && !isBlank(code) && code !== 10) key = '';
      continue;
    }
    const end = quoteEnd(at);
    if (end === undefined) break;
    if (KEYS.has(key)) {
      if (end - at > 2) found.push({ from: at + 1, to: end - 1 });
      key = '';
    } else key = isKey(text, end, to) ? text.slice(at + 1, Math.min(end - 1, at + 20)) : '';
    at = end - 1;
  }
  return found;
}

function isKey(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === CODE.colon;
}
