import type { Explanation, JudgedLine } from '../core/match/index.ts';
import { ownCopy } from '../core/text/index.ts';
import type { Place, PlacedExplanation } from './printers/match-report.ts';

/** A line of an input, as much of it as an explanation needs. */
export interface IndexedLine {
  readonly number: number;
  readonly from: number;
  readonly text: string;
}

export interface LineIndex {
  readonly add: (line: JudgedLine) => void;
  readonly line: (number: number) => IndexedLine | undefined;
  readonly placeOf: (at: number) => Place | undefined;
}

/** More lines are not kept: a match is explained by its best hit, which is among the first of its signature. */
const MAX_LINES = 20_000;
/** A message that was printed in parts goes on over so many lines. */
const MAX_PARTS = 8;
const MAX_TEXT = 20_000;

/** Remembers the lines in which something was found, and those right behind them. */
export function createLineIndex(): LineIndex {
  const lines = new Map<number, IndexedLine>();
  let follow = 0;
  return {
    add({ number, from, text, hit }) {
      follow = hit && hit.line === number ? MAX_PARTS : follow - 1;
      if (follow < 0 || lines.size >= MAX_LINES) return;
      lines.set(number, { number, from, text: ownCopy(text.slice(0, MAX_TEXT)) });
    },
    line: (number) => lines.get(number),
    placeOf(at) {
      let best: IndexedLine | undefined;
      for (const line of lines.values()) if (line.from <= at && (!best || line.from > best.from)) best = line;
      return best && at <= best.from + best.text.length
        ? { line: best.number, column: at - best.from + 1 }
        : undefined;
    },
  };
}

/** The explanation with lines and columns. */
export function placeExplanation(explanation: Explanation, index: LineIndex): PlacedExplanation {
  const line = index.line(explanation.line);
  const placed = <Part extends { readonly from: number }>(part: Part): Part & Partial<Place> => ({
    ...part,
    ...index.placeOf(part.from),
  });
  return {
    ...explanation,
    parts: explanation.parts.map(placed),
    ignored: explanation.ignored.map((span) => ({
      ...placed(span),
      text: line ? line.text.slice(span.from - line.from, span.to - line.from) : '',
    })),
    runnersUp: explanation.runnersUp.map((miss) => ({ ...miss, ...index.placeOf(miss.at) })),
  };
}
