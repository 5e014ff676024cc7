import type { Line, Span } from '../../text/index.ts';
import type { Goroutine, Stack, StackReason } from '../frame.ts';
import { isSymbol, readCallLine, readCreatedByLine } from '../frame-lines.ts';
import type { Fit, OpenStack } from '../reader.ts';
import { type OpenGoroutine, createGoroutine } from './goroutine.ts';
import { type GoroutineStart, readGoroutineStart } from './goroutine-start.ts';
import { cutLine, isBlankLine, isQuote, quoteOf, spanOf, withoutQuote } from './indentation.ts';
import type { Names } from './names.ts';
import { marginEnd, withoutMargin } from './margin.ts';
import type { Above, GoOpener } from './opener.ts';
import { readPlaceLine } from './place-line.ts';
import { type Preamble, createPreamble, readStart } from './preamble.ts';
import { isGlued, logReason, messageOf, reasonAbove } from './reason.ts';
import { isTrailerLine } from './trailer.ts';

/** So many lines of other programs may stand between the lines of one goroutine. */
const MAX_FOREIGN = 3;

type Open = {
  readonly goroutine: OpenGoroutine;
  readonly header: Line;
  readonly id: number | undefined;
  /** Where the header stands in its line: what is in front is a message, or stands in front of every line. */
  readonly from: number;
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
    return createDump(names, isQuote(quote) ? quote : '', [previous, before]);
  }
  const quote = quoteOf(line.text);
  if (readStart(quote === '' ? line.text : line.text.slice(quote.length))) {
    return createDump(names, quote, [previous, before]);
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
  const open = { goroutine, header: call, id: undefined, from: 0, doubt: undefined, reason };
  return createDump(names, quote, [above, undefined], open, named);
}

/** `main.main` alone: how zap, and `%+v` of an error, print a function. A file's name looks much the same. */
function isNamed(text: string): boolean {
  const name = text.trimEnd();
  return isSymbol(name) && !name.endsWith(':') && !name.endsWith('.go');
}

function createDump(
  names: Names,
  quoteAtFirst: string,
  [above, before]: Above,
  first?: Open,
  named = false,
): OpenStack {
  let quote = quoteAtFirst;
  /** What stands in front of every line, if it is no quote: numbers in it differ. */
  let margin: string | undefined;
  /** Blank lines stand between all lines. */
  let spaced = false;
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

  const begin = (line: Line, start: GoroutineStart): void => {
    const { from, heading } = start;
    if (isAgain(start)) {
      open = undefined;
      const found = line.text.slice(0, from);
      if (!span) quote = isQuote(found) ? found : '';
    }
    foreign = 0;
    close('header');
    spaced = false;
    const isFirst = !span;
    const unexplained = !preamble?.end() || (preamble.isDoubtful() && !isBlankLine(previous));
    const inValue = isFirst && preamble !== undefined && heading.id !== undefined;
    const looksFake = inValue && (from > 0 || !isBlankLine(previous));
    open = {
      goroutine: createGoroutine(heading, spanOf(line, from), names),
      header: line,
      id: heading.id,
      from,
      doubt: looksFake ? 'fake' : inValue ? 'unproved' : undefined,
      reason: isFirst && unexplained ? logReason(line, from, previous) : undefined,
    };
  };

  /** The frames below a header that is glued to a message may be indented, though the message is not. */
  const readIndented = (line: Line): Fit => {
    const found = quoteOf(line.text);
    if ((quote !== '' && span) || found === '' || open?.goroutine.hasFrames()) return 'over';
    if (!readCallLine(line.text.slice(found.length))) return 'over';
    quote = found;
    return open?.goroutine.push(withoutQuote(line, quote)) ?? 'over';
  };

  /**
   * What the header is glued to is no message if it stands in front of the first call as well, only its numbers others:
   * somebody numbered the lines, or put a time or a name in front of each.
   */
  const readMargin = (line: Line): Fit => {
    if (!open || open.from === 0 || quote !== '' || margin !== undefined || span) return 'over';
    if (open.goroutine.hasFrames()) return 'over';
    const found = open.header.text.slice(0, open.from);
    const end = marginEnd(found, line.text);
    if (!end || !readCallLine(line.text.slice(end))) return 'over';
    margin = found;
    const { reason: _, ...rest } = open;
    open = { ...rest, reason: preamble ? undefined : reasonAbove([above, before], found) };
    return open.goroutine.push(cutLine(line, end));
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
    if (open && !isBlankLine(previous) && (spaced || (!open.doubt && !open.goroutine.hasFrames()))) {
      spaced = true;
      return 'part';
    }
    if (open?.doubt === 'unproved' && !open.goroutine.hasFrames()) {
      spaced = true;
      return 'part';
    }
    close();
    if (span) return 'part';
    return preamble?.push(line, previous) ?? 'over';
  };

  /** A header, and the same one again: the first stood in what the program panicked with. */
  const isAgain = ({ heading }: GoroutineStart): boolean =>
    open !== undefined && !preamble && !open.goroutine.hasFrames() && open.id === heading.id;

  const isOther = (line: Line, start: GoroutineStart): boolean => {
    if (isAgain(start)) return false;
    return foreign > 0 || ((open || span || preamble) !== undefined && isGlued(line, start.from));
  };

  const read = (line: Line): Fit => {
    const start = readGoroutineStart(line.text);
    if (start) {
      if (isOther(line, start)) return 'over';
      begin(line, start);
      return 'part';
    }
    let fit = readMargin(line);
    if (fit === 'over') fit = open?.goroutine.push(line) ?? 'over';
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
      const line = margin === undefined ? withoutQuote(quoted, quote) : withoutMargin(quoted, margin);
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
