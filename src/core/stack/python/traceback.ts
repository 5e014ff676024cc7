import { type Line, isBlank } from '../../text/index.ts';
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
import type { Before, Fit, OpenStack, Opener } from '../reader.ts';
import { type Relation, createChain } from './chain.ts';
import {
  causeAbove,
  isExceptionLine,
  isStackTitle,
  isTitle,
  readChain,
  readRepeated,
  threadOf,
} from './line-shapes.ts';
import { type PythonFrameLine, classifyPythonPath, pythonSymbol, readPythonFrame } from './frame-line.ts';
import { type Inner, readMargin } from './margin.ts';
import { beginsRecord, goesOn, isQuotedIn, isRepeatOf, isYamlPlace } from './message.ts';

const QUOTES = '"""';

/** No message has more lines. */
const MAX_LINES = 500;

/** With so many of a chain a message is compared. */
const MAX_MESSAGES = 8;

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
 *
 * The lines of a message are not marked. Those behind its first are read as its own if a sentence of a chain follows, in
 * the margin of a group, in a text that stands on one line of JSON, up to the next record of a log, and if its library
 * prints them so (see `goesOn`); any others are left to whoever reads on. Source: CPython 3.13 `Lib/traceback.py`,
 * `Lib/logging/__init__.py` (Formatter.format).
 */
export const openTraceback: Opener = ({ text }, before) => {
  const inner = innerOf(text, false);
  const title = isTitle(inner.text) || isStackTitle(text);
  return title || readPythonFrame(unindented(inner.text)) ? createTraceback(before) : undefined;
};

function createTraceback(before: Before): OpenStack {
  const above = before.lines.at(-1);
  const chain = createChain();
  /** A record of a log has the traceback below its message. */
  const logged = above !== undefined && beginsRecord(above.text);
  /** What another process sent stands in quotes. */
  const isRemote = above?.text === QUOTES;
  /** Calls that were logged, and no exception. */
  let isStack = false;
  let current: OpenException | undefined;
  let state: 'frames' | 'message' | 'between' = 'between';
  /** How the next exception hangs together with what stands above it. */
  let next: Relation | undefined;
  /** The frame to which the source lines belong that follow. */
  let pending: { frame: PythonFrameLine; first: Line; last: Line; repeated?: number } | undefined;
  /** Lines behind a message that may belong to it. */
  let waiting: Line[] = [];
  let grouped = false;
  /** The source line of the last frame, if it holds an escaped newline. */
  let source = '';
  const messages: (readonly string[])[] = [];

  /** `raise … from ValueError('x')`: what was never raised itself has no traceback, only its message. */
  const readCauseAbove = (): void => {
    const cause = causeAbove(before);
    if (!cause) return;
    const exception = openException('exception');
    for (const held of cause.message) addMessage(exception, held);
    extend(exception, cause.link);
    chain.add(exception, 0, undefined);
    next = cause.relation;
    state = 'between';
  };

  const begin = (line: Line, level: number): void => {
    if (!current) readCauseAbove();
    const name = !current && above ? threadOf(above.text) : undefined;
    const exception = openException('exception', name === undefined ? {} : { name });
    chain.add(exception, level, next);
    extend(exception, above && !current && (isRemote || name !== undefined) ? above : line);
    extend(exception, line);
    if (messages.length < MAX_MESSAGES) messages.push(exception.message);
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

  const takeWaiting = (): void => {
    if (current) for (const held of waiting) addMessage(current, held);
    waiting = [];
  };

  const takeMessage = (line: Line, text: string): Fit => {
    closeFrame();
    takeWaiting();
    if (current) addMessage(current, line, text.trimEnd());
    state = 'message';
    return 'part';
  };

  const readFrames = (line: Line, text: string): Fit => {
    const frame = readPythonFrame(unindented(text));
    if (frame) {
      closeFrame();
      source = '';
      pending = { frame, first: line, last: line };
      return 'part';
    }
    if (isBlank(text.charCodeAt(0))) {
      const repeated = readRepeated(text);
      if (pending) pending.last = line;
      if (text.includes('\\n')) source = text;
      if (pending && repeated !== undefined) pending.repeated = repeated;
      return 'part';
    }
    return !isStack && isExceptionLine(text) ? takeMessage(line, text) : 'over';
  };

  /** Whether it is certain that the line is one of the message. */
  const isMessage = (line: Line): boolean => {
    if (!current) return false;
    if (waiting.length > 0) return waiting.length === 1 && isYamlPlace(line.text) && isYaml(current);
    const { message } = current;
    if (message.length >= MAX_LINES) return false;
    if (line.physical === 0 && line.text.trim() !== '') return true;
    const quoted = [source, above?.text ?? ''].some((words) => isQuotedIn(words, message, line.text));
    return quoted || goesOn(message, line.text) || isRepeatOf(messages, message, line.text);
  };

  /** Up to the next record of the log all lines are this one's, but for those behind a blank one. */
  const endMessage = (): void => {
    const blank = waiting.findIndex(({ text }) => text.trim() === '');
    waiting = logged && waiting.length < MAX_WAITING ? waiting.slice(0, blank < 0 ? undefined : blank) : [];
    takeWaiting();
  };

  const readLink = (line: Line, relation: Relation | undefined): Fit => {
    state = 'between';
    next = relation;
    if (current) extend(current, line);
    return 'part';
  };

  /** Behind a message: another exception that this one led to, or the next lines of the message. */
  const readOn = (line: Line, { text, depth, rule }: Inner): Fit => {
    const link = readChain(text);
    if (link || rule) {
      takeWaiting();
      return readLink(line, link ?? (rule === 'end' ? undefined : 'member'));
    }
    if (isRemote && text === QUOTES) {
      takeWaiting();
      return readLink(line, undefined);
    }
    if ((grouped && depth > 0) || isMessage(line)) return takeMessage(line, text);
    if (waiting.length >= MAX_WAITING || (logged && beginsRecord(text))) return 'over';
    waiting.push(line);
    return 'maybe';
  };

  return {
    push(line) {
      const inner = innerOf(line.text, grouped);
      const { text, depth, rule } = inner;
      const level = Math.max(0, depth - 1);
      if (isTitle(text) || (!current && isStackTitle(text))) {
        if (state !== 'between') {
          waiting = [];
          return 'over';
        }
        grouped ||= depth > 0;
        isStack = isStackTitle(text);
        begin(line, level);
        return 'part';
      }
      if (state === 'message') return readOn(line, inner);
      if (state === 'frames') return readFrames(line, text);
      if (!current) {
        begin(line, level);
        return readFrames(line, text);
      }
      if (rule) return readLink(line, rule === 'end' ? undefined : 'member');
      const link = readChain(text);
      if (link && next === undefined) return readLink(line, link);
      if (text.trim() === '') return next === undefined && depth === 0 ? 'maybe' : 'part';
      if (next !== 'member' || depth === 0) return 'over';
      // What a group has no room for is only counted: `and 5 more exceptions`.
      if (text.startsWith('and ') && text.endsWith(' more exceptions')) return readLink(line, undefined);
      begin(line, level);
      return takeMessage(line, text);
    },
    yieldLines: () => void (waiting = []),
    end() {
      closeFrame();
      endMessage();
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

const isYaml = ({ message }: OpenException): boolean => message[0]?.startsWith('yaml.') === true;

/** Only in a group a sign at the beginning is a margin: source lines may begin with one, too. */
const innerOf = (text: string, grouped: boolean): Inner =>
  grouped || text.trimStart().startsWith('+ Exception Group ') ? readMargin(text) : { text, depth: 0 };

/** Frames stand two blanks in. */
const unindented = (text: string): string => (text.startsWith('  File') ? text.slice(2) : text);
