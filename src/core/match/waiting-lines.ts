import type { ProgramLine } from '../log/index.ts';
import type { Line } from '../text/index.ts';
import type { Hit } from './hits.ts';
import { type JudgedLine, type RecordVerdict, lineVerdict } from './line-verdict.ts';
import type { LineKind } from './read-line.ts';

/** A record that may go on: its lines are judged together, so they wait for its end. */
export interface OpenRecord {
  verdict: RecordVerdict;
  open: boolean;
  /** Where it starts. */
  readonly from: number;
  /** Only a stack can follow: its format has no further lines. */
  readonly whole?: boolean;
}

/** A line of the paste that is not judged yet. */
interface Waiting {
  readonly line: Line;
  /** Behind the terminator; further for a line that came in pieces. */
  to: number;
  /** More of the line is to come. */
  cut: boolean;
  kind: LineKind | undefined;
  hits: readonly Hit[];
  record: OpenRecord | undefined;
}

export interface WaitingLines {
  /** A line of the paste has come. */
  add(line: Line): void;
  /** More of the line that has come last. */
  extend(line: Line, hits: readonly Hit[]): void;
  /** What a line of a program says, told to the lines of the paste that it stands in. */
  tell(line: ProgramLine, kind: LineKind, hits: readonly Hit[], record: OpenRecord | undefined): void;
  /** The number of the line of the paste in which a place stands, if it waits. */
  numberAt(at: number): number | undefined;
  /** The lines from the front on that nothing can change any more, or that have waited too long. */
  take(): JudgedLine[];
  /** Whether nothing but the end of this record keeps lines waiting. */
  waitsFor(record: OpenRecord | undefined): boolean;
  /** All that is left. */
  end(): JudgedLine[];
}

/** A record goes on for so many lines before what is known of it is told: a dump may run on for thousands. */
const MAX_WAITING = 200;

/** As many characters wait at most, should the lines be long. */
const MAX_LENGTH = 1 << 24;

/** So many lines wait for the rest of a line that was written in parts, with those of other pods between. */
const MAX_UNREAD = 2_000;

/** Lines of the paste in their order, while lines of programs that were joined out of them are read in another. */
export function createWaitingLines(): WaitingLines {
  let waiting: Waiting[] = [];
  let length = 0;

  const indexAt = (at: number): number => {
    const last = waiting.length - 1;
    if (last >= 0 && (waiting[last]?.line.from ?? 0) <= at) return last;
    let low = 0;
    let high = last;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const entry = waiting[middle];
      if (!entry) return -1;
      if (at < entry.line.from) high = middle - 1;
      else if (at >= entry.to && middle < last) low = middle + 1;
      else return middle;
    }
    return -1;
  };

  const takeFirst = (count: number): JudgedLine[] => {
    if (count === 0) return [];
    const taken = count === waiting.length ? waiting : waiting.slice(0, count);
    waiting = count === waiting.length ? [] : waiting.slice(count);
    for (const { line } of taken) length -= line.text.length;
    return taken.map(toJudged);
  };

  const isSettled = ({ kind, record, cut }: Waiting): boolean => kind !== undefined && !cut && !record?.open;

  const countWhile = (fits: (entry: Waiting) => boolean): number => {
    let count = 0;
    for (const entry of waiting) {
      if (!fits(entry)) break;
      count++;
    }
    return count;
  };

  return {
    add(line) {
      const { end, cut = false } = line;
      length += line.text.length;
      waiting.push({ line, to: end, cut, kind: undefined, hits: NONE, record: undefined });
    },
    extend({ end, cut = false }, hits) {
      const last = waiting.at(-1);
      if (!last) return;
      last.to = end;
      last.cut = cut;
      if (hits.length > 0) last.hits = [...last.hits, ...hits];
    },
    tell(line, kind, hits, record) {
      let before = -1;
      for (const { from } of line.parts?.length ? line.parts : [line]) {
        const index = indexAt(from);
        const entry = waiting[index];
        if (index === before || !entry) continue;
        before = index;
        const own = hits.filter((hit) => hit.line === entry.line.number);
        if (own.length > 0) entry.hits = entry.hits.length > 0 ? [...entry.hits, ...own] : own;
        if (entry.kind === undefined || entry.kind === 'plain' || entry.kind === 'blank') entry.kind = kind;
        entry.record = record ?? entry.record;
      }
    },
    numberAt: (at) => waiting[indexAt(at)]?.line.number,
    take() {
      if (waiting.length < MAX_WAITING && length < MAX_LENGTH) return takeFirst(countWhile(isSettled));
      if (waiting.length >= MAX_UNREAD || length >= 2 * MAX_LENGTH)
        return takeFirst(countWhile(({ cut }) => !cut));
      return takeFirst(countWhile(({ kind, cut }) => kind !== undefined && !cut));
    },
    waitsFor: (only) =>
      waiting.every(
        ({ kind, record, cut }) => kind !== undefined && !cut && (!record?.open || record === only),
      ),
    end: () => takeFirst(waiting.length),
  };
}

const NONE: readonly Hit[] = [];

/** A line of which no program's line is made holds what stands around them: a fence, a separator. */
function toJudged({ line, to, kind, hits, record }: Waiting): JudgedLine {
  const { number, from, text } = line;
  const read = kind ?? (text.trim() === '' ? 'blank' : 'wrapper');
  const { verdict, hit } = lineVerdict(read, hits, record?.verdict);
  const judged: JudgedLine = { number, from, to, text, kind: read, verdict };
  return hit || line.cut
    ? { ...judged, ...(hit ? { hit } : {}), ...(line.cut ? { cut: true } : {}) }
    : judged;
}
