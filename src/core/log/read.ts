import { type Line, createLineSplitter } from '../text/index.ts';
import { type LogRecord, createRecordReader, recordKind } from './records.ts';
import { type TemplateSummary, createTemplateCounter } from './fold/templates.ts';
import { type LogCounts, createCounter } from './summary.ts';
import { type TimeFacts, createTimeFacts } from './time-facts.ts';
import type { ProgramLine } from './wrap/layer.ts';
import { createUnwrapper } from './wrap/unwrap.ts';

export interface LogReader {
  /** Reads on, and gives the records that this chunk completes. They do not depend on where the chunks were cut. */
  push(chunk: string): LogRecord[];
  /** What the log holds as far as it has been read. */
  soFar(): LogSummary;
  /** The last records, and what the whole log holds. */
  end(): { readonly records: readonly LogRecord[]; readonly summary: LogSummary };
}

/** What the log holds as a whole; every list in it is bounded. */
export interface LogSummary extends LogCounts, TimeFacts {
  /** What the lines that were not understood look like: a summary, and no verdict. */
  readonly templates: TemplateSummary;
}

export interface LogReaderOptions {
  /** Whether another reader knows the line: a frame of a stack, say. It is asked for each line, in order. */
  readonly claims?: (line: ProgramLine) => boolean;
}

/** Kinds of lines that are kept apart, of those that were not understood. */
const MAX_TEMPLATES = 200;

/**
 * Reads a log that arrives in chunks of any size: wrappers are taken off, lines of each source put together to records.
 * What it keeps is bounded whatever the input: records are given out, and only counted here; of a line longer than
 * `MAX_LINE` (core/text) the beginning is read, and the summary says so.
 */
export function createLogReader({ claims }: LogReaderOptions = {}): LogReader {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const records = createRecordReader();
  const counter = createCounter();
  const times = createTimeFacts();
  const templates = createTemplateCounter(MAX_TEMPLATES);

  const count = (record: LogRecord): void => {
    counter.record(record);
    times.push(record);
    const first = record.lines[0];
    if (first && recordKind(record) === 'unknown') templates.push(first.number, first.text);
  };

  const summary = (): LogSummary => ({
    ...counter.counts(),
    ...times.soFar(),
    templates: templates.end(),
  });

  const readProgramLine = (line: ProgramLine): LogRecord[] => {
    counter.line(line);
    const ready = records.push(line, claims?.(line) ?? false);
    ready.forEach(count);
    return ready;
  };

  const readLine = (line: Line): LogRecord[] => {
    if (line.cut && !line.continued) counter.tooLong(line.number);
    if (line.continued) return [];
    counter.physical(1);
    return unwrapper.push(line).flatMap(readProgramLine);
  };

  return {
    push: (chunk) => splitter.push(chunk).flatMap(readLine),
    soFar: summary,
    end() {
      const last = [...splitter.end().flatMap(readLine), ...unwrapper.end().flatMap(readProgramLine)];
      const rest = records.end();
      rest.forEach(count);
      return { records: [...last, ...rest], summary: summary() };
    },
  };
}
