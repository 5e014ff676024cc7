import { isDigit, isLetter, isLower, isUpper } from '../text/index.ts';

/**
 * The terms of a text for search, the same for content and queries:
 *
 *     > pathrecorder.go:107] registered "/healthz/etcd"
 *       pathrecorder.go pathrecorder go registered healthz etcd
 *     > 解析超时
 *       解析 析超 超时
 *
 * Latin words in lower case; a name with dots or hyphens also in its parts, a camelCase one too. Chinese as pairs of
 * characters, since nobody agrees where its words end. What is a value and no word is left out: numbers, addresses,
 * hashes, times. Letters with up to three digits behind them, such as `x509`, are a word.
 */
export function searchTokens(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      const end = runOf(text, at, isHan);
      addHan(tokens, text.slice(at, end));
      at = end;
    } else if (isWordPart(code)) {
      const end = runOf(text, at, (inside) => isWordPart(inside) || isJoiner(inside));
      addName(tokens, text.slice(at, end));
      at = end;
    } else at++;
  }
  return tokens;
}

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** Latin, Greek, Cyrillic and so on; not the signs × and ÷, nor the quotes, dashes and arrows from U+2000 on. */
const isWordPart = (code: number): boolean =>
  isLetter(code) || isDigit(code) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);

const isJoiner = (code: number): boolean => code === 45 || code === 46 || code === 95;

function runOf(text: string, from: number, inside: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && inside(text.charCodeAt(at))) at++;
  return at;
}

function addHan(tokens: string[], run: string): void {
  if (run.length === 1) tokens.push(run);
  for (let at = 0; at + 1 < run.length; at++) tokens.push(run.slice(at, at + 2));
}

function addName(tokens: string[], raw: string): void {
  const name = raw.replace(/^[-._]+|[-._]+$/g, '');
  if (isValue(name)) return;
  const parts = name
    .split(/[-._]/)
    .flatMap(splitCamel)
    .filter((part) => !isValue(part));
  if (name.length <= 40) tokens.push(name.toLowerCase());
  if (parts.length > 1) for (const part of parts) tokens.push(part.toLowerCase());
}

/** `MissingEndpoints` → `Missing`, `Endpoints`; `APIService` → `API`, `Service`. */
function splitCamel(word: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < word.length; at++) {
    const here = word.charCodeAt(at);
    const rises = isUpper(here) && isLower(word.charCodeAt(at - 1));
    const ends = isUpper(here) && isUpper(word.charCodeAt(at - 1)) && isLower(word.charCodeAt(at + 1));
    if (rises || ends) {
      parts.push(word.slice(from, at));
      from = at;
    }
  }
  return [...parts, word.slice(from)];
}

/** `x509`, `rs256` */
const RE_NUMBERED = /^[a-z]+\d{1,3}$/i;

/** Numbers, addresses, hashes, pod suffixes: more digits than letters, or hexadecimal with a digit in it. */
function isValue(word: string): boolean {
  if (word === '') return true;
  let digits = 0;
  let hex = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (isDigit(code)) digits++;
    if (isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102)) hex++;
  }
  const allHex = hex === word.length && digits > 0 && word.length >= 6;
  return allHex || (digits * 2 > word.length && !RE_NUMBERED.test(word));
}
