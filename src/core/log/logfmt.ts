import { CODE, type Span, isBlank, quotedEnd } from '../text/index.ts';
import type { Part } from './header.ts';

/** `key=value`; a quoted value is meant without its quotes. */
export interface LogfmtPair extends Span {
  readonly key: string;
  readonly value: Part;
}

/** A line of a log has no more; what stands behind them is left unread. */
const MAX_PAIRS = 1_000;

const MAX_KEY = 100;

/**
 * The pairs of a [logfmt](https://brandur.org/logfmt) text from `from` on: keys without blanks, quotes or signs, values
 * bare up to a blank or quoted as Go quotes. Reading ends at the first word that is no pair; a quoted value that is cut
 * at the end of the text is a value still.
 */
export function scanLogfmt(text: string, from: number): LogfmtPair[] {
  const pairs: LogfmtPair[] = [];
  let at = from;
  while (at < text.length && pairs.length < MAX_PAIRS) {
    while (isBlank(text.charCodeAt(at))) at++;
    const sign = keyEnd(text, at);
    if (sign === undefined) break;
    const pair = readPair(text, at, sign);
    pairs.push(pair);
    at = pair.to;
  }
  return pairs;
}

function readPair(text: string, from: number, sign: number): LogfmtPair {
  const key = text.slice(from, sign);
  const start = sign + 1;
  if (text.charCodeAt(start) === CODE.quote) {
    const end = quotedEnd(text, start);
    const next = text.charCodeAt(end ?? text.length);
    if (end === undefined || Number.isNaN(next) || isBlank(next)) {
      const inner = { from: start + 1, to: end === undefined ? text.length : end - 1 };
      return { key, from, to: end ?? text.length, value: { span: inner, encoding: 'go-quoted' } };
    }
  }
  let to = start;
  while (to < text.length && !isBlank(text.charCodeAt(to))) to++;
  return { key, from, to, value: { span: { from: start, to }, encoding: 'plain' } };
}

/** Where the `=` behind the key at `from` stands. */
function keyEnd(text: string, from: number): number | undefined {
  const limit = Math.min(text.length, from + MAX_KEY);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.equals) return at > from ? at : undefined;
    if (isBlank(code) || code === CODE.quote || code < 32) return undefined;
  }
  return undefined;
}
