import { maskVariables } from './fold/mask.ts';
import { type Repeat, createRepeatFolder } from './fold/repeats.ts';
import { decodePart } from './part.ts';
import { type LogRecord, recordSeverity } from './records.ts';

/** Records as they are shown: one by one, or one turn of a loop with how often it came. */
export interface LogRow {
  /** One, or the records of one turn. */
  readonly records: readonly LogRecord[];
  /** 1 if it does not repeat. */
  readonly times: number;
  /** The last record of the last turn. */
  readonly last: LogRecord;
}

export interface RowFolder {
  /** The rows that are complete with this record, in the order of their first records. */
  push(record: LogRecord): LogRow[];
  end(): LogRow[];
}

/** Records of one loop that must be at hand: its first turn, and what may be a turn of another loop at its end. */
const MAX_FIRST = 8;
const MAX_LAST = 24;

/** Folds records that repeat; what changes in each turn (times, addresses, counters) is left out of account. */
export function createRowFolder(): RowFolder {
  const folder = createRepeatFolder();
  const held = new Map<number, LogRecord>();
  let count = 0;

  const toRow = ({ from, to, period, times }: Repeat): LogRow[] => {
    const records: LogRecord[] = [];
    for (let number = from; number < from + period; number++) {
      const record = held.get(number);
      if (record) records.push(record);
    }
    const last = held.get(to) ?? records.at(-1);
    for (const number of held.keys()) {
      if (number > to) break;
      held.delete(number);
    }
    return last ? [{ records, times, last }] : [];
  };

  /** The middle of a long loop is counted and not kept. */
  const forget = (): void => {
    if (held.size <= MAX_FIRST + MAX_LAST) return;
    let place = 0;
    for (const number of held.keys())
      if (place++ >= MAX_FIRST && number <= count - MAX_LAST) held.delete(number);
  };

  return {
    push(record) {
      count++;
      held.set(count, record);
      const rows = folder.push(count, keyOf(record)).flatMap(toRow);
      forget();
      return rows;
    },
    end: () => folder.end().flatMap(toRow),
  };
}

/** What a record is like: its first line with what varies masked. */
function keyOf(record: LogRecord): string {
  const { header, lines } = record;
  const first = lines[0];
  if (!first) return '';
  const message = header ? decodePart(first.text, header.message).text : first.text;
  return `${recordSeverity(record) ?? ''} ${first.source} ${header?.source?.file ?? ''} ${maskVariables(message)}`;
}
