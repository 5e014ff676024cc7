import type { Line } from '../text/index.ts';
import type { Run, TellingLine } from './klog-lines.ts';
import type { JudgedLine, RecordVerdict } from './line-verdict.ts';
import type { Judged, QuietLines } from './quiet-lines.ts';

/** Where a run starts. */
export interface RunPlace {
  /** In the chunk. */
  readonly start: number;
  /** Where the chunk starts in the paste. */
  readonly chunkStart: number;
  /** The number of its first line. */
  readonly number: number;
}

/** The lines of a run, judged: `judgeTelling` those that may say something, the others are information. */
export function judgeRun(
  chunk: string,
  run: Run,
  place: RunPlace,
  judgeTelling: (line: Line, telling: TellingLine) => RecordVerdict,
): Judged[] {
  const judged: Judged[] = [];
  let next = 0;
  for (const telling of run.telling) {
    const { index } = telling;
    if (index > next) judged.push(quietLines(chunk, run, place, next, index));
    const line = lineOf(chunk, run, place, index);
    const { verdict, hit } = judgeTelling(printedLine(line, telling, place), telling);
    judged.push({ ...line, verdict, ...(hit ? { hit } : {}) });
    next = index + 1;
  }
  if (run.ends.length > next) judged.push(quietLines(chunk, run, place, next, run.ends.length));
  return judged;
}

/** Where in the chunk a line starts. */
const startOf = ({ ends }: Run, { start }: RunPlace, index: number): number =>
  index === 0 ? start : (ends[index - 1] ?? 0);

function lineOf(chunk: string, run: Run, place: RunPlace, index: number): JudgedLine {
  const from = startOf(run, place, index);
  const end = run.ends[index] ?? from;
  return {
    number: place.number + index,
    from: place.chunkStart + from,
    to: place.chunkStart + end,
    text: chunk.slice(from, end - 1),
    kind: 'klog',
    verdict: 'info',
  };
}

const quietLines = (chunk: string, run: Run, place: RunPlace, first: number, end: number): QuietLines => ({
  number: place.number + first,
  count: end - first,
  from: place.chunkStart + startOf(run, place, first),
  to: place.chunkStart + startOf(run, place, end),
  kind: 'klog',
  verdict: 'info',
  lines: () => Array.from({ length: end - first }, (_, index) => lineOf(chunk, run, place, first + index)),
});

/** What the program printed, as the line of the paste in which it stands. */
function printedLine(
  { number, from, to: end, text }: JudgedLine,
  { start }: TellingLine,
  { chunkStart }: RunPlace,
): Line {
  const to = end - 1;
  const inner = chunkStart + start;
  if (inner === from) return { number, from, to, end, text };
  return { number, from, to, end, text: text.slice(inner - from), origin: [{ at: 0, from: inner, to }] };
}
