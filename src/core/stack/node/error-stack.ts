import { type Line, isBlank, isDigit, readNumber, runEnd } from '../../text/index.ts';
import {
  type Heading,
  type OpenException,
  addFrame,
  addMessage,
  exceptionAbove,
  exceptionOf,
  extend,
  toGoroutine,
  toStack,
} from '../exceptions.ts';
import type { Frame, Stack } from '../frame.ts';
import { isThrowHeading } from '../lead.ts';
import type { Before, Fit, OpenStack, Opener } from '../reader.ts';
import { type NodeFrame, readBrowserFrame, readNodeFrame } from './frame-line.ts';

/** So many lines may stand between the heading of an error among the properties and its frames. */
const MAX_WAITING = 60;

/**
 * Opens the stack of an error at its first frame:
 *
 *     /srv/app.js:13                              what nobody caught: in the lines above
 *     TypeError: x is not a function
 *         at f (/srv/app.js:13:66)                ◄ here
 *         at node:internal/main/run_main:28:49 {
 *       code: 'E_OUTER',
 *       [cause]: Error: inner
 *           at g (/srv/app.js:2:32)
 *     }
 *
 *     Node.js v20.20.2
 *
 * Source: Node.js 24 `lib/internal/util/inspect.js` (formatError), `src/node_errors.cc`; V8's stack trace API.
 */
export const openErrorStack: Opener = ({ text }, before) =>
  readFrame(text) ? createErrorStack(...exceptionsAbove(before)) : undefined;

/** The error whose first frame is read, and the one without frames among whose errors it is. */
function exceptionsAbove(before: Before): [OpenException, OpenException?] {
  const { lines, heading = 0, outer } = before;
  const group = outer === undefined ? undefined : lines[outer];
  if (!group) return [exceptionAbove(before, readErrorHeading)];
  const text = group.text.slice('['.length, -'] {'.length);
  const whole = exceptionOf(group, { text });
  if (lines[0]) whole.from = Math.min(whole.from, lines[0].from);
  return [whole, exceptionAbove({ lines: lines.slice(heading), heading: 0 }, readProperty)];
}

const readFrame = (text: string): NodeFrame | undefined => readNodeFrame(text) ?? readBrowserFrame(text);

function createErrorStack(first: OpenException, member?: OpenException): OpenStack {
  const chain = member ? [first, member] : [first];
  let last = member ?? first;
  let version: string | undefined;
  /** How many braces and brackets of properties are open. */
  let properties = member ? 2 : 0;
  /** The last frame ended with a comma: another error of a list may follow. */
  let listed = false;
  /** The message of an error inside the properties goes on, or a heading inside of them waits for its frames. */
  let waiting: Line[] = [];
  let over = false;

  const next = (line: Line, heading: Heading): void => {
    last = exceptionOf(line, heading);
    chain.push(last);
  };

  const accept = (line: Line, { frame, after }: NodeFrame): Fit => {
    const [head, ...rest] = waiting;
    if (head) {
      next(head, readProperty(head.text));
      const indentation = runEnd(head.text, 0, head.text.length, isBlank);
      for (const held of rest) addMessage(last, held, withoutBlanks(held.text, indentation));
      waiting = [];
    }
    addFrame(last, [line], frame);
    listed = after === ',';
    if (after === '{') properties++;
    return 'part';
  };

  /** A line of properties; what may be an error among them is held until its frames come. */
  const readProperties = (line: Line): Fit => {
    const { text } = line;
    if (isHeadingInside(text)) waiting = [line];
    else if (waiting.length > 0 && waiting.length < MAX_WAITING) waiting.push(line);
    else waiting = [];
    if (text.startsWith('}')) properties = 0;
    else if (text !== '' && !isBlank(text.charCodeAt(0))) return 'over';
    else if (properties > 1 && text.trimStart().startsWith('}')) properties--;
    extend(chain[0] ?? last, line);
    return 'part';
  };

  return {
    push(line) {
      if (over) return 'over';
      const { text } = line;
      const read = readFrame(text);
      if (read) return accept(line, read);
      const shared = readMatching(text);
      if (shared !== undefined) {
        last.shared = (last.shared ?? 0) + shared;
        extend(last, line);
        return 'part';
      }
      if (properties > 0) return readProperties(line);
      if (listed && isThrowHeading(text)) {
        waiting = [line];
        return 'maybe';
      }
      if (text.startsWith('Emitted ') && text.endsWith(' at:')) {
        waiting = [line];
        return 'maybe';
      }
      if (text.startsWith('Node.js v') && isDigit(text.charCodeAt(9))) {
        over = true;
        version = text.slice('Node.js v'.length).trimEnd();
        extend(chain[0] ?? last, line);
        return 'part';
      }
      return text.trim() === '' && waiting.length === 0 ? 'maybe' : 'over';
    },
    end: () => withVersion(toStack('node', chain.map(toGoroutine)), version),
  };
}

/** Takes `Uncaught ` and its like off. */
function readErrorHeading(line: string): Heading {
  const text = line.trim();
  for (const words of [
    'error: Uncaught (in promise) ',
    'error: Uncaught ',
    'Uncaught (in promise) ',
    'Uncaught ',
  ]) {
    if (text.startsWith(words)) return { text: text.slice(words.length) };
  }
  return { text };
}

/** What is printed among properties stands as far to the right as they do. */
const withoutBlanks = (text: string, most: number): string =>
  text.slice(runEnd(text, 0, Math.min(text.length, most), isBlank)).trimEnd();

const CAUSE = '[cause]: ';

/** `[cause]: Error: inner`, an error of a list, or `Emitted 'error' event on Socket instance at:`. */
function readProperty(line: string): Heading {
  const text = line.trim();
  if (text.startsWith(CAUSE)) return { relation: 'cause', text: text.slice(CAUSE.length) };
  return { relation: text.startsWith('Emitted ') ? 'context' : 'member', text };
}

function isHeadingInside(text: string): boolean {
  const from = runEnd(text, 0, text.length, isBlank);
  return text.startsWith(CAUSE, from) || isThrowHeading(text);
}

/** `... 4 lines matching cause stack trace ...` */
function readMatching(text: string): number | undefined {
  const from = runEnd(text, 0, text.length, isBlank);
  if (!text.startsWith('... ', from)) return undefined;
  const count = readNumber(text, from + 4);
  return count && text.startsWith(' lines matching cause stack trace', count.to) ? count.value : undefined;
}

/** The last line tells which Node.js it was: its own files are of that release. */
function withVersion(stack: Stack | undefined, version: string | undefined): Stack | undefined {
  if (!stack || !version) return stack;
  const dated = (frame: Frame): Frame =>
    frame.location?.kind === 'runtime' ? { ...frame, location: { ...frame.location, version } } : frame;
  const goroutines = stack.goroutines.map((one) => ({ ...one, frames: one.frames.map(dated) }));
  return { ...stack, goroutines };
}
