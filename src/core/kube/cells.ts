import { isBar, isBlank, runEnd, type Span } from '../text/index.ts';

/** A cell of a table's row; its span counts from the start of the row. */
export interface Cell extends Span {
  readonly text: string;
}

/** No table that is read here has more columns. */
const MAX_CELLS = 10;

const isBetween = (code: number): boolean => isBlank(code) || isBar(code);
const isInside = (code: number): boolean => !isBetween(code);

/** The cells of a row, parted by blanks and by bars; at most {@link MAX_CELLS}. */
export function splitCells(text: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  while (at < text.length && cells.length < MAX_CELLS) {
    at = runEnd(text, at, text.length, isBetween);
    const to = runEnd(text, at, text.length, isInside);
    if (to > at) cells.push({ text: text.slice(at, to), from: at, to });
    at = to;
  }
  return cells;
}
