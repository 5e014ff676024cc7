import type { ClockTime } from './header.ts';
import { decodePart } from './part.ts';
import { type LogRecord, recordTime } from './records.ts';
import { createClock } from './time/clock.ts';
import { readLogFileHead } from './time/file-head.ts';
import { timeText } from './time-text.ts';
import { type Gap, createGapFinder } from './time/gaps.ts';
import { type Interval, createIntervalFinder } from './time/intervals.ts';

/** What the times of a log tell. */
export interface TimeFacts {
  /** The earliest and the latest reading, as far as the log names them. */
  readonly first?: string;
  readonly last?: string;
  readonly gaps: readonly Gap[];
  readonly intervals: readonly Interval[];
}

export interface TimeFactsReader {
  push(record: LogRecord): void;
  soFar(): TimeFacts;
}

/** More of a message says nothing more about what was waited for. */
const MAX_MESSAGE = 1_000;

/** Follows the clocks of a log, record by record. */
export function createTimeFacts(): TimeFactsReader {
  const clock = createClock();
  const gaps = createGapFinder();
  const intervals = createIntervalFinder();
  let first: { readonly time: ClockTime; readonly common: number } | undefined;
  let last: typeof first;

  return {
    push(record) {
      const { header, lines } = record;
      const line = lines[0];
      if (!line) return;
      if (!header) {
        const head = readLogFileHead(line.text);
        if (head) clock.read(line.source, head);
      }
      const stamp = line.layers.findLast(({ time }) => time)?.time;
      const time = recordTime(record);
      const moment = header?.time
        ? clock.read(line.source, header.time, stamp)
        : clock.read(line.source, undefined, stamp);
      if (!moment || !time) return;
      const { micros, common } = moment;
      if (!first || common < first.common) first = { time, common };
      if (!last || common >= last.common) last = { time, common };
      const message = messageOf(record).slice(0, MAX_MESSAGE);
      const timed = { line: line.number, source: line.source, micros, message };
      gaps.push(timed);
      if (header) intervals.push(timed);
    },
    soFar: () => ({
      ...(first ? { first: timeText(first.time) } : {}),
      ...(last ? { last: timeText(last.time) } : {}),
      gaps: gaps.end(),
      intervals: intervals.end(),
    }),
  };
}

function messageOf({ header, lines }: LogRecord): string {
  const text = lines[0]?.text ?? '';
  return header ? decodePart(text, header.message).text : text;
}
