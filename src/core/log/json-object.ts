import { CODE, type Span, isBlank, isDigit, quotedEnd } from '../text/index.ts';
import type { Part } from './header.ts';
import { decodePart } from './part.ts';

export type JsonKind = 'string' | 'number' | 'word' | 'object' | 'array';

/** `"key": value` of an object; the span of a string is without its quotes. */
export interface JsonMember {
  readonly key: string;
  readonly kind: JsonKind;
  readonly span: Span;
}

export interface JsonObject {
  readonly members: readonly JsonMember[];
  /** Behind the closing brace; missing if the text ends inside of the object: somebody cut the line. */
  readonly to?: number;
}

/** A line of a log has no more; what stands behind them is left unread. */
const MAX_MEMBERS = 1_000;

/**
 * The members of the JSON object at `from`, without those of nested ones, whose spans are found by counting brackets:
 * one pass, no recursion. A value that is cut at the end of the text is a member still. `undefined` if there is no
 * object, or if what stands there is not written as JSON is.
 */
export function scanJsonObject(text: string, from: number, limit = text.length): JsonObject | undefined {
  if (text.charCodeAt(from) !== CODE.openBrace) return undefined;
  const members: JsonMember[] = [];
  let at = skipSpace(text, from + 1, limit);
  if (text.charCodeAt(at) === CODE.closeBrace) return { members, to: at + 1 };
  while (at < limit && members.length < MAX_MEMBERS) {
    if (text.charCodeAt(at) !== CODE.quote) return undefined;
    const keyEnd = quotedEnd(text, at, limit);
    if (keyEnd === undefined) return { members };
    const colon = skipSpace(text, keyEnd, limit);
    if (colon >= limit) return { members };
    if (text.charCodeAt(colon) !== CODE.colon) return undefined;
    const valueAt = skipSpace(text, colon + 1, limit);
    if (valueAt >= limit) return { members };
    const value = scanValue(text, valueAt, limit);
    if (!value) return undefined;
    members.push({
      key: keyOf(text, { from: at + 1, to: keyEnd - 1 }),
      kind: value.kind,
      span: { from: value.from, to: value.to },
    });
    at = skipSpace(text, value.next, limit);
    if (at >= limit) return { members };
    const mark = text.charCodeAt(at);
    if (mark === CODE.closeBrace) return { members, to: at + 1 };
    if (mark !== CODE.comma) return undefined;
    at = skipSpace(text, at + 1, limit);
  }
  return { members };
}

/** A value as a part of the line. */
export const partOf = ({ kind, span }: JsonMember): Part => ({
  span,
  encoding: kind === 'string' ? 'json' : 'plain',
});

/** What a value means as text. */
export const textOfMember = (line: string, member: JsonMember): string =>
  decodePart(line, partOf(member)).text;

const keyOf = (text: string, span: Span): string => decodePart(text, { span, encoding: 'json' }).text;

interface Value extends Span {
  readonly kind: JsonKind;
  readonly next: number;
}

function scanValue(text: string, at: number, limit: number): Value | undefined {
  const code = text.charCodeAt(at);
  if (code === CODE.quote) {
    const end = quotedEnd(text, at, limit);
    return end === undefined
      ? { kind: 'string', from: at + 1, to: limit, next: limit }
      : { kind: 'string', from: at + 1, to: end - 1, next: end };
  }
  if (code === CODE.openBrace || code === CODE.openBracket) {
    const next = nestedEnd(text, at, limit);
    return { kind: code === CODE.openBrace ? 'object' : 'array', from: at, to: next, next };
  }
  let to = at;
  while (to < limit && isBare(text.charCodeAt(to))) to++;
  if (to === at) return undefined;
  const kind = isDigit(code) || code === CODE.minus ? 'number' : 'word';
  if (kind === 'word' && !isWord(text.slice(at, to), to === limit)) return undefined;
  return { kind, from: at, to, next: to };
}

/** Behind the bracket that closes the one at `from`; the limit if none does. Strings hold brackets of their own. */
function nestedEnd(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) {
      const end = quotedEnd(text, at, limit);
      if (end === undefined) return limit;
      at = end - 1;
    } else if (code === CODE.openBrace || code === CODE.openBracket) depth++;
    else if ((code === CODE.closeBrace || code === CODE.closeBracket) && --depth === 0) return at + 1;
  }
  return limit;
}

const isBare = (code: number): boolean =>
  code !== CODE.comma && code !== CODE.closeBrace && code !== CODE.closeBracket && !isSpace(code);

const WORDS = ['true', 'false', 'null'];

const isWord = (word: string, cut: boolean): boolean =>
  cut ? WORDS.some((known) => known.startsWith(word)) : WORDS.includes(word);

const isSpace = (code: number): boolean => isBlank(code) || code === 10 || code === 13;

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}
