import type { Span } from '../text/index.ts';
import type { Location } from './location.ts';

export type StackLanguage = 'go' | 'java' | 'python' | 'node' | 'rust';

/**
 * The parts of a function's name, such as `k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).trackCallers`. What other
 * languages have in their place: Java package, class and method; Rust path, type and function; JavaScript's object
 * or class and function; Python's function alone.
 */
export interface Symbol {
  /** As printed, escapes and all. */
  readonly raw: string;
  /** Import path, with `%2e` decoded. */
  readonly package: string;
  /** The type of a method, or the class. */
  readonly receiver?: string;
  readonly pointerReceiver: boolean;
  readonly function: string;
  /** `func1.2`, `gowrap1`, `{{closure}}`, `lambda$0` …: which closure inside `function`. */
  readonly closure?: string;
  /** Ends in `-fm`: a method used as a value. */
  readonly methodValue: boolean;
  readonly generic: boolean;
}

/**
 * One call: the function line and, unless the dump was cut between them, the line with its place. Frames of every
 * language stand innermost first, as Go prints them; a Python traceback is printed the other way round.
 */
export interface Frame {
  readonly symbol: Symbol;
  /** The words between the parentheses, as printed. */
  readonly args: string;
  /** Printed as `(...)`: inlined into its caller, so it has no arguments and no offset. */
  readonly inlined: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** `+0x86`: how far into the function's code the call is. */
  readonly offset?: number;
  /** `0x4aa61c`: where in the program it was. */
  readonly address?: string;
  /** What the code was loaded from: `java.base@17.0.15`, `app.jar:1.2`. */
  readonly module?: string;
  readonly location?: Location;
  /** How many times more the same call follows, left out by the printer. */
  readonly repeated?: number;
  /** Its lines. */
  readonly span: Span;
}

/** `created by F in goroutine N`, with the place of the `go` statement. */
export interface CreatedBy extends Omit<Frame, 'args' | 'inlined'> {
  readonly goroutine?: number;
  /** The calls that led to it, where a report of the race detector tells them. */
  readonly callers?: readonly Frame[];
}

/** What a goroutine did with memory that another one used at the same time, in a report of the race detector. */
export interface MemoryAccess {
  readonly kind: 'read' | 'write' | 'allocation';
  readonly address: string;
  /** It came first; the report tells the two the other way round. */
  readonly previous: boolean;
}

/** What a thread of a Java dump does with a lock: `- locked <0x000000062a2f3b58> (a java.lang.Object)`. */
export interface LockUse {
  /** `locked`, `waiting to lock`, `parking to wait for` …, as printed. */
  readonly action: string;
  readonly address: string;
  readonly type: string;
}

/**
 * A goroutine, or what another language has in its place: a thread, or one exception of a chain. Only goroutines
 * have an `id`.
 */
export interface Goroutine {
  /** None for a thread of another language, the runtime's own stack, or a group of equal goroutines. */
  readonly id?: number;
  /** Of a thread, or of a task that has one. */
  readonly name?: string;
  /** How many goroutines have this very stack: profiles tell it once for all of them. */
  readonly count?: number;
  /** `running`, `chan receive`, `IO wait`, `WAITING (parking)` …, as printed; empty for an exception. */
  readonly state: string;
  /** For how long it has waited, if at least one minute. */
  readonly minutes?: number;
  readonly lockedToThread: boolean;
  /** What else stands in its header: `scan`, `leaked`, `synctest bubble 1`. */
  readonly extra?: readonly string[];
  /** Its labels of `runtime/pprof`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly access?: MemoryAccess;
  /**
   * The exception of which these are the frames. An exception with its causes is one stack: the exceptions stand in
   * the order of the chain, the one that was reported first, then what caused it, then what caused that.
   */
  readonly reason?: StackReason;
  /** How this exception hangs together with the one in front of it. None for the first. */
  readonly relation?: 'cause' | 'context' | 'suppressed' | 'member';
  /** How many outer frames were left out because they are those of the exception in front. */
  readonly shared?: number;
  readonly locks?: readonly LockUse[];
  readonly frames: readonly Frame[];
  readonly createdBy?: CreatedBy;
  /** From its header to its last frame. */
  readonly span: Span;
}

/** One of the values that a Go program panicked with, the first one first. */
export interface PanicValue {
  /** Its lines joined by newlines, without the indentation that Go adds. */
  readonly value: string;
  readonly recovered: boolean;
  readonly repanicked: boolean;
}

/** Why the program printed its stack. */
export interface StackReason {
  readonly kind: 'panic' | 'fatal' | 'signal' | 'log' | 'race' | 'exception' | 'dump' | 'deadlock';
  /** The line that says so, without prefix. */
  readonly text: string;
  /** Of a panic: a deferred function may panic again. */
  readonly panics?: readonly PanicValue[];
  /** `[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4aa61c]`, of a panic. */
  readonly signal?: string;
  readonly span: Span;
}

export interface Stack {
  readonly language: StackLanguage;
  readonly reason?: StackReason;
  readonly goroutines: readonly Goroutine[];
  readonly span: Span;
}
