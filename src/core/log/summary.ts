import type { LogFormatId, Severity } from './header.ts';
import { type LogRecord, recordKind, recordSeverity, recordSpan } from './records.ts';
import type { ProgramLine, WrapperId } from './wrap/layer.ts';
import { type Span, ownCopy } from '../text/index.ts';

/** How often something was seen. */
export interface Count<Id extends string = string> {
  readonly id: Id;
  readonly count: number;
}

/** A line that no reader understood. */
export interface UnreadLine extends Span {
  readonly number: number;
  /** At most the first {@link MAX_SHOWN} characters. */
  readonly text: string;
}

/** What a log holds as a whole. Lists are bounded, counts are not. */
export interface LogCounts {
  /** Physical lines. */
  readonly lines: number;
  readonly recordCount: number;
  /** Records by format, the most frequent first. */
  readonly formats: readonly Count<LogFormatId>[];
  /** Lines by what was taken off them. */
  readonly wrappers: readonly Count<WrapperId>[];
  /** Records by the pod, container and stream that they came from; `''` is what no wrapper names. */
  readonly sources: readonly Count[];
  /** Records from further sources than are listed. */
  readonly otherSources: number;
  /** Records that say how bad they are. */
  readonly severities: readonly Count<Severity>[];
  /** Numbers of lines that are too long to be held: only their beginning was read. */
  readonly tooLong: readonly number[];
  /** Lines that are of no format and of no stack. */
  readonly unread: { readonly count: number; readonly first: readonly UnreadLine[] };
}

export interface Counter {
  line(line: ProgramLine): void;
  physical(count: number): void;
  tooLong(number: number): void;
  record(record: LogRecord): void;
  counts(): LogCounts;
}

const MAX_SOURCES = 200;
const MAX_UNREAD = 200;
const MAX_SHOWN = 500;

/** The order in which severities are listed. */
export const SEVERITIES: readonly Severity[] = ['fatal', 'error', 'warning', 'info', 'debug', 'trace'];

/** Counts what goes by. */
export function createCounter(): Counter {
  let lines = 0;
  let records = 0;
  let otherSources = 0;
  let unreadCount = 0;
  const formats = new Map<LogFormatId, number>();
  const wrappers = new Map<WrapperId, number>();
  const sources = new Map<string, number>();
  const severities = new Map<Severity, number>();
  const tooLong: number[] = [];
  const unread: UnreadLine[] = [];

  return {
    physical(count) {
      lines += count;
    },
    tooLong(number) {
      if (tooLong.length < MAX_UNREAD) tooLong.push(number);
    },
    line({ layers }) {
      for (const { kind } of layers) add(wrappers, kind);
    },
    record(record) {
      records++;
      const { header, lines: own } = record;
      const source = own[0]?.source ?? '';
      if (sources.has(source) || sources.size < MAX_SOURCES) add(sources, source);
      else otherSources++;
      if (header) add(formats, header.format);
      const severity = recordSeverity(record);
      if (severity) add(severities, severity);
      if (recordKind(record) !== 'unknown') return;
      unreadCount += own.length;
      const { from, to } = recordSpan(record);
      const first = own[0];
      if (!first || unread.length >= MAX_UNREAD) return;
      unread.push({ number: first.number, from, to, text: ownCopy(first.text.slice(0, MAX_SHOWN)) });
    },
    counts: () => ({
      lines,
      recordCount: records,
      formats: sorted(formats),
      wrappers: sorted(wrappers),
      sources: sorted(sources),
      otherSources,
      severities: SEVERITIES.flatMap((id) => {
        const count = severities.get(id);
        return count ? [{ id, count }] : [];
      }),
      tooLong: [...tooLong],
      unread: { count: unreadCount, first: [...unread] },
    }),
  };
}

const add = <Key>(counts: Map<Key, number>, key: Key): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The most frequent first; equal ones by name, so that the order of a file decides nothing. */
const sorted = <Id extends string>(counts: ReadonlyMap<Id, number>): Count<Id>[] =>
  [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
