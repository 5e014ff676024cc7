import type { Span } from '../text/index.ts';

export type Severity = 'debug' | 'info' | 'warning' | 'error' | 'fatal';

/** A clock reading as a header gives it. klog names neither year nor zone, so they may be missing. */
export interface ClockTime {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
}

/** The place in the program's source that a header names. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly span: Span;
}

/** What stands in front of a log line's message. Spans are offsets into the line. */
export interface LogHeader {
  readonly format: LogFormatId;
  readonly severity: Severity;
  readonly time: ClockTime;
  /** klog prints the process id in the column that it calls thread id. */
  readonly process: number;
  readonly source: SourceLine;
  /** The message on this line, behind the header. */
  readonly message: Span;
}

export type LogFormatId = 'klog';
