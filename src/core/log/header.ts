import type { Span } from '../text/index.ts';

/**
 * How bad a line says it is. Words of other formats are read as these: `notice` as info, `critical`, `alert`, `emerg`
 * and `panic` as fatal.
 */
export type Severity = 'trace' | 'debug' | 'info' | 'warning' | 'error' | 'fatal';

/** A clock reading as a line gives it: what the format does not name is missing. */
export interface ClockTime {
  readonly year?: number;
  /** 1 to 12; missing with `day` in formats that print the time of day only. */
  readonly month?: number;
  readonly day?: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
  /** Minutes east of UTC; 0 for `Z`. Missing where the line names no zone. */
  readonly offset?: number;
}

/** The place in the program's source that a header names. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  readonly span: Span;
}

/** How a part of a line is written, and so how {@link decodePart} reads it. */
export type Encoding = 'plain' | 'json' | 'go-quoted';

/** A part of a line; a quoted part is meant without its quotes. */
export interface Part {
  readonly span: Span;
  readonly encoding: Encoding;
}

/** `key=value` or `"key": value`, beside the message. */
export interface Field {
  readonly key: string;
  readonly value: Part;
}

/** What a log line says beside its message. Spans are offsets into the line as the format was given it. */
export interface LogHeader {
  readonly format: LogFormatId;
  readonly severity?: Severity;
  readonly time?: ClockTime;
  /** The process id; klog calls the column thread id. */
  readonly process?: number;
  readonly source?: SourceLine;
  /** Who speaks: a program (syslog), a logger's name (Java, Python, zap), a package (capnslog). */
  readonly logger?: string;
  /** The message on this line, behind the header or as a field. */
  readonly message: Part;
  /** Fields that the format itself delimits (JSON, logfmt); klog's are read by `readKlogBody`. */
  readonly fields: readonly Field[];
}

export type LogFormatId =
  | 'klog'
  | 'klog-json'
  | 'zap'
  | 'zap-console'
  | 'capnslog'
  | 'logrus'
  | 'logrus-tty'
  | 'logrus-json'
  | 'slog'
  | 'slog-json'
  | 'logfmt'
  | 'go-log'
  | 'coredns'
  | 'json'
  | 'journald-json'
  | 'bunyan'
  | 'pino'
  | 'winston'
  | 'syslog'
  | 'nginx'
  | 'apache'
  | 'cups'
  | 'access-log'
  | 'haproxy'
  | 'java'
  | 'spring-boot'
  | 'java-util-logging'
  | 'python'
  | 'gunicorn'
  | 'rust'
  | 'postgresql'
  | 'mysql'
  | 'redis'
  | 'level-first'
  | 'timestamped';
