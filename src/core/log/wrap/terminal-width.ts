import {
  CODE,
  type Line,
  type MappedText,
  type Span,
  isDigit,
  isLetter,
  joinMapped,
  plainText,
} from '../../text/index.ts';
import { beginsRecord, isKlogStart } from './begins-record.ts';

/** A physical line, or several that a terminal made of one. */
export interface WholeLine extends Line {
  readonly parts?: readonly Span[];
}

export interface WidthJoiner {
  push(line: Line): WholeLine[];
  /** Whether no line is held. */
  isIdle(): boolean;
  /** Lines that no terminal wrapped were not given to it; the longest of them has this length. */
  pass(longest: number): void;
  end(): WholeLine[];
}

/** Terminals are wider; shorter lines are equal by chance too often. */
const MIN_WIDTH = 60;

/** No screen shows more columns. */
const MAX_WIDTH = 1000;

/** A line that takes more rows than this is none that somebody wrapped. */
const MAX_ROWS = 100;

/**
 * Joins the rows of a line that was copied from a terminal: they all have the terminal's width, only the last is shorter.
 *
 *     > E1121 08:18:33.966321   32681 controller.go:116] loading OpenAPI spec for "v1be
 *     > ta1.metrics.k8s.io" failed with: failed to retrieve openAPI spec, http error: R
 *     > esponse: Service Unavailable
 *
 * Careful, since a message may have lines of its own: no line so far was wider, the first row starts a record, none of the
 * others does or is indented, a word is cut at one of the edges, and a row with a shorter one behind it counts only
 * behind a line whose rows showed the width. In a file the first long line ends it.
 */
export function createWidthJoiner(): WidthJoiner {
  let first: Line | undefined;
  let more: Line[] = [];
  /** The width that rows have shown. */
  let known = 0;
  let widest = 0;

  const release = (last?: Line): WholeLine[] => {
    if (!first) return last ? [last] : [];
    const isShown = more.length > 0 || first.text.length === known;
    const rows: [Line, ...Line[]] = [first, ...more, ...(last ? [last] : [])];
    const width = first.text.length;
    first = undefined;
    more = [];
    if (!isShown || rows.length < 2 || !rows.some(isCutWord)) return rows;
    known = width;
    return [joinRows(rows)];
  };

  /** Whether a line can be a further row of those that are held. */
  const goesOn = ({ text }: Line, head: Line): boolean => {
    const width = head.text.length;
    const isLast = text.length < width && (more.length > 0 || width === known);
    if (text.length !== width && !isLast) return false;
    return more.length < MAX_ROWS && mayGoOn(text, more.length > 0) && beginsRecord(head.text);
  };

  return {
    push(line) {
      const { length } = line.text;
      const head = first;
      if (head && goesOn(line, head)) {
        if (length < head.text.length) return release(line);
        more.push(line);
        return NONE;
      }
      widest = Math.max(widest, length);
      const isLong = length >= MIN_WIDTH && length <= MAX_WIDTH && length === widest;
      if (more.length === 0) {
        first = isLong ? line : undefined;
        return head ? (isLong ? [head] : [head, line]) : isLong ? NONE : [line];
      }
      // What is wider than the terminal was not printed by it.
      const done = head && length > head.text.length ? [head, ...more] : release();
      first = isLong ? line : undefined;
      more = [];
      return isLong ? done : [...done, line];
    },
    isIdle: () => first === undefined,
    pass(longest) {
      widest = Math.max(widest, longest);
    },
    end: () => release(),
  };
}

const NONE: WholeLine[] = [];

/** A row that is neither indented nor a record of its own. One blank may have stood at the edge, if the width was shown. */
function mayGoOn(text: string, isShown: boolean): boolean {
  if (isKlogStart(text) || beginsRecord(text)) return false;
  const start = text.charCodeAt(0);
  return start > CODE.space || (isShown && start === CODE.space && isInner(text.charCodeAt(1)));
}

/** Whether the row starts in the middle of a word of the row in front of it. */
function isCutWord(row: Line, index: number, rows: readonly Line[]): boolean {
  const before = rows[index - 1]?.text;
  return (
    before !== undefined && isInner(before.charCodeAt(before.length - 1)) && isInner(row.text.charCodeAt(0))
  );
}

const isInner = (code: number): boolean => isLetter(code) || isDigit(code);

function joinRows(rows: readonly [Line, ...Line[]]): WholeLine {
  const [first] = rows;
  const joined = joinMapped(rows.map((row): MappedText => plainText(row.text, row.from)));
  const last = rows.at(-1) ?? first;
  return {
    number: first.number,
    from: first.from,
    to: last.to,
    end: last.end,
    text: joined.text,
    origin: joined.pieces,
    parts: rows.map(({ from, end }) => ({ from, to: end })),
  };
}
