import { CODE, isHex } from './characters.ts';

/** A Go string literal as `%q` prints it, decoded; `to` is behind the closing quote. */
export interface GoQuoted {
  readonly value: string;
  readonly to: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads the literal that starts with the quote at `from`, by the rules of
 * [strconv.Quote](https://pkg.go.dev/strconv#Quote): `\a \b \f \n \r \t \v \\ \"`, `\xNN`, `\uNNNN`, `\UNNNNNNNN`.
 * `undefined` if there is no quote at `from`, if it is not closed before `limit`, or if an escape is not Go's.
 */
export function readGoQuoted(text: string, from: number, limit = text.length): GoQuoted | undefined {
  if (text.charCodeAt(from) !== CODE.quote) return undefined;
  let value = '';
  let at = from + 1;
  let plain = at;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) return { value: value + text.slice(plain, at), to: at + 1 };
    if (code !== CODE.backslash) {
      at++;
      continue;
    }
    value += text.slice(plain, at);
    const kind = text.charAt(at + 1);
    const simple = SIMPLE[kind];
    if (simple !== undefined) {
      value += simple;
      at += 2;
    } else {
      const digits = HEX_DIGITS[kind];
      if (digits === undefined || at + 2 + digits > limit) return undefined;
      for (let i = 0; i < digits; i++) if (!isHex(text.charCodeAt(at + 2 + i))) return undefined;
      const point = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
      if (point > 0x10ffff) return undefined;
      value += String.fromCodePoint(point);
      at += 2 + digits;
    }
    plain = at;
  }
  return undefined;
}
