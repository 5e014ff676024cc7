import type { Line, Span } from '../../text/index.ts';
import type { PanicValue, StackReason } from '../frame.ts';
import { isBlankLine, spanOf } from './indentation.ts';

/** What a program says before its goroutines. */
export interface Preamble {
  /** Whether the line goes on with it; 'maybe' if it could as well be something else. */
  push(line: Line, previous: Line | undefined): 'part' | 'maybe' | 'over';
  /** A line that looked like a goroutine's header, but was part of a panic's value. */
  pushValue(line: Line): void;
  /** Whether a blank line came, and then something that may have nothing to do with it. */
  isDoubtful(): boolean;
  /** None for notes of the runtime that no error followed. */
  end(): StackReason | undefined;
}

/** How many lines of a panic's value are kept while its goroutine is awaited, and how many characters of each. */
const MAX_LINES = 200;
const MAX_TEXT = 2_000;

/** What starts a report; the goroutines follow behind a blank line. */
const STARTS: readonly { start: string; kind: StackReason['kind'] | 'note' }[] = [
  { start: 'panic: ', kind: 'panic' },
  { start: 'fatal error: ', kind: 'fatal' },
  { start: 'SIGQUIT: ', kind: 'signal' },
  { start: 'SIGABRT: ', kind: 'signal' },
  { start: 'SIGSEGV: ', kind: 'signal' },
  { start: 'SIGBUS: ', kind: 'signal' },
  { start: 'SIGFPE: ', kind: 'signal' },
  { start: 'SIGILL: ', kind: 'signal' },
  { start: 'SIGTRAP: ', kind: 'signal' },
  { start: 'SIGSYS: ', kind: 'signal' },
  // Windows: `Exception 0xc0000005 0x0 0x10 0x7ffc1d2f4b56`.
  { start: 'Exception 0x', kind: 'signal' },
  // In front of the error: `runtime: goroutine stack exceeds 1000000000-byte limit`.
  { start: 'runtime: ', kind: 'note' },
  { start: 'unexpected fault address 0x', kind: 'note' },
];

/** The first letters of all starts: any other line is none at a glance. */
const LETTERS: ReadonlySet<string> = new Set(STARTS.map(({ start }) => start.charAt(0)));

/** What a report begins with, if this line, without its quoting, begins one. */
export function readStart(text: string): StackReason['kind'] | 'note' | undefined {
  if (!LETTERS.has(text.charAt(0))) return undefined;
  return STARTS.find(({ start }) => text.startsWith(start))?.kind;
}

/**
 * Reads the lines from the one that begins a report to the first goroutine:
 *
 *     runtime: goroutine stack exceeds 1000000000-byte limit     note
 *     panic: first [recovered]                                    the first value
 *     	panic: again first                                         the next value
 *     	with a second line                                         a TAB in front since Go 1.23, none before
 *     [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4aa61c]
 *
 * Source: Go 1.5 to 1.27 `src/runtime/panic.go` (printpanics), `src/runtime/signal_unix.go` (sighandler).
 */
export function createPreamble(first: Line): Preamble {
  const kind = readStart(first.text) ?? 'note';
  let reason = kind === 'note' ? undefined : { kind, text: first.text.trimEnd(), span: spanOf(first) };
  const noted: Span | undefined = reason ? undefined : spanOf(first);
  const values: string[] = [];
  let signal: string | undefined;
  let lines = 1;
  let doubtful = false;
  let blanks = 0;

  const pushValue = ({ text }: Line): void => {
    if (text.trim() === '') {
      blanks++;
      return;
    }
    for (; blanks > 0; blanks--) values.push('');
    values.push(text.slice(0, MAX_TEXT));
  };
  if (kind === 'panic') pushValue(first);

  return {
    push(line, previous) {
      if (++lines > MAX_LINES) return 'over';
      const start = readStart(line.text);
      if (!reason && start !== 'note') {
        if (isBlankLine(line)) return 'part';
        if (!start) return 'over';
        reason = { kind: start, text: line.text.trimEnd(), span: spanOf(line) };
        if (start === 'panic') pushValue(line);
        return 'part';
      }
      // Another report begins. A panic's value of old may hold any line, but seldom this one.
      if (start && start !== 'note') return 'over';
      if (isBlankLine(previous) && !isBlankLine(line) && !line.text.startsWith('\t')) doubtful = true;
      if (line.text.startsWith('[signal ')) signal = line.text.trimEnd();
      else if (!doubtful && !signal) pushValue(line);
      return doubtful ? 'maybe' : 'part';
    },
    pushValue(line) {
      lines++;
      if (!doubtful) pushValue(line);
    },
    isDoubtful: () => doubtful,
    end() {
      if (!reason) return undefined;
      const span = noted ? { from: Math.min(noted.from, reason.span.from), to: reason.span.to } : reason.span;
      return {
        ...reason,
        span,
        ...(reason.kind === 'panic' ? { panics: readPanics(values) } : {}),
        ...(signal ? { signal } : {}),
      };
    },
  };
}

/** The values of a chain of panics: each but the first has a TAB in front of its `panic: `. */
function readPanics(lines: readonly string[]): PanicValue[] {
  const chain: string[][] = [];
  for (const line of lines) {
    const plain = line.startsWith('\t') ? line.slice(1) : line;
    const starts = plain.startsWith('panic: ') && (chain.length === 0 || plain !== line);
    if (starts) chain.push([plain.slice('panic: '.length)]);
    else chain.at(-1)?.push(plain);
  }
  return chain.map((value) => readPanic(value.join('\n').trimEnd()));
}

function readPanic(text: string): PanicValue {
  const repanicked = ' [recovered, repanicked]';
  const recovered = ' [recovered]';
  if (text.endsWith(repanicked)) {
    return { value: text.slice(0, -repanicked.length), recovered: true, repanicked: true };
  }
  return text.endsWith(recovered)
    ? { value: text.slice(0, -recovered.length), recovered: true, repanicked: false }
    : { value: text, recovered: false, repanicked: false };
}
