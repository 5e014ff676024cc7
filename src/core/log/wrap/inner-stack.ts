import {
  CODE,
  type MappedText,
  type Piece,
  originOf,
  plainText,
  quotedEnd,
  readMappedGoString,
  readMappedJsonString,
  sliceMapped,
  throughMapped,
} from '../../text/index.ts';
import { holdsStack } from './escaped.ts';
import type { ProgramLine } from './layer.ts';

/** Longer lines are not looked into: see `unwrap.ts`. */
const MAX_LENGTH = 1024 * 1024;

/** A string in a string in a string. */
const MAX_DEPTH = 3;

/** So many strings of one line are looked into. */
const MAX_STRINGS = 200;

/** Whether a piece of text has a character that a line needs to hold a stack inside. Cheap: most logs have none. */
export const mayHoldStack = (piece: string): boolean =>
  piece.includes('\\') || piece.includes('<') || piece.includes('\r') || piece.includes('\u2028');

const MARKS = ['\\n', '<br', '\r', '\u2028'];

/**
 * The lines of a stack that stands inside of a line that is a record itself, and stays one: in a quoted string of zap's
 * JSON, of logfmt, klog, YAML or `%q` (`"stacktrace":"main.main\n\t/src/main.go:7"`), with `\n` written out, with the
 * `<br>` of a table's cell, or with line ends that are none here (`\r`, U+2028). None if there is no stack: in doubt
 * a text of several lines is a message.
 */
export function innerStack(line: ProgramLine): ProgramLine[] {
  const { text } = line;
  if (text.length > MAX_LENGTH || !MARKS.some((mark) => text.includes(mark))) return NONE;
  const texts = stacksIn(plainText(text, 0), 0);
  if (texts.length === 0) return NONE;
  const outer = line.origin ? { text, pieces: line.origin } : plainText(text, line.from);
  return texts.flatMap((inner) => [...linesOf(throughMapped(inner, outer), line), blankBehind(line)]);
}

const NONE: ProgramLine[] = [];

/** The texts with a stack inside of a text, as derived from it. */
function stacksIn(outer: MappedText, depth: number): MappedText[] {
  const { text } = outer;
  if (text.includes('<br') || text.includes('\r') || text.includes('\u2028')) {
    const broken = withNewlines(text);
    if (holdsStack(broken.text)) return [throughMapped(broken, outer)];
  }
  if (!text.includes('\\n')) return [];
  const found = quotedIn(text).flatMap((inner) => {
    const mapped = throughMapped(inner, outer);
    if (holdsStack(inner.text)) return [mapped];
    return depth < MAX_DEPTH ? stacksIn(mapped, depth + 1) : [];
  });
  if (found.length > 0 || depth > 0) return found;
  const bare = readMappedGoString(text, { from: 0, to: text.length });
  return holdsStack(bare.text) ? [bare] : [];
}

/** What stands in quotes and has a newline written out, decoded. */
function quotedIn(text: string): MappedText[] {
  const found: MappedText[] = [];
  /** Marks of which one was not closed: none behind it is. */
  const open = new Set<number>();
  const hasHex = text.includes('\\x');
  let newline = text.indexOf('\\n');
  for (
    let at = nextQuote(text, 0, open);
    at >= 0 && newline >= 0 && found.length < MAX_STRINGS;
    at = nextQuote(text, at, open)
  ) {
    const single = text.charCodeAt(at) === SINGLE;
    const end = single ? singleQuotedEnd(text, at) : quotedEnd(text, at);
    if (end === undefined) {
      open.add(text.charCodeAt(at));
      continue;
    }
    if (newline < at) newline = text.indexOf('\\n', at);
    if (newline >= 0 && newline < end) {
      const span = { from: at + 1, to: end - 1 };
      const isJson = !single && !hasHex;
      found.push(isJson ? readMappedJsonString(text, span) : readMappedGoString(text, span));
    }
    at = end;
  }
  return found;
}

const SINGLE = 39;

/** A quotation mark, or an apostrophe that begins a word: `$'…'` of a shell, `b'…'` of Python. */
function nextQuote(text: string, from: number, open: ReadonlySet<number>): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code !== CODE.quote && code !== SINGLE) || open.has(code)) continue;
    if (code === CODE.quote || OPENS.includes(text.charAt(at - 1))) return at;
  }
  return -1;
}

const OPENS = ['', ' ', '$', 'b', '=', ':', ',', '[', '(', '{'];

function singleQuotedEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SINGLE) return at + 1;
    if (code === CODE.backslash) at++;
  }
  return undefined;
}

/** `<br>`, `<br/>`, `\r` and U+2028 as newlines; backquotes around a cell's lines are taken off. */
function withNewlines(text: string): MappedText {
  const pieces: Piece[] = [];
  let made = '';
  let plain = 0;
  const put = (from: number, to: number): void => {
    const start = text.charCodeAt(from) === CODE.backquote ? from + 1 : from;
    const end = to > start && text.charCodeAt(to - 1) === CODE.backquote ? to - 1 : to;
    if (end <= start) return;
    pieces.push({ at: made.length, from: start, to: end });
    made += text.slice(start, end);
  };
  for (let at = 0; at < text.length; at++) {
    const end = breakEnd(text, at);
    if (end === undefined) continue;
    put(plain, at);
    pieces.push({ at: made.length, from: at, to: end });
    made += '\n';
    plain = end;
    at = end - 1;
  }
  put(plain, text.length);
  return { text: made, pieces };
}

function breakEnd(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  if (character === '\r' || character === '\u2028') return at + 1;
  if (character !== '<') return undefined;
  const found = ['<br>', '<br/>', '<br />'].find((tag) => text.startsWith(tag, at));
  return found === undefined ? undefined : at + found.length;
}

function linesOf(inner: MappedText, line: ProgramLine): ProgramLine[] {
  const lines: ProgramLine[] = [];
  const { text } = inner;
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const rest = sliceMapped(inner, from, text.endsWith('\r', to) && to > from ? to - 1 : to);
    const span = originOf(inner, { from, to });
    lines.push({ ...within(line, span.from, span.to), text: rest.text, origin: rest.pieces });
    from = to + 1;
  }
  return lines;
}

/** Nothing that comes behind the string goes on with its stack. */
const blankBehind = (line: ProgramLine): ProgramLine => ({ ...within(line, line.to, line.to), text: '' });

const within = ({ number, layers, source }: ProgramLine, from: number, to: number): ProgramLine => ({
  number,
  from,
  to,
  end: to,
  text: '',
  layers,
  source,
  physical: 0,
  parts: [],
});
