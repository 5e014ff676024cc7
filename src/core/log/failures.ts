import { readErrorChain } from './errors/chain.ts';
import { type DialFailure, readDialFailure } from './errors/dial-failure.ts';
import { toLogEntry } from './entry.ts';
import { type LogReaderOptions, createLogReader } from './read.ts';
import type { LogRecord } from './records.ts';
import type { Gap } from './time/gaps.ts';

/** A failed connection of a log, and how often it stands there in the same words. */
export interface SeenFailure extends DialFailure {
  /** The first line, 1-based. */
  readonly line: number;
  readonly times: number;
}

export interface ConnectionReport {
  /** In the order in which they first came, at most {@link MAX_FAILURES}. */
  readonly failures: readonly SeenFailure[];
  /** Lines with a failure that were not kept. */
  readonly left: number;
  readonly gaps: readonly Gap[];
  readonly lines: number;
  /** Lines whose time was read: without any there can be no gap. */
  readonly timed: boolean;
}

const MAX_FAILURES = 50;
/** More of an ending says nothing more. */
const MAX_TAIL = 400;

/** Reads the failed connections of a log that comes in chunks of any size, and the waits between its lines. */
export function createFailureReader(options: LogReaderOptions = {}): {
  push(chunk: string): void;
  end(): ConnectionReport;
} {
  const reader = createLogReader(options);
  const seen = new Map<string, SeenFailure>();
  let left = 0;

  const add = (record: LogRecord): void => {
    // What follows the first line of a record is a stack or a dump.
    const { number, message, errors } = toLogEntry({ ...record, lines: record.lines.slice(0, 1) });
    const failure = readDialFailure(errors.length > 0 ? errors : readErrorChain(message));
    if (!failure) return;
    const key = [failure.kind, failure.host ?? '', failure.tail].join('\0');
    const known = seen.get(key);
    if (known) seen.set(key, { ...known, times: known.times + 1 });
    else if (seen.size < MAX_FAILURES)
      seen.set(key, { ...failure, tail: failure.tail.slice(0, MAX_TAIL), line: number, times: 1 });
    else left++;
  };

  return {
    push: (chunk) => reader.push(chunk).forEach(add),
    end() {
      const { records, summary } = reader.end();
      records.forEach(add);
      const { gaps, lines, first } = summary;
      return { failures: [...seen.values()], left, gaps, lines, timed: first !== undefined };
    },
  };
}
