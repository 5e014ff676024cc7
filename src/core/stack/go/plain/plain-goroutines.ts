import { CODE, isDigit, isHex, isLetter, ownCopy, readNumber } from '../../../text/index.ts';
import type { CreatedBy, Goroutine } from '../../frame.ts';
import { isSymbol, readCreatedByLine } from '../../frame-lines.ts';
import { withUnreadFrames } from '../../unread-frames.ts';
import type { Heading } from '../goroutine.ts';
import { readGoroutineStart } from '../goroutine-start.ts';
import { createCallKernel } from './call-kernel.ts';
import { type CallText, createCallText } from './call-text.ts';
import { type KnownCall, argumentTexts, createKnownCalls } from './known-calls.ts';
import { type KnownStack, callsOf, createKnownStacks } from './known-stacks.ts';
import { createKnownTexts } from './known-texts.ts';
import { createNames } from '../names.ts';

/** A goroutine that was read out of a larger text. */
export interface PlainGoroutine {
  readonly goroutine: Goroutine;
  /** Where the blank line starts that ends it. */
  readonly to: number;
  readonly lines: number;
  /** How long its longest line is. */
  readonly longest: number;
}

/**
 * Reads the goroutine that starts at `from`, where that is `base` in the paste; `undefined` if it is not plain, 'cut' if
 * the text ends in the middle of what may be a plain one. With the text's bytes, if they are ASCII, it is faster.
 */
export type PlainReader = (
  text: string,
  from: number,
  base: number,
  bytes?: Uint8Array,
) => PlainGoroutine | 'cut' | undefined;

interface ReadCalls {
  readonly stack: KnownStack;
  /** Where the line starts that is none of them. */
  readonly to: number;
  readonly longestLine: number;
}

const WORD = 'goroutine ';
const CREATED = 'created by ';

/** A header has room for labels. */
const MAX_HEADER = 500;

/** What follows a goroutine's number in its header, and where the stacks begin that stood below such. */
interface KnownHeading {
  readonly heading: Heading;
  readonly top: KnownStack;
}

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
 *
 * The same few functions call each other in all of them, so a call is first compared with those that stood below the
 * same one before: its name and its place are then known without a look at their characters.
 */
export function createPlainReader(): PlainReader {
  const names = createNames();
  let headings = createKnownTexts<KnownHeading>();
  let stacks = createKnownStacks();
  const creations = createKnownTexts<Omit<CreatedBy, 'span'>>();
  const calls = createKnownCalls();
  let callText: CallText | undefined;

  return (text, from, base, bytes) => {
    if (!text.startsWith(WORD, from)) return WORD.startsWith(text.slice(from)) ? 'cut' : undefined;
    const headerEnd = text.indexOf('\n', from);
    if ((headerEnd < 0 ? text.length : headerEnd) - from > MAX_HEADER) return undefined;
    if (headerEnd < 0) return 'cut';
    if (stacks.isFull()) {
      headings = createKnownTexts();
      stacks = createKnownStacks();
    }
    const start = headingAt(text, from, headerEnd);
    if (!start) return undefined;
    const offset = base - from;
    callText ??= createCallKernel() ?? createCallText();
    callText.begin(text, bytes);
    const { stack, to, longestLine } = readCalls(callText, text, headerEnd + 1, start.top);
    let longest = Math.max(longestLine, headerEnd - from);
    let at = to;

    const place = text.startsWith(CREATED, at) ? text.indexOf('\n', at) + 1 : 0;
    const end = place > 0 ? text.indexOf('\n', place) + 1 : 0;
    const creation = end > 0 ? creationAt(text, at, place, end) : undefined;
    const createdBy = creation && { ...creation, span: { from: offset + at, to: offset + end - 1 } };
    if (createdBy) {
      longest = Math.max(longest, place - 1 - at, end - 1 - place);
      at = end;
    }
    if (at >= text.length || text.charCodeAt(at) !== NEWLINE || at === headerEnd + 1)
      return isCut(text, headerEnd) ? 'cut' : undefined;
    const span = { from: base, to: offset + at - 1 };
    const rest = { ...start.heading, ...(createdBy ? { createdBy } : {}), span };
    const goroutine = withUnreadFrames({
      rest,
      stack,
      args: callText.prints(),
      argumentTexts: () => argumentTexts(callsOf(stack), text, headerEnd + 1),
      from: offset + headerEnd + 1,
    });
    return { goroutine, to: at, lines: 1 + 2 * (stack.depth + (createdBy ? 1 : 0)), longest };
  };

  /** The calls that stand one behind the other; those that stood below the same ones before are tried first. */
  function readCalls(callText: CallText, text: string, from: number, top: KnownStack): ReadCalls {
    let stack = top;
    let longestLine = 0;
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== NEWLINE) {
      const { recent } = stack;
      let call: KnownCall | undefined;
      let end = 0;
      for (let index = 0; end === 0 && index < recent.length; index++) {
        call = recent[index]?.call;
        if (call) end = callText.end(call, at);
      }
      if (end === 0) {
        call = text.startsWith(CREATED, at) ? undefined : callAt(text, at);
        if (call) end = callText.end(call, at);
      }
      if (!call || end <= 0) break;
      stack = recent[0]?.call === call ? recent[0] : stacks.add(stack, call);
      const { length } = call.tail;
      longestLine = Math.max(longestLine, end - length + 1 - at, length - ')\n\n'.length);
      at = end;
    }
    return { stack, to: at, longestLine };
  }

  function headingAt(text: string, from: number, to: number): KnownHeading | undefined {
    const id = readNumber(text, from + WORD.length);
    const isUsual = id !== undefined && text.startsWith(' [', id.to);
    const known = isUsual ? headings.get(text, id.to, to) : undefined;
    if (known && id) return { heading: { ...known.heading, id: id.value }, top: known.top };
    const start = readGoroutineStart(ownCopy(text.slice(from, to)));
    if (start?.from !== 0) return undefined;
    const fresh = { heading: start.heading, top: stacks.begin() };
    return isUsual ? headings.set(text.slice(id.to, to), fresh) : fresh;
  }

  function callAt(text: string, from: number): KnownCall | undefined {
    const parenthesis = argumentsOf(text, from);
    if (parenthesis < 0) return undefined;
    const open = parenthesis + 1;
    const close = text.indexOf('\n', open) - 1;
    const place = close + 2;
    const to = text.indexOf('\n', place) + 1;
    if (to === 0 || !text.startsWith('\t', place)) return undefined;
    const known = calls.find(text, from, open, close, to);
    if (known) return known;
    const raw = text.slice(from, parenthesis);
    if (raw !== 'panic' && !isSymbol(raw)) return undefined;
    const placed = isPlain(text, place + 1, to - 1) ? names.placeOf(text.slice(place, to - 1)) : undefined;
    if (!placed) return undefined;
    const [head, tail] = [text.slice(from, open), text.slice(close, to)].map(ownCopy) as [string, string];
    return calls.learn({ head, tail, symbol: names.symbolOf(raw), placed });
  }

  function creationAt(
    text: string,
    from: number,
    place: number,
    to: number,
  ): Omit<CreatedBy, 'span'> | undefined {
    const known = creations.get(text, from, to);
    if (known) return known;
    const isUsual = isPlain(text, from, place - 1) && isPlain(text, place + 1, to - 1);
    if (!isUsual || text.charCodeAt(place) !== CODE.tab) return undefined;
    const by = readCreatedByLine(text.slice(from, place - 1), names.symbolOf);
    const placed = names.placeOf(text.slice(place, to - 1));
    return by && placed && creations.set(text.slice(from, to), { ...by, ...placed });
  }
}

const NEWLINE = 10;

/** Goroutines of a hundred frames, as many as the runtime prints, are hardly longer. */
const MAX_CUT = 1 << 14;

/** Whether the text ends before the blank line comes that ends the goroutine. */
const isCut = (text: string, from: number): boolean =>
  text.length - from <= MAX_CUT && text.indexOf('\n\n', from) < 0;

/** Where the parenthesis stands that opens a call's arguments, if its line ends with what closes them; -1 otherwise. */
function argumentsOf(text: string, from: number): number {
  let open = -1;
  for (let at = from; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === ARGUMENT) continue;
    if (kind === OPEN) open = at;
    else if (kind === CLOSE) {
      if (text.startsWith('\n', at + 1)) return open > from ? open : -1;
      open = -1;
    } else if (kind === NAME) open = -1;
    else break;
  }
  return -1;
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
