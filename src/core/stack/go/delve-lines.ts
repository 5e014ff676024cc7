import { type Line, isDigit, isHex, readNumber, runEnd } from '../../text/index.ts';
import type { Frame, Goroutine } from '../frame.ts';
import { isSymbol } from '../frame-lines.ts';
import { cutLine, quoteOf, spanOf } from './indentation.ts';
import type { Names } from './names.ts';
import { readPlaceLine } from './place-line.ts';

const PROMPT = '(dlv) ';

/** The line behind the prompts in front of it: a command that prints nothing leaves its own. */
export function withoutPrompt(line: Line): Line {
  let from = quoteOf(line.text).length;
  if (!line.text.startsWith(PROMPT, from)) return line;
  while (line.text.startsWith(PROMPT, from)) from += PROMPT.length;
  return cutLine(line, from);
}

/** A goroutine as it is listed, or as it stopped. */
export interface Listed {
  readonly goroutine: Omit<Goroutine, 'frames'>;
  readonly place: Frame | undefined;
  /** Its frames may follow; its places do, below `Goroutine 21:`; or it is only where the program stopped. */
  readonly shape: 'frames' | 'long' | 'stop';
}

/** `	0  0x000000000043b076 in runtime.gopark`. */
export function readFrameLine(text: string): { index: number; address: string; symbol: string } | undefined {
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

/** `* Goroutine 1 - User: ./main.go:45 main.main (0x6675dd) (thread 23411) [chan receive 1588]`, and other shapes. */
export function readGoroutine(line: Line, names: Names): Listed | undefined {
  const { text } = line;
  const from = quoteOf(text).length;
  if (text.startsWith('> ', from - 2)) {
    const stopped = readStopped(line, from, names);
    if (stopped) return stopped;
  }
  if (!text.startsWith('Goroutine ', from)) return undefined;
  const id = readNumber(text, from + 'Goroutine '.length);
  if (!id) return undefined;
  if (text.slice(id.to).trimEnd() === ':') {
    const goroutine = { id: id.value, state: '', lockedToThread: false, span: spanOf(line) };
    return { goroutine, place: undefined, shape: 'long' };
  }
  if (!text.startsWith(' - ', id.to)) return undefined;
  const colon = text.indexOf(':', id.to);
  if (colon < 0) return undefined;
  const end = text.trimEnd();
  const bracket = end.endsWith(']') ? end.lastIndexOf(' [') : -1;
  const state = bracket < 0 ? '' : withoutSince(end.slice(bracket + 2, -1));
  const span = spanOf(line);
  const place = readListedPlace(text, colon + 1, bracket < 0 ? end.length : bracket, names);
  return {
    goroutine: { id: id.value, state, lockedToThread: false, span },
    place: place && { ...place, span },
    shape: 'frames',
  };
}

/** `> [Breakpoint 1] main.f(n = 3) ./main.go:22 (hits goroutine(21):1 total:1) (PC: 0x7c01c6)`, without the end too. */
function readStopped(line: Line, from: number, names: Names): Listed | undefined {
  const text = line.text.trimEnd();
  const pc = text.endsWith(')') ? text.lastIndexOf(' (PC: 0x') : -1;
  if (pc < 0) return undefined;
  const address = text.slice(pc + ' (PC: '.length, -1);
  const hits = text.lastIndexOf(' (hits ', pc);
  const end = hits > from ? hits : pc;
  const start = text.startsWith('[', from) ? text.indexOf('] ', from) + 2 : from;
  const open = argumentsAt(text, start);
  const close = text.lastIndexOf(') ', end);
  if (start < from || open <= start || close < open) return undefined;
  const raw = text.slice(start, open);
  const place = readPlaceLine(text.slice(close + 1, end));
  if (!place || !isSymbol(raw)) return undefined;
  const span = spanOf(line);
  const id =
    hits > from && text.startsWith(GOROUTINE, hits) ? readNumber(text, hits + GOROUTINE.length) : undefined;
  return {
    goroutine: { ...(id ? { id: id.value } : {}), state: '', lockedToThread: false, span },
    place: { symbol: names.symbolOf(raw), args: '', inlined: false, ...names.placed(place), address, span },
    shape: 'stop',
  };
}

/** Where the arguments open: a receiver such as `(*T)` has a parenthesis of its own. */
function argumentsAt(text: string, from: number): number {
  const open = text.indexOf('(', from);
  return text.startsWith('.(*', open - 1) ? text.indexOf('(', text.indexOf(')', open)) : open;
}

const GOROUTINE = ' (hits goroutine(';

/** `	Go: ./main.go:37 main.waiters.func4 (0x7c0765)`, or its labels. */
export function readFact(line: Line, names: Names): { word: string; place: Frame | undefined } | undefined {
  const from = quoteOf(line.text).length;
  const word = FACTS.find((each) => line.text.startsWith(`${each}: `, from));
  if (word === undefined || from === 0) return undefined;
  const place = readListedPlace(line.text, from + word.length + 1, line.text.length, names);
  return { word, place: place && { ...place, span: spanOf(line) } };
}

const FACTS = ['Runtime', 'User', 'Go', 'Start', 'Labels'];

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
