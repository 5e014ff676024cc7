import { type Line, type Span, spanIn } from '../../text/index.ts';
import { type LooseText, loosen } from './loose-text.ts';

/** A line of a passage, with what it says loosely. */
interface Row {
  readonly line: Line;
  readonly loose: LooseText;
  /** Where its loose text starts in that of the passage. */
  readonly at: number;
}

/** The last lines of one record, as one text: who wraps a line makes several of it. */
export interface RecordPassage {
  /** A further line of the record. */
  add(line: Line): void;
  /** The record is over. */
  clear(): void;
  /** The loose text of all rows, and where the last row starts in it. */
  readonly text: string;
  readonly last: number;
  readonly rows: readonly Row[];
  /** The places of the paste in which a piece of the loose text stands: one for each row that it touches. */
  spansOf(from: number, to: number): Span[];
}

/** A line that is wrapped into more rows than this is none that somebody reads. */
const MAX_ROWS = 6;

/** A longer row was not wrapped by anybody. */
export const MAX_ROW = 4_000;

export function createRecordPassage(): RecordPassage {
  let rows: Row[] = [];
  let text = '';
  /** Lines that nobody has asked about yet: of most records nobody does. */
  let added: Line[] = [];

  const drop = (): void => {
    const by = rows[1]?.at ?? text.length;
    text = text.slice(by);
    rows = rows.slice(1).map((row) => ({ ...row, at: row.at - by }));
  };

  const read = (): void => {
    for (const line of added) {
      if (rows.length >= MAX_ROWS) drop();
      const loose = withoutMark(line.text);
      rows.push({ line, loose, at: text.length });
      text += loose.text;
    }
    if (added.length > 0) added = [];
  };

  return {
    add(line) {
      if (added.length >= MAX_ROWS) added.shift();
      added.push(line);
    },
    clear() {
      if (added.length > 0) added = [];
      if (rows.length === 0) return;
      rows = [];
      text = '';
    },
    get text() {
      read();
      return text;
    },
    get last() {
      read();
      return rows.at(-1)?.at ?? 0;
    },
    get rows() {
      read();
      return rows;
    },
    spansOf(from, to) {
      return rows.flatMap(({ line, loose, at }) => {
        const first = loose.at[Math.max(from - at, 0)];
        const last = loose.at[Math.min(to - at, loose.text.length) - 1];
        if (from >= at + loose.text.length || to <= at || first === undefined || last === undefined)
          return [];
        return [spanIn(line, { from: first, to: last + 1 })];
      });
    },
  };
}

/** A reply marks lines with `>`, a box draws bars: at a row's start they are none of its words. */
function withoutMark(text: string): LooseText {
  const loose = loosen(text);
  let start = 0;
  while (MARKS.includes(loose.text.charAt(start)) && start < loose.text.length) start++;
  return start === 0 ? loose : { text: loose.text.slice(start), at: loose.at.slice(start) };
}

const MARKS = '>|│┃';
