import type { Line } from '../text/index.ts';
import type { Run, TellingLine } from './klog-lines.ts';
import type { JudgedLine, RecordVerdict } from './line-verdict.ts';

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
  { ends, telling }: Run,
  { start, chunkStart, number }: RunPlace,
  judgeTelling: (line: Line, telling: TellingLine) => RecordVerdict,
): JudgedLine[] {
  const judged: JudgedLine[] = [];
  let lineStart = start;
  let next = 0;
  for (const end of ends) {
    const from = chunkStart + lineStart;
    const to = chunkStart + end;
    const text = chunk.slice(lineStart, end - 1);
    const line = number + judged.length;
    const own = telling[next]?.index === judged.length ? telling[next] : undefined;
    if (own) {
      next++;
      const { verdict, hit } = judgeTelling(printedLine(line, from, to, text, own, chunkStart), own);
      judged.push({ number: line, from, to, text, kind: 'klog', verdict, ...(hit ? { hit } : {}) });
    } else judged.push({ number: line, from, to, text, kind: 'klog', verdict: 'info' });
    lineStart = end;
  }
  return judged;
}

/** What the program printed, as the line of the paste in which it stands. */
function printedLine(
  number: number,
  from: number,
  end: number,
  text: string,
  { start }: TellingLine,
  chunkStart: number,
): Line {
  const to = end - 1;
  const inner = chunkStart + start;
  if (inner === from) return { number, from, to, end, text };
  return { number, from, to, end, text: text.slice(inner - from), origin: [{ at: 0, from: inner, to }] };
}
