import { type Line, isBlank, isDigit, isHex, readNumber, runEnd } from '../../text/index.ts';
import type { Frame, Goroutine, Stack, StackReason } from '../frame.ts';
import { isVisible } from '../frame-lines.ts';
import { readLabels } from '../goroutine-header.ts';
import type { OpenStack } from '../reader.ts';
import { isBlankLine, quoteOf, spanOf, spanOver, withoutQuote } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { readPlaceLine } from './place-line.ts';

/** `goroutine profile: total 4`, and of other profiles that count stacks. */
const isTitle = (text: string): boolean => {
  if (text.length > MAX_TITLE) return false;
  const at = text.indexOf(TITLE);
  return at > 0 && runEnd(text, 0, at, isVisible) === at && isDigit(text.charCodeAt(at + TITLE.length));
};

const TITLE = ' profile: total ';
const MAX_TITLE = 200;

/**
 * Reads a goroutine profile as `/debug/pprof/goroutine?debug=1` prints it: equal stacks once, with their count.
 *
 *     goroutine profile: total 4
 *     3 @ 0x43b076 0x407e5b 0x666d3e
 *     # labels: {"job":"mail"}
 *     #	0x666d3d	main.(*T).Work+0x1d	/src/main.go:22
 *
 * Opens at its title or, where that was cut off, at a count. Source: Go 1.5 to 1.27 `src/runtime/pprof/pprof.go`
 * (printCountProfile, printStackRecord).
 */
export const openProfile: GoOpener = (line, _, names) => {
  const quote = quoteOf(line.text);
  const text = line.text.slice(quote.length);
  return isTitle(text) || readCount(text, 1) !== undefined ? createProfile(quote, names) : undefined;
};

function createProfile(quote: string, names: Names): OpenStack {
  let reason: StackReason | undefined;
  let open: { goroutine: Omit<Goroutine, 'frames'>; frames: Frame[] } | undefined;
  const goroutines: Goroutine[] = [];

  const close = (): void => {
    if (open) goroutines.push({ ...open.goroutine, frames: open.frames });
    open = undefined;
  };

  const readInside = (line: Line): boolean => {
    if (!open || line.text.charCodeAt(0) !== HASH) return false;
    const span = spanOf(line);
    const frame = readFrame(line.text, names);
    if (frame) open.frames.push({ ...frame, span });
    const at = frame ? -1 : line.text.indexOf('labels: {');
    const labels = at < 0 ? undefined : readLabels(line.text, at + 'labels: {'.length);
    open.goroutine = {
      ...open.goroutine,
      ...(labels ? { labels } : {}),
      span: spanOver(open.goroutine.span, span),
    };
    return true;
  };

  return {
    push(quoted) {
      const line = withoutQuote(quoted, quote);
      if (!reason && !open && goroutines.length === 0 && isTitle(line.text)) {
        reason = { kind: 'dump', text: line.text.trimEnd(), span: spanOf(line) };
        return 'part';
      }
      const count = readCount(line.text);
      if (count !== undefined) {
        close();
        const span = spanOf(line);
        open = { goroutine: { count, state: '', lockedToThread: false, span }, frames: [] };
        return 'part';
      }
      if (isBlankLine(line)) {
        close();
        return 'part';
      }
      return readInside(line) ? 'part' : 'over';
    },
    end() {
      close();
      const [first] = goroutines;
      const last = goroutines.at(-1);
      if (!first || !last) return undefined;
      const span = spanOver(reason?.span ?? first.span, last.span);
      return { language: 'go', ...(reason ? { reason } : {}), goroutines, span } satisfies Stack;
    },
  };
}

const HASH = 35;

/** `2 @ 0x43e3f6 0x407e5b`: how many goroutines have this stack, and its addresses, if it has any. */
function readCount(text: string, atLeast = 0): number | undefined {
  if (!isDigit(text.charCodeAt(0))) return undefined;
  const count = readNumber(text, 0);
  if (!count || !text.startsWith(' @', count.to)) return undefined;
  let addresses = 0;
  for (let at = runEnd(text, count.to + ' @'.length, text.length, isBlank); at < text.length; addresses++) {
    if (!text.startsWith('0x', at)) return undefined;
    const to = runEnd(text, at + 2, text.length, isHex);
    at = runEnd(text, to, text.length, isBlank);
    if (at === to && at < text.length) return undefined;
  }
  return addresses < atLeast ? undefined : count.value;
}

/** `#	0x666d3d	main.(*T).Work+0x1d	/src/main.go:22`; the TABs may have become blanks. */
function readFrame(text: string, names: Names): Omit<Frame, 'span'> | undefined {
  const word = (from: number): { from: number; to: number } => {
    const start = runEnd(text, from, text.length, isBlank);
    return { from: start, to: runEnd(text, start, text.length, isVisible) };
  };
  const address = word(1);
  if (!text.startsWith('0x', address.from)) return undefined;
  const call = word(address.to);
  const place = readPlaceLine(text.slice(call.to));
  if (call.from === call.to || !place) return undefined;
  const raw = text.slice(call.from, call.to);
  const plus = raw.lastIndexOf('+0x');
  const offset = plus > 0 ? Number.parseInt(raw.slice(plus + 3, plus + 15), 16) : Number.NaN;
  return {
    symbol: names.symbolOf(plus > 0 ? raw.slice(0, plus) : raw),
    args: '',
    inlined: false,
    ...names.placed(place),
    address: text.slice(address.from, address.to),
    ...(Number.isNaN(offset) ? {} : { offset }),
  };
}
