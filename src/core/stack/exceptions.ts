import { type Line, type Span, spanIn } from '../text/index.ts';
import type { Frame, Goroutine, Stack, StackLanguage, StackReason } from './frame.ts';
import type { Before } from './reader.ts';

/** One exception of a chain, while its lines come in. */
export interface OpenException {
  readonly kind: StackReason['kind'];
  relation?: NonNullable<Goroutine['relation']>;
  /** Of the thread that died of it. */
  readonly name?: string;
  /** Its first line, then what continues it. */
  readonly message: string[];
  messageSpan: Span | undefined;
  readonly frames: Frame[];
  shared?: number;
  from: number;
  to: number;
}

/** The heading of an exception, with the words in front of its name taken off. */
export interface Heading {
  readonly relation?: NonNullable<Goroutine['relation']>;
  readonly name?: string;
  readonly text: string;
}

/** A message may be a page of HTML or SQL: so much of it is kept. */
const MAX_MESSAGE = 2_000;

export const openException = (
  kind: StackReason['kind'],
  parts: Pick<OpenException, 'relation' | 'name'> = {},
): OpenException => ({
  kind,
  ...parts,
  message: [],
  messageSpan: undefined,
  frames: [],
  from: Infinity,
  to: 0,
});

export function exceptionOf(line: Line, { text, ...parts }: Heading): OpenException {
  const exception = openException('exception', parts);
  addMessage(exception, line, text);
  return exception;
}

/** The exception whose first frame is read, from what stands above it: its heading, or the log line that led to it. */
export function exceptionAbove(before: Before, readHeading: (text: string) => Heading): OpenException {
  const { lines, heading } = before;
  const [first] = lines;
  const head = lines[heading ?? 0];
  if (!first || !head || (heading === undefined && head.text.trim() === ''))
    return openException('exception');
  const { text, ...parts } = heading === undefined ? { text: head.text.trimEnd() } : readHeading(head.text);
  const exception = openException(heading === undefined ? 'log' : 'exception', parts);
  addMessage(exception, head, text);
  for (const line of lines.slice((heading ?? 0) + 1)) addMessage(exception, line);
  exception.from = first.from;
  return exception;
}

/** A line belongs to the exception. */
export function extend(exception: OpenException, line: Line): void {
  exception.from = Math.min(exception.from, line.from);
  exception.to = Math.max(exception.to, line.to);
}

/** A line, or the words at its end, are part of the message. */
export function addMessage(exception: OpenException, line: Line, words = line.text.trimEnd()): void {
  extend(exception, line);
  const at = Math.max(0, line.text.trimEnd().length - words.length);
  const { from, to } = spanIn(line, { from: at, to: at + words.length });
  exception.message.push(words);
  exception.messageSpan = { from: exception.messageSpan?.from ?? from, to };
}

export function addFrame(exception: OpenException, lines: readonly Line[], frame: Omit<Frame, 'span'>): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return;
  extend(exception, first);
  extend(exception, last);
  exception.frames.push({ ...frame, span: { from: first.from, to: last.to } });
}

export function toGoroutine(exception: OpenException): Goroutine {
  const { kind, relation, name, message, messageSpan, frames, shared, from, to } = exception;
  const text = message.join('\n').trimEnd().slice(0, MAX_MESSAGE);
  return {
    ...(name === undefined ? {} : { name }),
    state: '',
    lockedToThread: false,
    ...(messageSpan && text !== '' ? { reason: { kind, text, span: messageSpan } } : {}),
    ...(relation ? { relation } : {}),
    ...(shared === undefined ? {} : { shared }),
    frames,
    span: { from, to },
  };
}

/** The stack of threads or of a chain, the one to be told first in front. `undefined` if there is none. */
export function toStack(
  language: StackLanguage,
  goroutines: readonly Goroutine[],
  reason = goroutines[0]?.reason,
): Stack | undefined {
  if (goroutines.length === 0) return undefined;
  let from = reason?.span.from ?? Infinity;
  let to = 0;
  for (const { span } of goroutines) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return { language, ...(reason ? { reason } : {}), goroutines, span: { from, to } };
}
