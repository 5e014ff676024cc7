import { CODE, type Span, isLetter, isUpper, quotedEnd } from '../../text/index.ts';

/** Go's packages begin their errors with their name: `tls: bad certificate` is one error, not two. */
const PREFIXES = new Set(
  'asn1 dns etcdserver exec flag grpc gzip http http2 json mvcc net/http proto raft sql ssh strconv tls unix url x509 xml yaml zip'.split(
    ' ',
  ),
);

const SPRING = '; nested exception is ';

/**
 * Cuts an error's text where one error wraps another: at `: ` outside of quotes and brackets. Addresses (`10.0.0.7:443`,
 * `[::1]:443`), URLs, times, `file.go:12` and `C:\` have no blank behind their colon. Lists of names and values
 * (`ResponseCode: 503, Body: …`) stay whole. Gives the spans of the errors, blanks and line ends around them left out.
 */
export function splitWrapped(text: string, { from, to }: Span): Span[] {
  if (!mayWrap(text.slice(from, to))) {
    const whole = trim(text, { from, to });
    return whole.to > whole.from ? [whole] : [];
  }
  const spans: Span[] = [];
  const closers = matchBrackets(text, from, to);
  const quoteEnd = closedQuotes(text, to);
  let start = from;
  let at = from;
  const cut = (end: number, next: number): void => {
    spans.push({ from: start, to: end });
    start = next;
    at = next;
  };
  while (at < to) {
    const code = text.charCodeAt(at);
    const skip = code === CODE.quote ? quoteEnd(at) : closers.get(at);
    if (skip !== undefined) at = skip;
    else if (code === CODE.colon && isSpace(text.charCodeAt(at + 1)) && at + 1 < to) {
      if (isList(text, start, at, to)) break;
      if (PREFIXES.has(text.slice(start, at).trim())) at++;
      else cut(at, at + 2);
    } else if (code === 59 && text.startsWith(SPRING, at)) cut(at, at + SPRING.length);
    else at++;
  }
  spans.push({ from: start, to });
  return spans.map((span) => trim(text, span)).filter((span) => span.to > span.from);
}

/** Most messages wrap nothing. */
const mayWrap = (text: string): boolean =>
  text.includes(': ') || text.includes(':\n') || text.includes(SPRING);

const isSpace = (code: number): boolean => code === CODE.space || code === 10;

export function trim(text: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return { from, to };
}

/** For each bracket that is closed, where it ends. Those of quoted strings do not count, nor those never closed. */
export function matchBrackets(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const open: { at: number; close: number }[] = [];
  const quoteEnd = closedQuotes(text, to);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) at = (quoteEnd(at) ?? at + 1) - 1;
    else if (code === CODE.openParen) open.push({ at, close: CODE.closeParen });
    else if (code === CODE.openBracket || code === CODE.openBrace) open.push({ at, close: code + 2 });
    else if (open.length > 0 && code === open.at(-1)?.close) {
      const { at: opened = at } = open.pop() ?? {};
      closers.set(opened, at + 1);
    }
  }
  return closers;
}

/**
 * Where the Go or JSON string that opens at a quote ends. Once one is not closed no later one is: whatever quote stands
 * behind it is escaped. So the end is looked for in vain only once.
 */
export function closedQuotes(text: string, to: number): (at: number) => number | undefined {
  let isOpen = false;
  return (at) => {
    const end = isOpen ? undefined : quotedEnd(text, at, to);
    isOpen ||= end === undefined;
    return end;
  };
}

/** A longer value is not looked through for the next name of a list. */
const MAX_VALUE = 300;

/** `Name: value, Other: …` with single capitalized words: a list, whose values are no errors. */
function isList(text: string, from: number, colon: number, to: number): boolean {
  if (!isCapitalWord(text, trim(text, { from, to: colon }))) return false;
  const ahead = text.slice(colon, Math.min(to, colon + MAX_VALUE));
  const comma = ahead.indexOf(', ');
  const next = comma < 0 ? -1 : ahead.indexOf(': ', comma);
  return next > 0 && isCapitalWord(text, trim(text, { from: colon + comma + 2, to: colon + next }));
}

function isCapitalWord(text: string, { from, to }: Span): boolean {
  if (to <= from || to - from > 40 || !isUpper(text.charCodeAt(from))) return false;
  for (let at = from; at < to; at++) if (!isLetter(text.charCodeAt(at))) return false;
  return true;
}

/** The parts of `a, b` between the brackets of an aggregate; `undefined` if it holds no comma of its own. */
export function splitList(text: string, { from, to }: Span): Span[] | undefined {
  const closers = matchBrackets(text, from, to);
  const quoteEnd = closedQuotes(text, to);
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const skip = code === CODE.quote ? quoteEnd(at) : closers.get(at);
    if (skip !== undefined) at = skip - 1;
    else if (code === CODE.comma && text.charCodeAt(at + 1) === CODE.space) {
      spans.push({ from: start, to: at });
      start = at + 2;
    }
  }
  spans.push({ from: start, to });
  return spans.length > 1 ? spans : undefined;
}
