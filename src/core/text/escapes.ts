import { CODE, isHex } from './characters.ts';
import type { MappedText, Piece } from './origin.ts';
import type { Span } from './span.ts';

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const GO: Readonly<Record<string, string>> = { ...SIMPLE, a: '\x07', v: '\v' };
const GO_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const JSON_DIGITS: Readonly<Record<string, number>> = { u: 4 };

/**
 * The inside of a JSON string ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259#section-7)), decoded. An escape that
 * JSON does not know stays as it is printed: reading never throws.
 */
export const readMappedJsonString = (text: string, span: Span): MappedText =>
  unescape(text, span, SIMPLE, JSON_DIGITS);

/** The inside of a Go string literal ([strconv.Quote](https://pkg.go.dev/strconv#Quote)), decoded, as above. */
export const readMappedGoString = (text: string, span: Span): MappedText =>
  unescape(text, span, GO, GO_DIGITS);

function unescape(
  source: string,
  { from, to }: Span,
  simple: Readonly<Record<string, string>>,
  digits: Readonly<Record<string, number>>,
): MappedText {
  let text = '';
  const pieces: Piece[] = [];
  const add = (value: string, start: number, end: number): void => {
    if (start === end) return;
    pieces.push({ at: text.length, from: start, to: end });
    text += value;
  };
  // A view of the text: what stands behind the string is not looked through for escapes.
  const upTo = source.slice(0, to);
  let plain = from;
  let at = upTo.indexOf('\\', from);
  while (at >= 0) {
    const kind = source.charAt(at + 1);
    const escape = simple[kind] ?? ('"\\/\''.includes(kind) && kind !== '' ? kind : undefined);
    const length = digits[kind] ?? 0;
    const point = escape === undefined && length > 0 ? hexAt(source, at + 2, length, to) : undefined;
    const value = escape ?? (point === undefined ? undefined : String.fromCodePoint(point));
    const end = at + 2 + (escape === undefined ? length : 0);
    if (value !== undefined && end <= to) {
      add(source.slice(plain, at), plain, at);
      add(value, at, end);
      plain = end;
      at = upTo.indexOf('\\', end);
    } else at = upTo.indexOf('\\', at + 1);
  }
  add(source.slice(plain, to), plain, to);
  return { text, pieces: pieces.length > 0 ? pieces : [{ at: 0, from, to: from }] };
}

function hexAt(text: string, from: number, length: number, limit: number): number | undefined {
  if (from + length > limit) return undefined;
  for (let at = from; at < from + length; at++) if (!isHex(text.charCodeAt(at))) return undefined;
  const point = Number.parseInt(text.slice(from, from + length), 16);
  return point <= 0x10ffff ? point : undefined;
}

/** Behind the closing quote of the string that opens at `from`; `undefined` if it is not closed before `limit`. */
export function quotedEnd(text: string, from: number, limit = text.length): number | undefined {
  if (text.charCodeAt(from) !== CODE.quote) return undefined;
  const upTo = text.slice(0, limit);
  for (let at = upTo.indexOf('"', from + 1); at >= 0; at = upTo.indexOf('"', at + 1))
    if (!isEscaped(text, from + 1, at)) return at + 1;
  return undefined;
}

/** Whether an odd number of backslashes stands in front of a place, behind `from`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === CODE.backslash) first--;
  return (at - first) % 2 === 1;
}
