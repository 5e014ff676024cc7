import { CODE, isDigit, isHex, isLetter, ownCopy } from '../../text/index.ts';
import type { CreatedBy, Frame, Goroutine, Symbol } from '../frame.ts';
import { isSymbol, readCreatedByLine } from '../frame-lines.ts';
import { readGoroutineStart } from './goroutine-start.ts';
import type { Names, Placed } from './names.ts';

/** A goroutine that was read out of a larger text. */
export interface PlainGoroutine {
  readonly goroutine: Goroutine;
  /** Where the blank line starts that ends it. */
  readonly to: number;
  readonly lines: number;
  /** How long its longest line is. */
  readonly longest: number;
}

/** Reads the goroutine that starts at `from`, where that is `base` in the paste; `undefined` if it is not plain. */
export type PlainReader = (text: string, from: number, base: number) => PlainGoroutine | undefined;

const WORD = 'goroutine ';
const CREATED = 'created by ';

/** A header has room for labels. */
const MAX_HEADER = 500;

/**
 * Reads goroutines as the runtime prints them, of a chunk that holds all of one and the blank line behind it:
 *
 *     goroutine 18 [IO wait]:
 *     main.(*server).handle(0xc0000a4000, {0x4cce95, 0xc})
 *     	/src/server.go:120 +0x86
 *     created by main.main in goroutine 1
 *     	/src/main.go:7 +0x29
 *
 * Most dumps hold thousands of them and nothing else. Whatever else stands in one (elided frames, C functions, another
 * program's line, what a terminal wrapped) makes it a goroutine to be read line by line; both ways give the same.
 */
export function createPlainReader(names: Names): PlainReader {
  const symbols = createTable<Symbol>();
  const places = createTable<Placed>();

  return (text, from, base) => {
    if (!text.startsWith(WORD, from)) return undefined;
    let end = text.indexOf('\n', from);
    if (end < 0 || end - from > MAX_HEADER) return undefined;
    const start = readGoroutineStart(text.slice(from, end));
    if (start?.from !== 0) return undefined;

    const frames: Frame[] = [];
    let createdBy: CreatedBy | undefined;
    let lines = 1;
    let longest = end - from;
    let at = end + 1;
    while (text.charCodeAt(at) !== NEWLINE) {
      if (createdBy) return undefined;
      const call = at;
      const created = text.startsWith(CREATED, call);
      const open = created ? -1 : argumentsOf(text, call);
      end = text.indexOf('\n', open < 0 ? call : open);
      if (end < 0 || (open < 0 && !created)) return undefined;
      const callEnd = end;
      const place = end + 1;
      end = text.indexOf('\n', place);
      if (end < 0 || text.charCodeAt(place) !== CODE.tab) return undefined;
      const placed = placeAt(text, place, end);
      if (!placed) return undefined;
      const span = { from: base + call - from, to: base + end - from };
      if (created) {
        const by = readCreatedByLine(text.slice(call, callEnd), names.symbolOf);
        if (!by || !isPlain(text, call + CREATED.length, callEnd)) return undefined;
        createdBy = { ...by, ...placed, span };
      } else {
        const symbol = symbolAt(text, call, open);
        if (!symbol) return undefined;
        const args = text.slice(open + 1, callEnd - 1);
        frames.push(frameOf(symbol, args, placed, span));
      }
      longest = Math.max(longest, callEnd - call, end - place);
      lines += 2;
      at = end + 1;
    }
    const last = createdBy ?? frames.at(-1);
    if (!last || at >= text.length) return undefined;
    const span = { from: base, to: last.span.to };
    const goroutine = { ...start.heading, frames, ...(createdBy ? { createdBy } : {}), span };
    return { goroutine, to: at, lines, longest };
  };

  function symbolAt(text: string, from: number, to: number): Symbol | undefined {
    const hash = hashOf(text, from, to);
    const known = symbols.get(hash, text, from, to);
    if (known) return known;
    const raw = text.slice(from, to);
    if (!isPlain(text, from, to) || !(raw === 'panic' || isSymbol(raw))) return undefined;
    return symbols.set(hash, raw, names.symbolOf(raw));
  }

  function placeAt(text: string, from: number, to: number): Placed | undefined {
    const hash = hashOf(text, from, to);
    const known = places.get(hash, text, from, to);
    if (known) return known;
    const line = text.slice(from, to);
    const placed = isPlain(text, from + 1, to) ? names.placeOf(line) : undefined;
    return placed && places.set(hash, line, placed);
  }
}

const NEWLINE = 10;

/** Frames of one shape, so that whoever reads them finds what they look for at one place. */
function frameOf(symbol: Symbol, args: string, placed: Placed, span: Frame['span']): Frame {
  const inlined = args === '...';
  const { file, line, location, offset, address } = placed;
  if (address !== undefined || file === undefined || line === undefined || !location)
    return { symbol, args, inlined, ...placed, span };
  return offset === undefined
    ? { symbol, args, inlined, file, line, location, span }
    : { symbol, args, inlined, file, line, location, offset, span };
}

/** Where the parenthesis stands that opens a call's arguments, if its line ends with what closes them; -1 otherwise. */
function argumentsOf(text: string, from: number): number {
  let open = -1;
  for (let at = from; ; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === ARGUMENT) continue;
    if (kind === OPEN) open = at;
    else if (kind === CLOSE) {
      if (text.charCodeAt(at + 1) === NEWLINE) return open > from ? open : -1;
      open = -1;
    } else if (kind === NAME) open = -1;
    else return -1;
  }
}

/** What a character may be part of: names have more than arguments have; 0 for what no plain line holds. */
const ARGUMENT = 1;
const NAME = 2;
const OPEN = 3;
const CLOSE = 4;
const KINDS = new Uint8Array(65_536);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (isHex(code) || 'x?{}, _.'.includes(character)) KINDS[code] = ARGUMENT;
  else if (isLetter(code) || isDigit(code) || '/*[]-~%$+@'.includes(character)) KINDS[code] = NAME;
}
KINDS[CODE.openParen] = OPEN;
KINDS[CODE.closeParen] = CLOSE;

/** Nothing of it could be part of something around the line, or of another line. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (KINDS[code] === 0 && code !== CODE.colon) return false;
  }
  return true;
}

/** A text that was seen before is told by its characters alone: no string is made of it. */
interface Table<Value> {
  readonly get: (hash: number, text: string, from: number, to: number) => Value | undefined;
  readonly set: (hash: number, own: string, value: Value) => Value;
}

/** So many are remembered at most, then it starts over. */
const MAX_KNOWN = 20_000;

function createTable<Value>(): Table<Value> {
  const entries = new Map<number, { readonly own: string; readonly value: Value }>();
  return {
    get(hash, text, from, to) {
      const entry = entries.get(hash);
      return entry && entry.own.length === to - from && text.startsWith(entry.own, from)
        ? entry.value
        : undefined;
    },
    set(hash, own, value) {
      if (entries.size >= MAX_KNOWN) entries.clear();
      entries.set(hash, { own: ownCopy(own), value });
      return value;
    },
  };
}

function hashOf(text: string, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash & 0x3fff_ffff;
}
