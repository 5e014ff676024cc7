import { type Line, isDigit, runEnd } from '../../text/index.ts';
import {
  type OpenException,
  addFrame,
  addMessage,
  exceptionAbove,
  extend,
  openException,
  toGoroutine,
  toStack,
} from '../exceptions.ts';
import type { Frame } from '../frame.ts';
import type { Fit, OpenStack, Opener } from '../reader.ts';
import { type RustCallLine, type RustPlace, readRustCall, readRustPlace, splitPlace } from './frame-line.ts';
import { classifyRustPath } from './location.ts';
import { rustSymbol } from './symbol.ts';

/** What the line of a panic says. */
interface PanicLine {
  readonly thread: string;
  /** None if the message goes on over further lines: up to Rust 1.72 the place stood behind it. */
  readonly place?: RustPlace;
  /** The message stands in front of the place, or there is none: no line of it follows. */
  readonly complete: boolean;
  /** The stack overflowed. */
  readonly fatal: boolean;
}

/** A message may go on for so many lines before its backtrace comes. */
const MAX_MESSAGE = 60;

/**
 * Opens a panic at its line, or a backtrace at its title or first frame:
 *
 *     thread 'main' (21768) panicked at src/main.rs:16:50:         ◄ here; the id since 1.90
 *     no value
 *     stack backtrace:                                             ◄ or here: `Stack backtrace:` of anyhow
 *        0: core::panicking::panic_fmt                             ◄ or here
 *                  at /rustc/<commit>/library/core/src/panicking.rs:80:14
 *     note: Some details are omitted, run with `RUST_BACKTRACE=full` for a verbose backtrace.
 *
 *     thread 'main' panicked at 'no value', src/main.rs:16:50      up to 1.72
 *
 * A panic without a backtrace has one frame: the place that its line names. Source: Rust 1.63 and 1.95
 * `library/std/src/panicking.rs` (default_hook), `library/std/src/sys/backtrace.rs`.
 */
export const openPanic: Opener = (line, before) => {
  const { text } = line;
  const panic = readPanicLine(text);
  if (panic) {
    return createPanic(openException(panic.fatal ? 'fatal' : 'panic', { name: panic.thread }), panic);
  }
  const call = readRustCall(text);
  if (!isTitle(text) && !(call?.numbered && call.name.includes('::'))) return undefined;
  return createPanic(exceptionAbove(before, (heading) => ({ text: heading.trim() })));
};

function createPanic(exception: OpenException, panic?: PanicLine): OpenStack {
  let state: 'panic' | 'message' | 'frames' | 'over' = panic ? 'panic' : 'frames';
  let place = panic?.place;
  let complete = panic?.complete ?? true;
  let pending: { call: RustCallLine; lines: Line[]; place?: RustPlace } | undefined;
  /** Lines that are part of the message if a backtrace, or the end of the quote, follows. */
  let waiting: Line[] = [];

  const closeFrame = (): void => {
    if (pending) addFrame(exception, pending.lines, toFrame(pending.call, pending.place));
    pending = undefined;
  };

  const takeWaiting = (): void => {
    for (const line of waiting) addMessage(exception, line);
    waiting = [];
  };

  const take = (line: Line, next: typeof state): Fit => {
    takeWaiting();
    extend(exception, line);
    state = next;
    return 'part';
  };

  const readMessage = (line: Line): Fit => {
    const { text } = line;
    if (isTitle(text)) return take(line, 'frames');
    if (text.startsWith('note: ') || (panic?.fatal && text.startsWith('fatal runtime error: '))) {
      return take(line, 'over');
    }
    if (complete || readPanicLine(text)) return 'over';
    if (!place) {
      place = quotedPlace(text);
      if (place) {
        takeWaiting();
        complete = true;
      }
    }
    // The first line of a message that stands below its place.
    if (complete || (place && exception.message.length === 1 && waiting.length === 0)) {
      addMessage(exception, line);
      return 'part';
    }
    if (waiting.length >= MAX_MESSAGE) return 'over';
    waiting.push(line);
    return 'maybe';
  };

  const readFrames = (line: Line): Fit => {
    const { text } = line;
    const found = pending && !pending.place ? readRustPlace(text) : undefined;
    if (pending && found) {
      pending.lines.push(line);
      pending.place = found;
      return 'part';
    }
    const call = readRustCall(text);
    if (call) {
      closeFrame();
      pending = { call, lines: [line] };
      return 'part';
    }
    if (isTitle(text) && exception.frames.length === 0 && !pending) return take(line, 'frames');
    return text.startsWith('note: ') && pending ? take(line, 'over') : 'over';
  };

  return {
    push(line) {
      switch (state) {
        case 'panic':
          addMessage(exception, line);
          state = 'message';
          return 'part';
        case 'message':
          return readMessage(line);
        case 'frames':
          return readFrames(line);
        case 'over':
          return 'over';
      }
    },
    end() {
      closeFrame();
      if (exception.frames.length === 0 && !panic) return undefined;
      const goroutine = toGoroutine(exception);
      const [frame] = exception.frames;
      if (frame || !place || !goroutine.reason) return toStack('rust', [goroutine]);
      const lonely = { ...toFrame({ name: UNKNOWN, numbered: false }, place), span: goroutine.reason.span };
      return toStack('rust', [{ ...goroutine, frames: [lonely] }]);
    },
  };
}

/** What Rust itself prints for a function whose name it does not know. */
const UNKNOWN = '<unknown>';

function toFrame(call: RustCallLine, place: RustPlace | undefined): Omit<Frame, 'span'> {
  const { file, line, column } = place ?? {};
  return {
    symbol: rustSymbol(call.name),
    args: '',
    inlined: false,
    ...(file === undefined ? {} : { file, location: classifyRustPath(file) }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(call.address === undefined ? {} : { address: call.address }),
  };
}

const isTitle = (text: string): boolean => {
  const line = text.trim();
  return line === 'stack backtrace:' || line === 'Stack backtrace:';
};

const OVERFLOW = ' has overflowed its stack';

/** `thread 'main' panicked at 'no value', src/main.rs:16:50`, `thread 'main' has overflowed its stack`. */
function readPanicLine(text: string): PanicLine | undefined {
  const start = "thread '";
  if (!text.startsWith(start)) return undefined;
  const overflow = text.trimEnd().endsWith(OVERFLOW);
  const words = overflow ? OVERFLOW : ' panicked at ';
  const at = overflow ? text.lastIndexOf(words) : text.indexOf(words, start.length);
  const quote = at < 0 ? -1 : text.lastIndexOf("'", at);
  if (quote < start.length || !isThreadId(text.slice(quote + 1, at))) return undefined;
  const thread = text.slice(start.length, quote);
  if (overflow) return { thread, complete: true, fatal: true };
  const rest = text.slice(at + words.length).trimEnd();
  if (rest.startsWith("'")) {
    const place = quotedPlace(rest);
    return { thread, ...(place ? { place } : {}), complete: place !== undefined, fatal: false };
  }
  const place = rest.endsWith(':') ? splitPlace(rest.slice(0, -1)) : undefined;
  return place?.line === undefined ? undefined : { thread, place, complete: false, fatal: false };
}

/** Since 1.90 ` (21768)` stands behind the name. */
const isThreadId = (text: string): boolean =>
  text === '' || (text.startsWith(' (') && runEnd(text, 2, text.length, isDigit) === text.length - 1);

/** Behind a message in quotes: `…', src/main.rs:16:50`. */
function quotedPlace(text: string): RustPlace | undefined {
  const end = text.lastIndexOf("', ");
  const place = end < 0 ? undefined : splitPlace(text.slice(end + 3).trimEnd());
  return place?.line === undefined || place.file.includes(' ') ? undefined : place;
}
