import { type Line, type Span, isDigit, isHex, readNumber, runEnd } from '../../text/index.ts';
import type { Frame, Goroutine, Stack } from '../frame.ts';
import type { OpenStack } from '../reader.ts';
import { isQuote, quoteOf, spanOf, spanOver } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { readPlaceLine } from './place-line.ts';

/**
 * Reads what Delve prints for `bt`, `goroutine 1 bt`, `goroutines` and `goroutines -t`:
 *
 *     * Goroutine 1 - User: ./main.go:45 main.main (0x6675dd) (thread 23411)
 *       Goroutine 2 - User: /usr/lib/go/src/runtime/proc.go:364 runtime.gopark (0x43b076) [force gc (idle)]
 *     	0  0x000000000043b076 in runtime.gopark
 *     	    at /usr/lib/go/src/runtime/proc.go:364
 *     [2 goroutines]
 *
 * Frames without a goroutine above are those of one whose number is not told. Source: Delve 1.20.2
 * `pkg/terminal/command.go` (printStack, writeGoroutineLong, formatGoroutine).
 */
export const openDelve: GoOpener = (line, _, names) =>
  readGoroutine(line, names) || readFrameLine(line.text) ? createDelve(names) : undefined;

/** A goroutine as it is listed: its place is its frame unless its frames follow. */
interface Listed {
  readonly goroutine: Omit<Goroutine, 'frames'>;
  readonly place?: Frame;
}

function createDelve(names: Names): OpenStack {
  let open: { goroutine: Listed['goroutine']; place: Frame | undefined; frames: Frame[] } | undefined;
  let pending: { frame: Frame; span: Span } | undefined;
  let to = 0;
  const goroutines: Goroutine[] = [];

  const settle = (): void => {
    if (pending) open?.frames.push(pending.frame);
    pending = undefined;
  };

  const close = (): void => {
    settle();
    if (!open) return;
    const { goroutine, place, frames } = open;
    goroutines.push({ ...goroutine, frames: frames.length === 0 && place ? [place] : frames });
    open = undefined;
  };

  const extend = (line: Line): Span => {
    const span = spanOf(line);
    to = span.to;
    if (open) open.goroutine = { ...open.goroutine, span: spanOver(open.goroutine.span, span) };
    return span;
  };

  const readFrame = (line: Line): boolean => {
    const read = readFrameLine(line.text);
    if (!read) return false;
    if (open && read.index === 0 && (open.frames.length > 0 || pending)) close();
    else settle();
    open ??= {
      place: undefined,
      goroutine: { state: '', lockedToThread: false, span: spanOf(line) },
      frames: [],
    };
    const span = extend(line);
    const { address, symbol } = read;
    pending = { frame: { symbol: names.symbolOf(symbol), args: '', inlined: false, address, span }, span };
    return true;
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

  return {
    push(line) {
      const listed = readGoroutine(line, names);
      if (listed) {
        close();
        open = { goroutine: listed.goroutine, place: listed.place, frames: [] };
        extend(line);
        return 'part';
      }
      if (readFrame(line) || readPlace(line)) return 'part';
      // Between the frames of `bt -full` stand their variables.
      if (open && quoteOf(line.text) !== '' && !isQuote(line.text)) return 'maybe';
      if (!isTotal(line.text)) return 'over';
      close();
      to = spanOf(line).to;
      return 'part';
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

/** `	0  0x000000000043b076 in runtime.gopark`. */
function readFrameLine(text: string): { index: number; address: string; symbol: string } | undefined {
  const from = quoteOf(text).length;
  if (!isDigit(text.charCodeAt(from))) return undefined;
  const index = readNumber(text, from);
  if (!index || !text.startsWith('  0x', index.to)) return undefined;
  const address = index.to + 2;
  const to = runEnd(text, address + 2, text.length, isHex);
  if (to === address + 2 || !text.startsWith(' in ', to)) return undefined;
  const symbol = text.slice(to + ' in '.length).trimEnd();
  // Other debuggers print much the same: `#0  0x00007f1b in raise () from /lib/libc.so.6`.
  return symbol === '' || symbol.includes(' (')
    ? undefined
    : { index: index.value, address: text.slice(address, to), symbol };
}

/** `* Goroutine 1 - User: ./main.go:45 main.main (0x6675dd) (thread 23411) [chan receive 1588]`. */
function readGoroutine(line: Line, names: Names): Listed | undefined {
  const { text } = line;
  const from = quoteOf(text).length;
  if (!text.startsWith('Goroutine ', from)) return undefined;
  const id = readNumber(text, from + 'Goroutine '.length);
  if (!id || !text.startsWith(' - ', id.to)) return undefined;
  const colon = text.indexOf(':', id.to);
  if (colon < 0) return undefined;
  const end = text.trimEnd();
  const bracket = end.endsWith(']') ? end.lastIndexOf(' [') : -1;
  const state = bracket < 0 ? '' : withoutSince(end.slice(bracket + 2, -1));
  const span = spanOf(line);
  const place = readListedPlace(text, colon + 1, bracket < 0 ? end.length : bracket, names);
  return {
    goroutine: { id: id.value, state, lockedToThread: false, span },
    ...(place ? { place: { ...place, span } } : {}),
  };
}

/** The clock of the runtime since when it waits, a bare number, tells nobody anything: `chan receive 15882315`. */
function withoutSince(state: string): string {
  const space = state.lastIndexOf(' ');
  const to = runEnd(state, space + 1, state.length, isDigit);
  return space > 0 && to === state.length ? state.slice(0, space) : state;
}

/** ` ./main.go:45 main.main (0x6675dd)`. */
function readListedPlace(
  text: string,
  from: number,
  to: number,
  names: Names,
): Omit<Frame, 'span'> | undefined {
  const listed = text.slice(from, to);
  const place = readPlaceLine(listed);
  if (!place) return undefined;
  const open = listed.indexOf(' (0x', place.to);
  const raw = listed.slice(place.to + 1, open < 0 ? listed.length : open).trim();
  if (raw === '') return undefined;
  const close = listed.indexOf(')', open);
  return {
    symbol: names.symbolOf(raw),
    args: '',
    inlined: false,
    ...names.placed(place),
    ...(open < 0 || close < 0 ? {} : { address: listed.slice(open + 2, close) }),
  };
}
