import type { Line } from '../text/index.ts';
import type { Goroutine, Stack, StackLanguage } from './frame.ts';

export interface StackReader {
  /**
   * Whether the line belongs to a stack, of which language where that is known, and the stack that it ended, if it
   * ended one. A line that was not taken may still turn out to be part of a stack: its message, say, or the source
   * that is printed above it. The stack's span covers it then.
   */
  push(line: Line): { readonly taken: boolean; readonly language?: StackLanguage; readonly ended?: Stack };
  /** Whether no stack is open, and none can begin with lines above the last two. */
  isIdle(): boolean;
  /**
   * Where a caller may read the next goroutines for itself out of what it holds (see `createPlainReader`): between two
   * goroutines of a dump, of which the last has ended with a blank line. Takes one that comes next; the blank line
   * behind the last of a run is to be pushed.
   */
  between(): ((goroutine: Goroutine) => void) | undefined;
  end(): Stack | undefined;
  /**
   * What is complete of the stack that is open, given out before its end: it is then forgotten, so that a dump of
   * thousands of goroutines is never held as a whole. What `push` and `end` give has the rest, and the whole span.
   */
  drain(): Stack | undefined;
}

/**
 * What a stack makes of the next line: it is part of it; it may be part of it, if what follows fits; or it is none,
 * and the stack is over.
 */
export type Fit = 'part' | 'maybe' | 'over';

/** One stack that is being read. Its first line goes to `push`, too. */
export interface OpenStack {
  push(line: Line): Fit;
  /** `undefined` if there was no stack behind what looked like one. */
  end(): Stack | undefined;
  /** Another stack begins, maybe in lines above the last one: those that may have been part of this one are not. */
  yieldLines?(): void;
  /** See `StackReader`; a stack that is never large has none. */
  drain?(): Stack | undefined;
  /** See `StackReader`: takes a goroutine if it stands between two. */
  between?(): ReturnType<StackReader['between']>;
}

/** Lines above a stack's first frame that may belong to it: see `createLead`. */
export interface Before {
  readonly lines: readonly Line[];
  /** Which of them names the exception. None if there is only the line above. */
  readonly heading?: number;
  /** Which of them names the exception without frames that it is one of, in front: `[AggregateError: all failed] {`. */
  readonly outer?: number;
}

/** Opens a stack of a language if the line can begin one. */
export type Opener = (line: Line, before: Before) => OpenStack | undefined;
