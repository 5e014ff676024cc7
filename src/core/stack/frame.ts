import type { Span } from '../text/index.ts';
import type { Location } from './location.ts';

/** The parts of a Go symbol such as `k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).trackCallers`. */
export interface Symbol {
  /** As printed, escapes and all. */
  readonly raw: string;
  /** Import path, with `%2e` decoded. */
  readonly package: string;
  readonly receiver?: string;
  readonly pointerReceiver: boolean;
  readonly function: string;
  /** `func1.2`, `gowrap1` …: which closure inside `function`. */
  readonly closure?: string;
  /** Ends in `-fm`: a method used as a value. */
  readonly methodValue: boolean;
  readonly generic: boolean;
}

/** One call: the function line and, unless the dump was cut between them, the line with its place. */
export interface Frame {
  readonly symbol: Symbol;
  /** The words between the parentheses, as printed. */
  readonly args: string;
  /** Printed as `(...)`: inlined into its caller, so it has no arguments and no offset. */
  readonly inlined: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly location?: Location;
  /** Both lines. */
  readonly span: Span;
}

/** `created by F in goroutine N`, with the place of the `go` statement. */
export interface CreatedBy extends Omit<Frame, 'args' | 'inlined'> {
  readonly goroutine?: number;
}

export interface Goroutine {
  readonly id: number;
  /** `running`, `chan receive`, `IO wait` …, as printed. */
  readonly state: string;
  /** For how long it has waited, if at least one minute. */
  readonly minutes?: number;
  readonly lockedToThread: boolean;
  readonly frames: readonly Frame[];
  readonly createdBy?: CreatedBy;
  /** From its header to its last frame. */
  readonly span: Span;
}

/** Why the program printed its stack. */
export interface StackReason {
  readonly kind: 'panic' | 'fatal' | 'signal' | 'log';
  /** The line that says so, without prefix. */
  readonly text: string;
  readonly span: Span;
}

export interface Stack {
  readonly language: 'go';
  readonly reason?: StackReason;
  readonly goroutines: readonly Goroutine[];
  readonly span: Span;
}
