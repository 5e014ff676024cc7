/**
 * Classes of UTF-16 code units. Scanners over pasted text ask these instead of regular expressions, so their
 * cost is one look per character on any input.
 */
export const CODE = {
  tab: 9,
  space: 32,
  quote: 34,
  apostrophe: 39,
  openParen: 40,
  closeParen: 41,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  underscore: 95,
  backquote: 96,
  openBrace: 123,
  closeBrace: 125,
} as const;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLower = (code: number): boolean => code >= 97 && code <= 122;

export const isUpper = (code: number): boolean => code >= 65 && code <= 90;

export const isLetter = (code: number): boolean => isLower(code | 32);

export const isHex = (code: number): boolean => isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);

export const isBlank = (code: number): boolean => code === CODE.space || code === CODE.tab;

/** The bars that Markdown and boxes draw: `|`, `│`, `┃`. */
export const isBar = (code: number): boolean => code === 0x7c || code === 0x2502 || code === 0x2503;

/** Where the run of characters of a class that starts at `from` ends, at most at `limit`. */
export function runEnd(
  text: string,
  from: number,
  limit: number,
  inClass: (code: number) => boolean,
): number {
  let at = from;
  while (at < limit && inClass(text.charCodeAt(at))) at++;
  return at;
}

/** A run of at most nine digits as a number; `undefined` if there is none at `from`. */
export function readNumber(
  text: string,
  from: number,
  limit = text.length,
): { value: number; to: number } | undefined {
  const end = Math.min(limit, from + 9);
  let value = 0;
  let to = from;
  for (; to < end; to++) {
    const code = text.charCodeAt(to);
    if (!isDigit(code)) break;
    value = value * 10 + (code - 48);
  }
  return to === from ? undefined : { value, to };
}
