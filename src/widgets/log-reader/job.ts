import {
  type LogEntry,
  type LogRow,
  type LogSummary,
  createLogReader,
  createRowFolder,
  toLogEntry,
} from '../../core/log/index.ts';
import { createSourceStacks } from '../../core/match/index.ts';
import { type NoText, noText, ownCopy } from '../../core/text/index.ts';
import { textChunks } from '../../kit/text-chunks.ts';
import type { JobContext } from '../../kit/worker-wire.ts';
import { readFailures } from '../dial-errors/job.ts';

/** Records as they are listed: one, or one turn of a loop with how often it came. */
export interface Row {
  readonly entries: readonly LogEntry[];
  readonly times: number;
  /** When the last turn came, if there were several. */
  readonly until?: string;
}

/** What is known by now: all of the summary, and of the rows those since the part before. */
export interface ReaderPart {
  readonly summary: LogSummary;
  readonly rows: readonly Row[];
  /** Rows that were counted and not kept. */
  readonly dropped: number;
  /** The beginning is no text. */
  readonly noText?: NoText;
}

/** Rows beyond this are kept only if they say that something is wrong … */
const MAX_ALL = 10_000;

/** … up to so many … */
const MAX_ROWS = 20_000;

/** … and so many characters. */
const MAX_LENGTH = 8_000_000;

/** A longer message is cut for show; its span still says how long it is. */
const MAX_SHOWN = 8_000;

/** A part is told so often. */
const PART_MS = 250;

/** So many rows cross at a time: taking them over must not hold up the page. */
const MAX_AT_ONCE = 300;

/** Reads a log of any size, telling what it finds on the way. */
export async function readLog(
  paste: string | Blob,
  { progress, part }: JobContext<ReaderPart>,
): Promise<ReaderPart> {
  const stacks = createSourceStacks();
  const reader = createLogReader({ claims: (line) => stacks.push(line).stack !== undefined });
  const folder = createRowFolder();
  const kept = createKeeper();
  let told = performance.now();
  let head: Pick<ReaderPart, 'noText'> | undefined;
  for await (const { chunk, done, total } of textChunks(paste)) {
    head ??= contentOf(chunk);
    for (const record of reader.push(chunk)) folder.push(record).forEach(kept.add);
    const now = performance.now();
    if (done >= total || now - told < PART_MS) continue;
    told = now;
    progress(done, total);
    part({ ...head, summary: reader.soFar(), ...kept.take(MAX_AT_ONCE) });
  }
  const { records, summary } = reader.end();
  for (const record of records) folder.push(record).forEach(kept.add);
  folder.end().forEach(kept.add);
  while (kept.waiting() > MAX_AT_ONCE) part({ ...head, summary, ...kept.take(MAX_AT_ONCE) });
  return { ...head, summary, ...kept.take(MAX_AT_ONCE) };
}

function contentOf(beginning: string): Pick<ReaderPart, 'noText'> {
  const not = noText(beginning);
  return not ? { noText: not } : {};
}

interface Keeper {
  readonly add: (row: LogRow) => void;
  readonly waiting: () => number;
  readonly take: (count: number) => Pick<ReaderPart, 'rows' | 'dropped'>;
}

/** Keeps rows for show, and counts the others. */
function createKeeper(): Keeper {
  let rows: Row[] = [];
  let kept = 0;
  let length = 0;
  let dropped = 0;
  return {
    add({ records, times, last }) {
      const bad = records.some(({ header }) => BAD.has(header?.severity ?? ''));
      if (kept >= (bad ? MAX_ROWS : MAX_ALL) || length >= MAX_LENGTH) {
        dropped++;
        return;
      }
      const entries = records.map((record) => shown(toLogEntry(record)));
      for (const { message } of entries) length += message.length;
      const until = times > 1 ? toLogEntry(last).time : undefined;
      kept++;
      rows.push({ entries, times, ...(until === undefined ? {} : { until }) });
    },
    waiting: () => rows.length,
    take(count) {
      const taken = rows.slice(0, count);
      rows = rows.slice(count);
      return { rows: taken, dropped };
    },
  };
}

const BAD: ReadonlySet<string> = new Set(['warning', 'error', 'fatal']);

const shown = (entry: LogEntry): LogEntry => ({
  ...entry,
  message: ownCopy(entry.message.slice(0, MAX_SHOWN)),
  fields: entry.fields.map(({ key, value }) => ({
    key: ownCopy(key),
    value: ownCopy(value.slice(0, MAX_SHOWN)),
  })),
});

/** The log reader's jobs, and one of the reader of dial errors, which shares the worker. */
export const jobs = { readLog, readFailures };
