import { type Span, splitLines } from '../text/index.ts';
import type { Stack } from './frame.ts';
import { createStackReader } from './read-go.ts';

/** All stacks of a text, and the spans between them. Sorted by `from`, the two tile the text. */
export function readStacks(text: string): { stacks: Stack[]; unparsed: Span[] } {
  const reader = createStackReader();
  const stacks: Stack[] = [];
  for (const line of splitLines(text)) {
    const { ended } = reader.push(line);
    if (ended) stacks.push(ended);
  }
  const last = reader.end();
  if (last) stacks.push(last);
  return { stacks, unparsed: gaps(stacks, text.length) };
}

function gaps(stacks: readonly Stack[], length: number): Span[] {
  const between: Span[] = [];
  let at = 0;
  for (const { span } of stacks) {
    if (span.from > at) between.push({ from: at, to: span.from });
    at = span.to;
  }
  if (at < length) between.push({ from: at, to: length });
  return between;
}
