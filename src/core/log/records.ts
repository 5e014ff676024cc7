import type { Line, Span } from '../text/index.ts';
import { readHeader } from './formats.ts';
import type { LogHeader } from './header.ts';

/**
 * One log record: its header line and the lines without a header that follow. klog prints a message's newlines
 * raw, so a line without a header belongs to the record in front of it. Lines in front of the first header form
 * records of one line each, without a header.
 */
export interface LogRecord {
  readonly header?: LogHeader;
  readonly lines: readonly Line[];
}

export interface RecordReader {
  /** The record that this line closes, if it starts another. */
  push(line: Line): LogRecord | undefined;
  end(): LogRecord | undefined;
}

/** A record that runs on longer is cut here, so that memory stays bounded on a dump without headers. */
const MAX_LINES = 20_000;

/** Groups lines into records as they come. */
export function createRecordReader(): RecordReader {
  let open: { header?: LogHeader; lines: Line[] } | undefined;

  const close = (): LogRecord | undefined => {
    const record = open;
    open = undefined;
    return record;
  };

  return {
    push(line) {
      const header = readHeader(line.text);
      const belongs = !header && open?.header && open.lines.length < MAX_LINES;
      if (belongs && open) {
        open.lines.push(line);
        return undefined;
      }
      const closed = close();
      open = header ? { header, lines: [line] } : { lines: [line] };
      return closed;
    },
    end: close,
  };
}

/** The whole record, terminators included. */
export function recordSpan(record: LogRecord): Span {
  const first = record.lines[0];
  const last = record.lines.at(-1);
  return first && last ? { from: first.from, to: last.end } : { from: 0, to: 0 };
}

/** The record's message with its continuation lines, joined by `\n`. */
export function recordMessage(record: LogRecord): string {
  const [first, ...more] = record.lines;
  if (!first) return '';
  const start = record.header?.message.from ?? 0;
  return [first.text.slice(start), ...more.map((line) => line.text)].join('\n');
}
