import { CODE, type Line, isBlank, isDigit, readNumber, runEnd } from '../../text/index.ts';
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
import type { Goroutine } from '../frame.ts';
import { isThrowHeading } from '../lead.ts';
import type { OpenStack, Opener } from '../reader.ts';
import { readJvmFrame } from './frame-line.ts';

const RELATIONS: readonly (readonly [words: string, relation: NonNullable<Goroutine['relation']>])[] = [
  ['Caused by: ', 'cause'],
  ['Suppressed: ', 'suppressed'],
  // Logback can print the root cause first.
  ['Wrapped by: ', 'context'],
];

/** So many lines may stand between the heading of a cause and its frames. */
const MAX_WAITING = 60;

/**
 * Opens the stack of a throwable at its first frame:
 *
 *     Exception in thread "main" java.lang.RuntimeException: wrapped      heading, in the lines above
 *     ⇥at Crash.main(Crash.java:10)                                       ◄ here
 *     Caused by: java.lang.IllegalStateException: deep
 *     ⇥at Crash$Deep.run(Crash.java:5)
 *     ⇥... 1 more
 *
 * Source: Java 17 `Throwable.printStackTrace`; logback's and log4j's forms of it.
 */
export const openThrowable: Opener = (line, before) => {
  const fits = readJvmFrame(line.text) ?? (before.heading === undefined ? undefined : readElision(line.text));
  return fits === undefined ? undefined : createThrowable(exceptionAbove(before, readThrowableHeading));
};

function createThrowable(first: OpenException): OpenStack {
  const chain = [first];
  let last = first;
  /** Lines behind the heading of a cause: its message, if frames follow. */
  let waiting: Line[] = [];

  const keepWaiting = (): void => {
    for (const line of waiting) addMessage(last, line);
    waiting = [];
  };

  return {
    push(line) {
      const { text } = line;
      const frame = readJvmFrame(text);
      const shared = frame ? undefined : readElision(text);
      if (frame || shared !== undefined || isCircular(text)) {
        keepWaiting();
        if (frame) addFrame(last, [line], frame);
        else if (shared !== undefined) last.shared = shared;
        extend(last, line);
        return 'part';
      }
      if (isRelated(text)) {
        waiting = [];
        last = exceptionOf(line, readThrowableHeading(text));
        chain.push(last);
        return 'part';
      }
      const complete = last.frames.length > 0 || last.shared !== undefined;
      if (complete || waiting.length >= MAX_WAITING || isThrowHeading(text)) return 'over';
      waiting.push(line);
      return 'maybe';
    },
    end: () => toStack('java', chain.map(toGoroutine)),
  };
}

const THREAD = 'Exception in thread "';

/** Takes the words off that stand in front of a throwable's name. */
function readThrowableHeading(line: string): Heading {
  const text = line.trim();
  for (const [words, relation] of RELATIONS) {
    if (text.startsWith(words)) return { relation, text: text.slice(words.length) };
  }
  const end = text.startsWith(THREAD) ? threadEnd(text) : -1;
  return end > 0 ? { name: text.slice(THREAD.length, end), text: text.slice(end + 2) } : { text };
}

/** A thread's name may hold quotes: it ends in front of the name of a throwable. */
function threadEnd(text: string): number {
  for (let at = text.indexOf('" ', THREAD.length); at >= 0; at = text.indexOf('" ', at + 1)) {
    if (isThrowHeading(text.slice(at + 2, at + 300))) return at;
  }
  return text.indexOf('" ', THREAD.length);
}

function isRelated(text: string): boolean {
  const from = runEnd(text, 0, text.length, isBlank);
  const first = text.charAt(from);
  return 'CSW'.includes(first) && RELATIONS.some(([words]) => text.startsWith(words, from));
}

/** `[CIRCULAR REFERENCE: java.lang.Exception: a]` in place of frames, on a line of its own up to Java 11. */
const isCircular = (text: string): boolean => text.trimStart().startsWith('[CIRCULAR REFERENCE');

/** `... 12 more`, `... 3 common frames omitted`: how many frames are those of the throwable above. */
function readElision(text: string): number | undefined {
  const from = runEnd(text, 0, text.length, isBlank);
  if (from === 0 || !text.startsWith('... ', from) || !isDigit(text.charCodeAt(from + 4))) return undefined;
  const count = readNumber(text, from + 4);
  if (!count || text.charCodeAt(count.to) !== CODE.space) return undefined;
  const rest = text.slice(count.to + 1);
  return rest.startsWith('more') || rest.startsWith('common frames omitted') ? count.value : undefined;
}
