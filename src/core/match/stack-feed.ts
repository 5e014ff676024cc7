import type { ProgramLine } from '../log/index.ts';
import { createUnwrapper, mayHoldStack } from '../log/index.ts';
import {
  type Goroutine,
  type PlainReader,
  type Stack,
  type StackLanguage,
  type StackReader,
  type StackReason,
  createPlainReader,
  createStackReader,
} from '../stack/index.ts';
import { lineStacks } from './line-stacks.ts';
import { type Line, asciiBytes, createLineSplitter } from '../text/index.ts';

/** Goroutines of one stack, as they come: a dump of thousands is not held as a whole. */
export interface StackPart {
  /** Equal for the parts of one stack; counts from 0. */
  readonly stack: number;
  readonly language: StackLanguage;
  readonly reason?: StackReason;
  readonly goroutines: readonly Goroutine[];
  /** Nothing of this stack follows. */
  readonly last: boolean;
}

/** What a chunk of text brought. */
export interface Fed {
  readonly parts: readonly StackPart[];
  /** Lines that belong to no stack, wrappers and all, blank ones among them. */
  readonly unread: readonly ProgramLine[];
}

export interface StackFeed {
  /** Whoever has the bytes that the chunk was decoded from gives them as well: dumps are read faster. */
  push(chunk: string, bytes?: Uint8Array): Fed;
  end(): Fed;
}

/** So many pods and containers may have a stack open at one time; the one that was quiet longest is closed for another. */
const MAX_SOURCES = 64;

/** After so many lines in a row that no stack took none is open: what waited was no part of one. */
const QUIET = 300;

/** Of more lines that were taken some must be a stack's, and need not be remembered one by one. */
const MAX_WAITING = 2_000;

const NONE: readonly Stack[] = [];

interface Source {
  readonly reader: StackReader;
  /** Reads goroutines out of the chunk; made with the first dump. */
  readPlain?: PlainReader;
  /** The number of the stack that is open, once a part of it has been given out. */
  open: number | undefined;
  /** Lines of which it is not certain whether they are a stack's. */
  waiting: { readonly line: ProgramLine; readonly taken: boolean }[];
  /** How many lines in a row were not taken. */
  quiet: number;
}

/**
 * Reads the stacks of a text that arrives in chunks of any size, out of whatever is wrapped around it; each pod and
 * container has a reader of its own, so that lines of others do not end its stack. `onLine` hears of every line
 * but those of a plain dump's goroutines, and the blank ones between them.
 */
export function createStackFeed(onLine?: (line: ProgramLine) => void): StackFeed {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const sources = new Map<string, Source>();
  let stacks = 0;
  let parts: StackPart[] = [];
  let unread: ProgramLine[] = [];

  const sourceOf = (name: string): Source => {
    const known = sources.get(name);
    if (known) {
      if (sources.size > 1) {
        sources.delete(name);
        sources.set(name, known);
      }
      return known;
    }
    const [oldest] = sources.keys();
    if (sources.size >= MAX_SOURCES && oldest !== undefined) {
      close(sources.get(oldest));
      sources.delete(oldest);
    }
    const source: Source = { reader: createStackReader(), open: undefined, waiting: [], quiet: 0 };
    sources.set(name, source);
    return source;
  };

  const give = (source: Source, stack: Stack, last: boolean): void => {
    const { language, reason, goroutines, span } = stack;
    const number = (source.open ??= stacks++);
    parts.push({ stack: number, language, ...(reason ? { reason } : {}), goroutines, last });
    if (last) source.open = undefined;
    // What stands above the stack is none of it; what comes behind may be the message of the next one.
    const { waiting } = source;
    source.waiting = [];
    for (const entry of waiting) {
      if (entry.line.end > span.from && entry.line.from < span.to) continue;
      if (entry.line.from < span.from) unread.push(entry.line);
      else source.waiting.push(entry);
    }
  };

  const close = (source: Source | undefined): void => {
    if (!source) return;
    const stack = source.reader.end();
    if (stack) give(source, stack, true);
    for (const { line } of source.waiting) unread.push(line);
    source.waiting = [];
  };

  const settle = (source: Source): void => {
    const { waiting } = source;
    if (source.quiet >= QUIET || waiting.length >= 2 * MAX_WAITING) {
      for (const { line } of waiting) unread.push(line);
      source.waiting = [];
      source.quiet = 0;
    } else if (waiting.length >= MAX_WAITING) {
      drain(source);
      if (source.waiting.length >= MAX_WAITING) source.waiting = source.waiting.filter(({ taken }) => !taken);
    }
  };

  const drain = (source: Source): void => {
    const stack = source.reader.drain();
    if (stack) give(source, stack, false);
  };

  /** Something came that a stack inside of a line needs. */
  let marked = false;

  const readLine = (line: ProgramLine): void => {
    onLine?.(line);
    const source = sourceOf(line.source);
    const { taken, ended } = source.reader.push(line);
    // Until something came that a stack inside of a line needs no line is looked into.
    const inside = marked || line.layers.length > 0 ? lineStacks(line) : NONE;
    if (inside.length === 0) source.waiting.push({ line, taken });
    source.quiet = taken ? 0 : source.quiet + 1;
    if (ended) give(source, ended, true);
    // Stacks are numbered in the order of the text, wherever it was cut.
    if (inside.length > 0) sources.forEach(drain);
    for (const { language, reason, goroutines } of inside)
      parts.push({ stack: stacks++, language, ...(reason ? { reason } : {}), goroutines, last: true });
    settle(source);
  };

  const readPhysical = (line: Line): void => {
    if (!line.continued) unwrapper.push(line).forEach(readLine);
  };

  /** How much of the text has come before this chunk. */
  let length = 0;

  /** The beginning of a goroutine whose end has not come. */
  let rest = '';

  /**
   * Goroutines of a dump that is wrapped in nothing are read out of the chunk, with no line made of them. Tells where
   * one stands that the chunk cuts in two.
   */
  const passGoroutines = (chunk: string, before: number, bytes?: Uint8Array): number | undefined => {
    const source = sources.size === 1 ? sources.get('') : undefined;
    const pass = source?.reader.between();
    const start = splitter.start();
    if (!source || !pass || start === undefined || !unwrapper.isIdle()) return undefined;
    let to = start;
    let lines = 0;
    let longest = 0;
    const read = (source.readPlain ??= createPlainReader());
    let plain = read(chunk, start, before + start, bytes);
    while (typeof plain === 'object') {
      pass(plain.goroutine);
      // The blank line between two is of no use to anybody; the one behind the last may begin something else.
      lines += plain.lines + (lines > 0 ? 1 : 0);
      longest = Math.max(longest, plain.longest);
      to = plain.to;
      plain = read(chunk, to + 1, before + to + 1, bytes);
    }
    if (lines > 0) {
      splitter.pass(lines, to);
      unwrapper.pass(longest);
      source.quiet = 0;
    }
    return plain === 'cut' ? to : undefined;
  };

  /** Reads a piece of the text from an offset on; `before` tells how much stands in front of the piece. */
  const readPiece = (
    piece: string,
    from: number,
    before: number,
    mayHold: boolean,
    bytes?: Uint8Array,
  ): void => {
    splitter.enter(piece, from);
    for (;;) {
      const cut = passGoroutines(piece, before, bytes);
      if (cut !== undefined && mayHold) {
        rest = piece.slice(cut);
        return;
      }
      const line = splitter.next();
      if (!line) return;
      readPhysical(line);
    }
  };

  /** Reads what is held, together with what the chunk has of it, up to the first blank line; tells where that ends. */
  const readRest = (chunk: string): number => {
    if (rest === '') return 0;
    const blank = chunk.indexOf('\n\n');
    const to = blank < 0 ? chunk.length : blank + 2;
    const before = length - rest.length;
    // Joined, since of two strings that were added each character is looked up in the one or in the other.
    const piece = [rest, chunk.slice(0, to)].join('');
    rest = '';
    readPiece(piece, 0, before, false);
    return to;
  };

  const fed = (): Fed => {
    const result = { parts, unread };
    parts = [];
    unread = [];
    return result;
  };

  return {
    push(chunk, bytes) {
      marked ||= mayHoldStack(chunk);
      readPiece(chunk, readRest(chunk), length, true, bytes && asciiBytes(chunk, bytes));
      length += chunk.length;
      sources.forEach(drain);
      return fed();
    },
    end() {
      readRest('');
      splitter.end().forEach(readPhysical);
      unwrapper.end().forEach(readLine);
      for (const source of sources.values()) close(source);
      return fed();
    },
  };
}
