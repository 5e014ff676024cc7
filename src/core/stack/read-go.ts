import { CODE, type Line, isBlank, isDigit, isLower } from '../text/index.ts';
import { openCallStack } from './go/call-stack.ts';
import { isAdapterLine, openDebugAdapter } from './go/debug-adapter.ts';
import { openDelve } from './go/delve.ts';
import { openDump } from './go/dump.ts';
import { isQuoting } from './go/indentation.ts';
import { createNames } from './go/names.ts';
import type { GoOpener } from './go/opener.ts';
import { openProfile } from './go/profile.ts';
import { openRace } from './go/race.ts';
import type { OpenStack, StackReader } from './reader.ts';

/** The shapes in which Go's stacks are printed. The first one that opens at a line reads on. */
const OPENERS: readonly GoOpener[] = [
  openRace,
  openProfile,
  openDelve,
  openDebugAdapter,
  openDump,
  openCallStack,
];

/** Those whose first line cannot be anything else, not even inside of a dump. */
const CERTAIN: readonly GoOpener[] = [openRace, openProfile, openDelve, openDebugAdapter];

/** A cheap look at the first and the last character: most lines of a log can begin no stack. */
function mayOpen(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (last === CODE.colon || isBlank(last) || isDigit(first) || isQuoting(first)) return true;
  if (isLower(first) || first === CODE.openBracket) return true;
  if (first === CODE.openBrace) return isAdapterLine(text);
  return FIRST_CHARACTERS.includes(text.charAt(0));
}

/** Of `WARNING: DATA RACE`, `Goroutine 1 - User:`, `SIGQUIT: quit`, `Exception 0xc0000005` and `(dlv) `. */
const FIRST_CHARACTERS = 'WGSE(';

export interface GoReader extends StackReader {
  /** A log line that can begin nothing. `false` if a stack is open, which has to see it. */
  pass(line: Line): boolean;
}

/**
 * Reads Go stacks out of lines as they come, one at a time. A line that fits no shape ends the stack and is left to
 * others; no line is lost.
 */
export function createGoReader(): GoReader {
  const names = createNames();
  let stack: OpenStack | undefined;
  let previous: Line | undefined;
  let before: Line | undefined;

  const open = (line: Line, openers: readonly GoOpener[]): OpenStack | undefined => {
    for (const opener of openers) {
      const opened = opener(line, [previous, before], names);
      if (opened) return opened;
    }
    return undefined;
  };

  const push: StackReader['push'] = (line) => {
    const fit = stack?.push(line);
    if (fit === 'part') return { taken: true };
    const next = mayOpen(line.text) ? open(line, fit === 'maybe' ? CERTAIN : OPENERS) : undefined;
    if (fit === 'maybe' && !next) return { taken: false };
    const ended = stack?.end();
    stack = next;
    const taken = stack?.push(line) === 'part';
    return ended ? { taken, ended } : { taken };
  };

  return {
    push(line) {
      const result = push(line);
      // A line of one stack is no message above the next one.
      before = previous;
      previous = result.taken ? undefined : line;
      return result;
    },
    pass(line) {
      if (stack) return false;
      before = previous;
      previous = line;
      return true;
    },
    between: () => stack?.between?.(),
    isIdle: () => stack === undefined,
    end() {
      const last = stack?.end();
      stack = undefined;
      return last;
    },
    drain: () => stack?.drain?.(),
  };
}
