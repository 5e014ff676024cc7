import { CODE, type Line, type Span, isBlank, isDigit, runEnd, splitLines } from '../text/index.ts';
import type { Stack, StackLanguage } from './frame.ts';
import { openThreadDump } from './jvm/thread-dump.ts';
import { openThrowable } from './jvm/throwable.ts';
import { createLead, isKlogLine } from './lead.ts';
import { openErrorStack } from './node/error-stack.ts';
import { openFaultDump } from './python/fault-dump.ts';
import { openTraceback } from './python/traceback.ts';
import { createGoReader } from './read-go.ts';
import type { Before, OpenStack, StackReader } from './reader.ts';
import { openPanic } from './rust/panic.ts';

interface Opened {
  readonly language: Exclude<StackLanguage, 'go'>;
  readonly stack: OpenStack;
}

/**
 * Reads the stacks of all languages out of lines as they come. A line goes to the stack that is open; what that does
 * not take goes to Go's reader, which sees every line that is no other language's, then to the language whose first
 * line it can be. Lines that may belong to a stack whose first frame has not come yet are remembered: see `createLead`.
 */
export function createStackReader(): StackReader {
  let go = createGoReader();
  const lead = createLead();
  let open: Opened | undefined;

  const close = (): Stack | undefined => {
    const ended = open?.stack.end();
    open = undefined;
    return ended;
  };

  const closeForNext = (): Stack | undefined => {
    open?.stack.yieldLines?.();
    return close();
  };

  /** Lines went to another language: what Go's reader remembers is not above the next line that it will see. */
  let stale = false;
  const forget = (): void => {
    stale = true;
    lead.clear();
  };

  const readOutside = (line: Line): ReturnType<StackReader['push']> => {
    if (stale) go = createGoReader();
    stale = false;
    const found = go.push(line);
    if (found.taken) {
      const ended = closeForNext() ?? found.ended;
      lead.clear();
      return { taken: true, language: 'go', ...(ended ? { ended } : {}) };
    }
    const next = mayOpen(line) ? openStack(line, lead.above()) : undefined;
    if (next) {
      const ended = closeForNext() ?? found.ended ?? go.end();
      forget();
      open = next;
      next.stack.push(line);
      return { taken: true, language: next.language, ...(ended ? { ended } : {}) };
    }
    lead.push(line);
    return found;
  };

  return {
    push(line) {
      if (!open && !stale && isKlogLine(line) && lead.pass(line) && go.pass(line)) return NOT_TAKEN;
      const fit = open?.stack.push(line);
      if (open && fit === 'part') {
        forget();
        return { taken: true, language: open.language };
      }
      const ended = fit === 'over' ? close() : undefined;
      if (ended && lead.beginsAbove(ended.span.to)) forget();
      const found = readOutside(line);
      return ended ? { ...found, ended } : found;
    },
    between: () => (open || stale ? undefined : go.between()),
    isIdle: () => !open && !stale && lead.isIdle() && go.isIdle(),
    end: () => close() ?? (stale ? undefined : go.end()),
    drain: () => (open ? open.stack.drain?.() : stale ? undefined : go.drain()),
  };
}

const NOT_TAKEN = { taken: false } as const;

/** A cheap look at the first and the last character: most lines of a log can begin no stack. */
function mayOpen({ text, continued }: Line): boolean {
  if (continued) return false;
  const from = runEnd(text, 0, MAX_INDENTATION, isBlank);
  const starts = STARTS[text.charAt(from)];
  if (starts?.some((words) => text.startsWith(words, from))) return true;
  const last = text.charCodeAt(text.length - 1);
  // `   0: std::panicking::begin_panic` stands to the right; `f@https://example.com/app.js:12:7` ends with its place.
  if (isDigit(text.charCodeAt(from)) && from > 0) return true;
  return last === CODE.colon ? text.endsWith('):') : isDigit(last) && text.includes('@');
}

/** No stack is printed further to the right. */
const MAX_INDENTATION = 200;

/** How the first lines of stacks begin, by their first character. */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  a: ['at '],
  '"': ['"'],
  F: ['Full thread dump ', 'Found one ', 'File "', 'Fatal Python error: '],
  T: ['Traceback ', 'Thread 0x', 'Timeout (0:'],
  C: ['Current thread 0x'],
  t: ["thread '"],
  s: ['stack backtrace:'],
  S: ['Stack backtrace:', 'Stack (most '],
  '+': ['+ Exception Group '],
  '.': ['... '],
};

function openStack(line: Line, before: Before): Opened | undefined {
  for (const [language, opener] of OPENERS) {
    const stack = opener(line, before);
    if (stack) return { language, stack };
  }
  return undefined;
}

/** The first one that fits opens the stack. A row to add a language. */
const OPENERS = [
  ['java', openThrowable],
  ['java', openThreadDump],
  ['python', openTraceback],
  ['python', openFaultDump],
  ['rust', openPanic],
  ['node', openErrorStack],
] as const;

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
