import type { Line } from '../../text/index.ts';
import type { StackReason } from '../frame.ts';
import { isBlankLine, spanOf } from './indentation.ts';
import { withoutMargin } from './margin.ts';
import type { Above } from './opener.ts';
import { createPreamble, readStart } from './preamble.ts';

export const isGlued = (line: Line, from: number): boolean => line.text.slice(0, from).trim() !== '';

/** The message that a goroutine's header is glued to, or the line directly above it. */
export function logReason(line: Line, from: number, previous: Line | undefined): StackReason | undefined {
  if (!isGlued(line, from)) return previous && messageOf(previous);
  return { kind: 'log', text: line.text.slice(0, from).trimEnd(), span: spanOf(line, 0, from) };
}

export const messageOf = (line: Line): StackReason | undefined =>
  isBlankLine(line) ? undefined : { kind: 'log', text: line.text.trimEnd(), span: spanOf(line) };

/** Why, behind the margins of the two lines above: a panic and a blank line, or a message. */
export function reasonAbove([previous, before]: Above, margin: string): StackReason | undefined {
  const line = previous && withoutMargin(previous, margin);
  if (!line || !isBlankLine(line)) return line && messageOf(line);
  const first = before && withoutMargin(before, margin);
  return first && readStart(first.text) ? createPreamble(first).end() : undefined;
}
