import type { Line, Span } from '../../text/index.ts';
import type { Goroutine, Stack, StackReason } from '../frame.ts';
import { isSymbol, readCallLine, readCreatedByLine } from '../frame-lines.ts';
import type { Fit, OpenStack } from '../reader.ts';
import { type OpenGoroutine, createGoroutine } from './goroutine.ts';
import { type GoroutineStart, readGoroutineStart } from './goroutine-start.ts';
import { isBlankLine, isQuote, quoteOf, spanOf, withoutQuote } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { readPlaceLine } from './place-line.ts';
import { type Preamble, createPreamble, readStart } from './preamble.ts';
import { isTrailerLine } from './trailer.ts';

/** So many lines of other programs may stand between the lines of one goroutine. */
const MAX_FOREIGN = 3;

type Open = {
  readonly goroutine: OpenGoroutine;
  readonly header: Line;
  /**
   * A panic's value may hold what looks like a header. Without a blank line in front it is one only if frames follow
   * ('fake'), otherwise unless another header follows instead of frames ('unproved').
   */
  readonly doubt: 'fake' | 'unproved' | undefined;
  /** The log message that it belongs to, unless the stack has a reason already. */
  readonly reason: StackReason | undefined;
};

/**
 * Reads what a Go program prints as it dies, what `runtime.Stack` gives, and the goroutine profile with `debug=2`.
 *
 *     preamble ── goroutine N [s]: ──► goroutine ── blank line ──► trailer ── rax    0x0
 *                                          ▲             │
 *                                          └─────────────┘ goroutine N [s]:
 *
 * Opens at a preamble, at a header, or, where the head of a dump was cut off, at the place of a first frame.
 */
export const openDump: GoOpener = (line, [previous, before], names) => {
  const start = readGoroutineStart(line.text);
  if (start) {
    const quote = line.text.slice(0, start.from);
    return createDump(names, isQuote(quote) ? quote : '', previous);
  }
  const quote = quoteOf(line.text);
  if (readStart(quote === '' ? line.text : line.text.slice(quote.length))) {
    return createDump(names, quote, previous);
  }
  return previous && quote !== '' ? openHeadless(line, previous, before, names) : undefined;
};

/** A function and its place without a header above: the rest of a dump, or what zap prints. */
function openHeadless(
  line: Line,
  above: Line,
  before: Line | undefined,
  names: Names,
): OpenStack | undefined {
  const quote = quoteOf(above.text);
  if (!line.text.startsWith(quote) || !readPlaceLine(line.text.slice(quote.length))) return undefined;
  const call = withoutQuote(above, quote);
  const named = !readCallLine(call.text) && !readCreatedByLine(call.text);
  if (named && !isNamed(call.text)) return undefined;
  const goroutine = createGoroutine({ state: '', lockedToThread: false }, spanOf(call), names);
  if (goroutine.push(call) === 'over') return undefined;
  const reason = before && !readPlaceLine(before.text) ? messageOf(before) : undefined;
  return createDump(names, quote, above, { goroutine, header: call, doubt: undefined, reason }, named);
}

/** `main.main` alone: how zap, and `%+v` of an error, print a function. A file's name looks much the same. */
function isNamed(text: string): boolean {
  const name = text.trimEnd();
  return isSymbol(name) && !name.endsWith(':') && !name.endsWith('.go');
}

function createDump(
  names: Names,
  quoteAtFirst: string,
  above: Line | undefined,
  first?: Open,
  named = false,
): OpenStack {
  let quote = quoteAtFirst;
  let previous = above && withoutQuote(above, quote);
  let preamble: Preamble | undefined;
  let reason: StackReason | undefined;
  let open = first;
  let foreign = 0;
  let tail = 0;
  let dashed = false;
  /** Those that have not been drained. */
  let goroutines: Goroutine[] = [];
  /** From the first goroutine to the last, drained ones among them. */
  let span: Span | undefined;

  const close = (before?: 'header'): void => {
    if (!open) return;
    const { goroutine, doubt, header } = open;
    const fake = doubt === 'fake' || (doubt === 'unproved' && before === 'header');
    if (fake && !goroutine.hasFrames()) preamble?.pushValue(header);
    else {
      if (!span) reason = open.reason ?? preamble?.end();
      const ended = goroutine.end();
      goroutines.push(ended);
      span = span ? { from: span.from, to: ended.span.to } : ended.span;
    }
    open = undefined;
  };

  const begin = (line: Line, { from, heading }: GoroutineStart): void => {
    close('header');
    const isFirst = !span;
    const unexplained = !preamble?.end() || (preamble.isDoubtful() && !isBlankLine(previous));
    const inValue = isFirst && preamble !== undefined && heading.id !== undefined;
    const looksFake = inValue && (from > 0 || !isBlankLine(previous));
    open = {
      goroutine: createGoroutine(heading, spanOf(line, from), names),
      header: line,
      doubt: looksFake ? 'fake' : inValue ? 'unproved' : undefined,
      reason: isFirst && unexplained ? logReason(line, from, previous) : undefined,
    };
  };

  /** The frames below a header that is glued to a message may be indented, though the message is not. */
  const readIndented = (line: Line): Fit => {
    const found = quoteOf(line.text);
    if (quote !== '' || found === '' || open?.goroutine.hasFrames()) return 'over';
    if (!readCallLine(line.text.slice(found.length))) return 'over';
    quote = found;
    return open?.goroutine.push(withoutQuote(line, quote)) ?? 'over';
  };

  /** Another program may write into a dump, but what zap prints comes in one piece. */
  const readForeign = (line: Line, fit: Fit): Fit => {
    if (named) return fit === 'maybe' ? 'part' : 'over';
    if (!open || open.goroutine.isComplete() || foreign >= MAX_FOREIGN || readStart(line.text)) return 'over';
    foreign++;
    return 'maybe';
  };

  const readBlank = (line: Line): Fit => {
    if (open && foreign > 0) return 'over';
    if (open?.doubt === 'unproved' && !open.goroutine.hasFrames()) return 'part';
    close();
    if (span) return 'part';
    return preamble?.push(line, previous) ?? 'over';
  };

  const isOther = (line: Line, start: GoroutineStart): boolean =>
    foreign > 0 ||
    ((open !== undefined || span !== undefined || preamble !== undefined) && isGlued(line, start.from));

  const read = (line: Line): Fit => {
    const start = readGoroutineStart(line.text);
    if (start) {
      if (isOther(line, start)) return 'over';
      begin(line, start);
      return 'part';
    }
    let fit = open?.goroutine.push(line) ?? 'over';
    if (open && fit === 'over') fit = readIndented(line);
    if (fit === 'part') {
      foreign = 0;
      return 'part';
    }
    if (isBlankLine(line)) return readBlank(line);
    if (isTrailerLine(line.text) && (span || open?.goroutine.hasFrames())) {
      close();
      tail = spanOf(line).to;
      dashed = line.text.startsWith('-----');
      return 'part';
    }
    if (dashed && readStart(line.text) === 'signal') return 'part';
    if (open && (open.doubt !== 'fake' || open.goroutine.hasFrames())) return readForeign(line, fit);
    close();
    if (span) return 'over';
    if (preamble) return preamble.push(line, previous);
    if (!readStart(line.text)) return 'over';
    preamble = createPreamble(line);
    return 'part';
  };

  const pass = (goroutine: Goroutine): void => {
    goroutines.push(goroutine);
    if (span) span = { from: span.from, to: goroutine.span.to };
  };

  const give = (): Stack | undefined => {
    if (!span) return undefined;
    const given = goroutines;
    goroutines = [];
    return {
      language: 'go',
      ...(reason ? { reason } : {}),
      goroutines: given,
      span: spanOfStack(reason, span, tail),
    };
  };

  return {
    push(quoted) {
      const line = withoutQuote(quoted, quote);
      const fit = read(line);
      previous = line;
      return fit;
    },
    end() {
      close();
      return give();
    },
    drain: () => (goroutines.length > 0 ? give() : undefined),
    between: () =>
      span && !open && quote === '' && foreign === 0 && tail === 0 && isBlankLine(previous)
        ? pass
        : undefined,
  };
}

const spanOfStack = (reason: StackReason | undefined, { from, to }: Span, tail: number): Span => ({
  from: Math.min(reason?.span.from ?? from, from),
  to: Math.max(to, tail),
});

const isGlued = (line: Line, from: number): boolean => line.text.slice(0, from).trim() !== '';

/** The message that a goroutine's header is glued to, or the line directly above it. */
function logReason(line: Line, from: number, previous: Line | undefined): StackReason | undefined {
  if (!isGlued(line, from)) return previous && messageOf(previous);
  return { kind: 'log', text: line.text.slice(0, from).trimEnd(), span: spanOf(line, 0, from) };
}

const messageOf = (line: Line): StackReason | undefined =>
  isBlankLine(line) ? undefined : { kind: 'log', text: line.text.trimEnd(), span: spanOf(line) };
