import { CODE, type Line, isBlank, isDigit, isLetter, readNumber, runEnd } from '../../text/index.ts';
import {
  type OpenException,
  addFrame,
  addMessage,
  extend,
  openException,
  toGoroutine,
  toStack,
} from '../exceptions.ts';
import type { Frame } from '../frame.ts';
import type { Fit, OpenStack, Opener } from '../reader.ts';
import { type Relation, createChain } from './chain.ts';
import { type PythonFrameLine, classifyPythonPath, pythonSymbol, readPythonFrame } from './frame-line.ts';
import { type Inner, readMargin } from './margin.ts';

const TITLE = 'Traceback (most recent call last):';

/** The sentences between two exceptions: the one above caused the one below, or was being handled. */
const CHAINS: readonly (readonly [words: string, relation: Relation])[] = [
  ['The above exception was the direct cause of the following exception:', 'cause'],
  ['During handling of the above exception, another exception occurred:', 'context'],
];

/** A message may go on for so many lines before it turns out whether another exception follows. */
const MAX_WAITING = 30;

/**
 * Opens a traceback at its title, or at a frame if the title was cut off:
 *
 *     Traceback (most recent call last):              ◄ here
 *       File "/srv/app.py", line 11, in <module>
 *         fail({})
 *     KeyError: 'key'
 *
 *     The above exception was the direct cause of the following exception:
 *
 *     Traceback (most recent call last):
 *
 * Python prints the outermost call and the oldest exception first. In the model the innermost call and the last
 * exception come first, as in every other language; what the last one was caused by follows.
 * Source: CPython 3.13 `Lib/traceback.py`.
 */
export const openTraceback: Opener = ({ text }, { lines }) => {
  const inner = innerOf(text, false);
  if (!isTitle(inner.text) && !readPythonFrame(unindented(inner.text))) return undefined;
  return createTraceback(lines.at(-1));
};

function createTraceback(above: Line | undefined): OpenStack {
  const chain = createChain();
  let current: OpenException | undefined;
  let state: 'frames' | 'message' | 'between' = 'between';
  /** How the next exception hangs together with what stands above it. */
  let next: Relation | undefined;
  /** The frame to which the source lines belong that follow. */
  let pending: { frame: PythonFrameLine; first: Line; last: Line; repeated?: number } | undefined;
  /** Lines behind a message that may belong to it. */
  let waiting: Line[] = [];
  let grouped = false;

  const begin = (line: Line, level: number): void => {
    const name = !current && above ? threadOf(above.text) : undefined;
    const exception = openException('exception', name === undefined ? {} : { name });
    chain.add(exception, level, next);
    extend(exception, name !== undefined && above ? above : line);
    extend(exception, line);
    next = undefined;
    state = 'frames';
    current = exception;
  };

  const closeFrame = (): void => {
    if (pending && current) {
      const { frame, first, last, repeated } = pending;
      addFrame(current, [first, last], toFrame(frame, repeated));
    }
    pending = undefined;
  };

  const takeMessage = (line: Line, text: string): Fit => {
    closeFrame();
    if (current) addMessage(current, line, text.trimEnd());
    state = 'message';
    return 'part';
  };

  const readFrames = (line: Line, text: string): Fit => {
    const frame = readPythonFrame(unindented(text));
    if (frame) {
      closeFrame();
      pending = { frame, first: line, last: line };
      return 'part';
    }
    if (isBlank(text.charCodeAt(0))) {
      const repeated = readRepeated(text);
      if (pending) pending.last = line;
      if (pending && repeated !== undefined) pending.repeated = repeated;
      return 'part';
    }
    return isExceptionLine(text) ? takeMessage(line, text) : 'over';
  };

  /** Behind a message: another exception that this one led to, or the next lines of the message. */
  const readOn = (line: Line, { text, depth, rule }: Inner): Fit => {
    const link = CHAINS.find(([words]) => text.startsWith(words));
    if (link || rule) {
      if (current) for (const held of waiting) addMessage(current, held);
      waiting = [];
      state = 'between';
      next = link ? link[1] : 'member';
      if (current) extend(current, line);
      return 'part';
    }
    if (grouped && depth > 0) return takeMessage(line, text);
    if (waiting.length >= MAX_WAITING) return 'over';
    waiting.push(line);
    return 'maybe';
  };

  return {
    push(line) {
      const inner = innerOf(line.text, grouped);
      const { text, depth, rule } = inner;
      const level = Math.max(0, depth - 1);
      if (isTitle(text)) {
        if (state !== 'between') return 'over';
        grouped = depth > 0;
        begin(line, level);
        return 'part';
      }
      if (state === 'message') return readOn(line, inner);
      if (state === 'frames') return readFrames(line, text);
      if (!current) {
        begin(line, level);
        return readFrames(line, text);
      }
      if (rule || text.trim() === '') return 'part';
      if (next !== 'member' || depth === 0) return 'over';
      begin(line, level);
      return takeMessage(line, text);
    },
    end() {
      closeFrame();
      return toStack(
        'python',
        chain.told().map((exception) => toGoroutine({ ...exception, frames: exception.frames.toReversed() })),
      );
    },
  };
}

const toFrame = (
  { file, line, function: name = '' }: PythonFrameLine,
  repeated?: number,
): Omit<Frame, 'span'> => ({
  symbol: pythonSymbol(name),
  args: '',
  inlined: false,
  file,
  line,
  location: classifyPythonPath(file),
  ...(repeated === undefined ? {} : { repeated }),
});

const isTitle = (text: string): boolean => text.endsWith('):') && text.endsWith(TITLE);

/** Only in a group a sign at the beginning is a margin: source lines may begin with one, too. */
const innerOf = (text: string, grouped: boolean): Inner =>
  grouped || text.trimStart().startsWith('+ Exception Group ') ? readMargin(text) : { text, depth: 0 };

/** Frames stand two blanks in. */
const unindented = (text: string): string => (text.startsWith('  File') ? text.slice(2) : text);

/** `[Previous line repeated 995 more times]` */
function readRepeated(text: string): number | undefined {
  const start = '  [Previous line repeated ';
  return text.startsWith(start) ? readNumber(text, start.length)?.value : undefined;
}

/** `KeyError: 'x'`, `json.decoder.JSONDecodeError: …`, `KeyboardInterrupt`: a name, then nothing or a colon. */
function isExceptionLine(text: string): boolean {
  const end = text.trimEnd().length;
  const to = runEnd(text, 0, end, isNameCode);
  return to > 0 && !isDigit(text.charCodeAt(0)) && (to === end || text.charCodeAt(to) === CODE.colon);
}

const isNameCode = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === CODE.dot || code === CODE.underscore || code > 127;

/** `Exception in thread worker:` stands above the traceback of a thread. */
function threadOf(text: string): string | undefined {
  const start = 'Exception in thread ';
  const name = text.trimEnd();
  return name.startsWith(start) && name.endsWith(':') ? name.slice(start.length, -1) : undefined;
}
