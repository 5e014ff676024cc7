import { ownCopy } from '../text/index.ts';
import type { Cast } from './cast.ts';
import { type LeftOut, createHarmless } from './harmless.ts';
import { type Row, createScreen, rowText } from './screen.ts';

/** A line of what the terminal has shown. */
export interface TranscriptLine {
  readonly text: string;
  /** When it was last written to, in microseconds. */
  readonly at: number;
}

/** A marker of the recording, and the line that it stands before. */
export interface TranscriptMark {
  readonly label: string;
  readonly at: number;
  /** 0-based index of a line; the number of lines if nothing came after. */
  readonly line: number;
}

export interface Transcript {
  readonly lines: readonly TranscriptLine[];
  readonly marks: readonly TranscriptMark[];
  /** Sequences that act and were left out, by what they would have done. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** The event at which the recording shows more than is kept here: it and what follows are left out. An index of its events. */
  readonly cutAt: number | undefined;
}

/** More characters than this are not kept: rows of blanks cost memory that their sequences did not. */
export const MAX_TRANSCRIPT = 32_000_000;

/**
 * What a recording shows, as plain lines: colours and motion are applied and gone, lines that the terminal wrapped are joined, what
 * was overwritten reads as it did at last.
 */
export function transcribe({ columns, rows, events }: Cast): Transcript {
  const harmless = createHarmless();
  const screen = createScreen(columns, rows, MAX_TRANSCRIPT);
  const marks: Mark[] = [];
  let cutAt: number | undefined;
  for (const [index, event] of events.entries()) {
    if (screen.isFull()) break;
    if (event.kind === 'output') {
      screen.write(harmless.push(event.data), event.at);
      if (screen.isFull()) cutAt = index;
    } else if (event.kind === 'resize') screen.resize(event.columns, event.rows);
    else if (event.kind === 'marker') marks.push({ label: event.label, at: event.at, row: screen.current() });
  }
  return { ...joinRows(screen.rows(), marks), leftOut: harmless.leftOut(), cutAt };
}

/** A marker, with the row in which the next character was to stand. */
interface Mark {
  readonly label: string;
  readonly at: number;
  readonly row: Row;
}

/** Rows as lines: wrapped ones joined, empty ones at the end left away. */
function joinRows(rows: readonly Row[], marks: readonly Mark[]): Pick<Transcript, 'lines' | 'marks'> {
  const lines: { text: string; at: number }[] = [];
  const lineOf = new Map<Row, number>();
  let parts: string[] = [];
  let at = 0;
  for (const [index, row] of rows.entries()) {
    parts.push(rowText(row));
    at = Math.max(at, row.at);
    lineOf.set(row, lines.length);
    if (rows[index + 1]?.wrapped) continue;
    lines.push({ text: ownCopy(parts.join('').trimEnd()), at });
    parts = [];
    at = 0;
  }
  while (lines.at(-1)?.text === '') lines.pop();
  // A row that was cleared away, or scrolled out of a region, is gone: its marker stands where the next one does.
  let next = lines.length;
  const placed = marks.toReversed().map(({ label, at: time, row }) => {
    next = Math.min(lineOf.get(row) ?? next, next);
    return { label, at: time, line: next };
  });
  return { lines, marks: placed.toReversed() };
}
