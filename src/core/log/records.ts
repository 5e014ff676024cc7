import { type Span, isBlank } from '../text/index.ts';
import { readHeader } from './formats.ts';
import type { ClockTime, LogHeader, Severity } from './header.ts';
import { decodePart } from './part.ts';
import type { ProgramLine } from './wrap/layer.ts';

/**
 * One log record: its header line and the lines without a header that follow. klog prints a message's newlines
 * raw, so a line without a header belongs to the record of its source in front of it. Lines in front of the first
 * header form records of one line each, without a header.
 */
export interface LogRecord {
  readonly header?: LogHeader;
  readonly lines: readonly ProgramLine[];
  /** From this line on, counted from 0, another reader knows its lines: a stack below its message. */
  readonly claimedFrom?: number;
  /** Another reader knows all of its lines: a stack that stands in the log without a header in front. */
  readonly claimed?: true;
  /** The record in front of it, of the same source, was cut since it ran on and on. */
  readonly continues?: true;
}

export interface RecordReader {
  /** The records that are complete with this line, in the order in which they began. */
  push(line: ProgramLine, claimed?: boolean): LogRecord[];
  end(): LogRecord[];
}

/** A record that runs on longer is cut here, so that memory stays bounded on a dump without headers. */
const MAX_LINES = 2_000;

/** A record is cut as well when its lines are so long together. */
const MAX_LENGTH = 1 << 22;

/** A record whose source says nothing for so many lines of others has ended. */
const MAX_QUIET = 200;

/** So many records wait at most for one that began before them and goes on. */
const MAX_WAITING = 1_000;

interface OpenRecord {
  readonly record: { -readonly [Key in keyof LogRecord]: LogRecord[Key] } & { lines: ProgramLine[] };
  /** When its last line came, counted in lines. */
  last: number;
  /** Of all its lines. */
  length: number;
  blank: boolean;
  closed: boolean;
}

/** Groups lines into records as they come, those of each source for themselves. */
export function createRecordReader(): RecordReader {
  let open = new Map<string, OpenRecord>();
  /** In the order in which they began; the first is not closed. */
  let begun: OpenRecord[] = [];
  let count = 0;

  const close = (source: string): void => {
    const entry = open.get(source);
    if (entry) entry.closed = true;
    open.delete(source);
  };

  const begin = (line: ProgramLine, rest: Omit<LogRecord, 'lines'>, goesOn: boolean): void => {
    close(line.source);
    const record = { ...rest, lines: [line] };
    const entry = { record, last: count, length: line.text.length, blank: false, closed: !goesOn };
    begun.push(entry);
    if (goesOn) open.set(line.source, entry);
  };

  const take = (): LogRecord[] => {
    const first = begun[0];
    const waitsLong = first && (count - first.last > MAX_QUIET || begun.length > MAX_WAITING);
    if (waitsLong && !first.closed) close(first.record.lines[0]?.source ?? '');
    let ready = 0;
    while (begun[ready]?.closed) ready++;
    if (ready === 0) return NONE;
    const taken = begun.slice(0, ready).map(({ record }) => record);
    begun = begun.length === ready ? [] : begun.slice(ready);
    return taken;
  };

  return {
    push(line, claimed = false) {
      count++;
      const header = readHeader(line.text);
      const entry = open.get(line.source);
      if (header) begin(line, { header }, true);
      else if (claimed && crashSeverity(line.text)) begin(line, { claimed: true }, true);
      else if (!claimed && isGap(line.text)) begin(line, {}, false);
      else if (!entry || !belongs(entry, line, claimed)) {
        begin(line, claimed ? { claimed: true } : {}, claimed);
      } else if (entry.record.lines.length >= MAX_LINES || entry.length > MAX_LENGTH) {
        begin(line, { ...(entry.record.claimed ? { claimed: true } : {}), continues: true }, true);
      } else {
        if (claimed && !entry.record.claimed) entry.record.claimedFrom ??= entry.record.lines.length;
        entry.record.lines.push(line);
        entry.last = count;
        entry.length += line.text.length;
        entry.blank = line.text.trim() === '';
      }
      return take();
    },
    end() {
      for (const entry of begun) entry.closed = true;
      open = new Map();
      return take();
    },
  };
}

const NONE: LogRecord[] = [];

/** How a crash begins: the end of a program is no part of the record that it printed last. */
const CRASHES: readonly (readonly [start: string, severity: Severity])[] = [
  ['panic: ', 'fatal'],
  ['fatal error: ', 'fatal'],
  ['Exception in thread ', 'error'],
];

const crashSeverity = (text: string): Severity | undefined =>
  CRASHES.find(([start]) => text.startsWith(start))?.[1];

/** Dots where somebody left lines out: what stands behind them continues nothing. */
export const isGap = (text: string): boolean => text.startsWith('...') || text.startsWith('…');

/** A format that quotes its message quotes line ends, too: its records are of one line. */
export const isWhole = ({ message }: LogHeader): boolean => message.encoding !== 'plain';

/** `> ` of a chat or ticket in front: what somebody wrote below a quoted line is none of it. */
const isQuoted = (line: ProgramLine | undefined): boolean =>
  line?.layers.some(({ kind }) => kind === 'quote') ?? false;

/** Behind a blank line only what is indented, or a part of a stack, goes on: other words are a second paste. */
function belongs({ record, blank }: OpenRecord, line: ProgramLine, claimed: boolean): boolean {
  if (claimed) return true;
  if (record.header && isWhole(record.header)) return false;
  if (isQuoted(record.lines[0]) && !isQuoted(line)) return false;
  if (record.claimed && !record.continues) return line.text.trim() === '';
  return !blank || line.text === '' || isBlank(line.text.charCodeAt(0));
}

/** The whole record, terminators included. Lines of other sources may stand between its own. */
export function recordSpan(record: LogRecord): Span {
  const first = record.lines[0];
  const last = record.lines.at(-1);
  return first && last ? { from: first.from, to: last.end } : { from: 0, to: 0 };
}

/** The record's message, decoded, with its continuation lines, joined by `\n`. */
export function recordMessage(record: LogRecord): string {
  const [first, ...more] = record.lines;
  if (!first) return '';
  const start = record.header ? decodePart(first.text, record.header.message).text : first.text;
  return more.length === 0 ? start : [start, ...more.map((line) => line.text)].join('\n');
}

/** Wrappers that are formats of their own: a line in them has a time and a speaker, whatever it says. */
const LOGGING: ReadonlySet<string> = new Set(['journald', 'journald-json', 'syslog']);

/**
 * How a record was read: by its header, as a part of something that another reader knows, by what was around it, as
 * dots in the place of lines, or not at all.
 */
export type RecordKind = 'header' | 'claimed' | 'wrapper' | 'gap' | 'blank' | 'unknown';

export function recordKind({ header, claimed, continues, lines }: LogRecord): RecordKind {
  if (header) return 'header';
  if (claimed || continues) return 'claimed';
  if (lines.every((line) => line.text.trim() === '')) return 'blank';
  if (lines[0] && isGap(lines[0].text)) return 'gap';
  return lines[0]?.layers.some(({ kind }) => LOGGING.has(kind)) ? 'wrapper' : 'unknown';
}

/** When it was logged: as its header says, else as the innermost wrapper with a clock does. */
export const recordTime = ({ header, lines }: LogRecord): ClockTime | undefined =>
  header?.time ?? lines[0]?.layers.findLast(({ time }) => time)?.time;

export const recordSeverity = ({ header, claimed, lines }: LogRecord): Severity | undefined =>
  header ? header.severity : claimed && crashSeverity(lines[0]?.text ?? '');
