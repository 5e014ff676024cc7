import type { Line, Span } from '../../text/index.ts';
import type { CreatedBy, Frame, Goroutine, Stack } from '../frame.ts';
import type { Fit, OpenStack } from '../reader.ts';
import { type Listed, readFact, readFrameLine, readGoroutine, withoutPrompt } from './delve-lines.ts';
import { isQuote, quoteOf, spanOf, spanOver } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { readPlaceLine } from './place-line.ts';

/**
 * Reads what Delve prints for `bt`, `stack -full`, `goroutine`, `goroutine 1 bt`, `goroutines` and `goroutines -t`, and
 * where it says that the program stopped:
 *
 *     > main.main() ./main.go:45 (hits goroutine(1):1 total:1) (PC: 0x6675dd)
 *     (dlv) * Goroutine 1 - User: ./main.go:45 main.main (0x6675dd) (thread 23411)
 *       Goroutine 2 - User: /usr/lib/go/src/runtime/proc.go:364 runtime.gopark (0x43b076) [force gc (idle)]
 *     	0  0x000000000043b076 in runtime.gopark
 *     	    at /usr/lib/go/src/runtime/proc.go:364
 *     [2 goroutines]
 *
 * Where its commands are no terminal's, the prompt stands in front of what they print. Frames without a goroutine above
 * are those of one whose number is not told. Source: Delve 1.20.2 and 1.27.1 `pkg/terminal/command.go` (printcontext,
 * writeGoroutineLong, formatGoroutine), `service/api/prettyprint.go` (PrintStack).
 */
export const openDelve: GoOpener = (whole, _, names) => {
  const line = withoutPrompt(whole);
  return readGoroutine(line, names) || readFrameLine(line.text) ? createDelve(names) : undefined;
};

/** A goroutine whose place is its frame unless its frames follow. */
interface Open {
  goroutine: Omit<Goroutine, 'frames'>;
  place: Frame | undefined;
  readonly shape: Listed['shape'];
  readonly frames: Frame[];
  /** The number of its last frame. */
  index: number;
}

function createDelve(names: Names): OpenStack {
  let open: Open | undefined;
  let pending: { frame: Frame; span: Span } | undefined;
  /** A blank line came: only the next frame goes on behind it. */
  let parted = false;
  let to = 0;
  const goroutines: Goroutine[] = [];

  const settle = (): void => {
    if (pending) open?.frames.push(pending.frame);
    pending = undefined;
  };

  const close = (): void => {
    settle();
    if (!open) return;
    const { goroutine, place, frames: read } = open;
    const frames = read.length === 0 && place ? [place] : read;
    if (frames.length > 0) goroutines.push({ ...goroutine, frames });
    open = undefined;
  };

  const extend = (line: Line): Span => {
    const span = spanOf(line);
    to = span.to;
    if (open) open.goroutine = { ...open.goroutine, span: spanOver(open.goroutine.span, span) };
    return span;
  };

  const readFrame = (line: Line): Fit | undefined => {
    const read = readFrameLine(line.text);
    if (!read) return undefined;
    if (parted && read.index !== (open?.index ?? -1) + 1) return 'over';
    const isNew = open && read.index === 0 && (open.frames.length > 0 || pending);
    if (isNew || open?.shape === 'stop') close();
    else settle();
    const goroutine = { state: '', lockedToThread: false, span: spanOf(line) };
    open ??= { place: undefined, goroutine, shape: 'frames', frames: [], index: -1 };
    open.index = read.index;
    const span = extend(line);
    const { address, symbol } = read;
    pending = { frame: { symbol: names.symbolOf(symbol), args: '', inlined: false, address, span }, span };
    return 'part';
  };

  const readPlace = (line: Line): boolean => {
    const at = quoteOf(line.text).length;
    if (!pending || !line.text.startsWith('at ', at)) return false;
    const place = readPlaceLine(line.text.slice(at + 'at'.length));
    if (!place) return false;
    const span = spanOver(pending.span, extend(line));
    pending.frame = { ...pending.frame, ...names.placed(place), span };
    settle();
    return true;
  };

  /** `	User: ./main.go:22 main.(*T).Work (0x7c01c6)` below `Goroutine 21:`. */
  const readLong = (line: Line): boolean => {
    const fact = open?.shape === 'long' ? readFact(line, names) : undefined;
    if (!open || !fact) return false;
    extend(line);
    const { word, place } = fact;
    if (place && word === 'User') open.place = place;
    if (place && word === 'Go') {
      const { args: _, inlined: __, ...createdBy } = place;
      open.goroutine = { ...open.goroutine, createdBy: createdBy satisfies CreatedBy };
    }
    return true;
  };

  const read = (line: Line): Fit => {
    const listed = readGoroutine(line, names);
    if (listed) {
      close();
      const { goroutine, place, shape } = listed;
      open = { goroutine, place, shape, frames: [], index: -1 };
      extend(line);
      return 'part';
    }
    const frame = readFrame(line);
    if (frame) return frame;
    if (readPlace(line) || readLong(line)) return 'part';
    if (isTotal(line.text)) {
      close();
      to = spanOf(line).to;
      return 'part';
    }
    // Between the frames of `bt -full` stand their variables.
    return open && open.shape !== 'stop' && quoteOf(line.text) !== '' ? 'maybe' : 'over';
  };

  return {
    push(whole) {
      const line = withoutPrompt(whole);
      const fit = isQuote(line.text) && open ? 'maybe' : read(line);
      // `(dlv) bt`: what a terminal shows of the command, and a prompt that waits.
      if (fit === 'over' && line !== whole) return 'maybe';
      parted = fit === 'maybe' && (parted || isQuote(whole.text));
      return fit;
    },
    end() {
      close();
      const [first] = goroutines;
      if (!first) return undefined;
      return { language: 'go', goroutines, span: spanOver(first.span, { from: to, to }) } satisfies Stack;
    },
  };
}

/** `[5 goroutines]`. */
const isTotal = (text: string): boolean =>
  text.startsWith('[', quoteOf(text).length) && text.trimEnd().endsWith(' goroutines]');
