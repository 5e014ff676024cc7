import { widthOf } from './width.ts';

/** One row of the screen, or one that has left it at the top. */
export interface Row {
  /** A character a column, with what joins it; a wide one is followed by an empty one. Empty once the row has left the screen. */
  cells: string[];
  /** What stood on it, once it has left the screen. */
  text: string;
  /** It goes on where the row above ran out of columns: the two are one line. */
  wrapped: boolean;
  /** When it was last written to, in microseconds. */
  at: number;
}

export interface Screen {
  /** Draws what {@link createHarmless} has let through, at a time in microseconds. */
  readonly write: (text: string, at: number) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The row in which the next character will stand. */
  readonly current: () => Row;
  /** Whether that row is empty still. */
  readonly isFresh: () => boolean;
  /** Every row, from the first that left the screen to the last of the screen. */
  readonly rows: () => readonly Row[];
  /** More has left the screen than is kept, or drawing costs more than any real recording; from then on nothing is drawn. */
  readonly isFull: () => boolean;
}

/** What stands on a row. */
export const rowText = ({ cells, text }: Row): string => (cells.length > 0 ? cells.join('') : text);

/**
 * Two characters can move 500 rows: a real recording moves some of its rows some thousand times, and one that moves more is there to
 * keep a reader busy. This many take some seconds.
 */
const MAX_WORK = 5_000_000;

/** What an empty row costs, in characters. */
const ROW_COST = 32;

interface Saved {
  readonly x: number;
  readonly y: number;
}

/**
 * A terminal's screen as rows of characters: cursor motion, erasing, inserting, scrolling; no colours. Rows that leave at the top are
 * kept. A screen that is cleared, and the one that a full-screen program leaves, are kept as well, above what comes next: a reader
 * has seen them.
 *
 * Sources: ECMA-48, 5th edition, 8.3; vt100.net/docs/vt510-rm for what scrolling and wrapping do; held against xterm.js in the tests.
 */
export function createScreen(columns: number, height: number, limit = Infinity): Screen {
  const all: Row[] = [];
  /** Characters of rows that have left the screen, and what a row costs itself. */
  let kept = 0;
  /** Rows that were moved or cleared so far. */
  let work = 0;
  /** Where the screen begins in `all`. */
  let top = 0;
  let x = 0;
  let y = 0;
  /** The last column was written: the next character goes to the next row. */
  let pending = false;
  let wraps = true;
  let regionTop = 0;
  let regionEnd = height;
  let saved: Saved = { x: 0, y: 0 };
  let now = 0;

  const isFull = (): boolean => kept > limit || work > MAX_WORK;

  const newRow = (): Row => ({ cells: [], text: '', wrapped: false, at: now });

  const rowAt = (line: number): Row => {
    while (all.length <= top + line) all.push(newRow());
    return all[top + line] as Row;
  };

  /** A row that leaves the screen is never written again. */
  const pack = (row: Row | undefined): void => {
    if (!row) return;
    row.text = rowText(row);
    row.cells = [];
    kept += row.text.length + ROW_COST;
  };

  /** The region moves up by one row; at the top of the screen the row that leaves is kept. */
  const scrollUp = (): void => {
    work++;
    const wholeScreen = regionTop === 0 && regionEnd === height;
    rowAt(height - 1);
    if (regionTop === 0) {
      pack(all[top]);
      top++;
      if (wholeScreen) all.push(newRow());
      else all.splice(top + regionEnd - 1, 0, newRow());
      return;
    }
    all.splice(top + regionTop, 1);
    all.splice(top + regionEnd - 1, 0, newRow());
  };

  const newRows = (count: number): Row[] => Array.from({ length: count }, newRow);

  /** The same by several rows, as a command of its own: of what leaves the screen, rows without text are not worth keeping. */
  const scrollUpBy = (count: number): void => {
    const often = Math.min(count, regionEnd - regionTop);
    work += often;
    rowAt(height - 1);
    const gone = all.splice(top + regionTop, often);
    if (regionTop === 0) {
      const worth = gone.filter((row) => rowText(row).trimEnd() !== '');
      for (const row of worth) pack(row);
      all.splice(top, 0, ...worth);
      top += worth.length;
    }
    all.splice(top + regionEnd - often, 0, ...newRows(often));
  };

  const scrollDownBy = (count: number): void => {
    const often = Math.min(count, regionEnd - regionTop);
    work += often;
    rowAt(height - 1);
    all.splice(top + regionEnd - often, often);
    all.splice(top + regionTop, 0, ...newRows(often));
    const below = all[top + regionTop + often];
    if (below) below.wrapped = false;
  };

  const lineFeed = (): void => {
    pending = false;
    if (y === regionEnd - 1) scrollUp();
    else if (y < height - 1) y++;
  };

  const reverseFeed = (): void => {
    pending = false;
    if (y === regionTop) scrollDownBy(1);
    else if (y > 0) y--;
  };

  const moveTo = (toX: number, toY: number): void => {
    x = clamp(toX, columns - 1);
    y = clamp(toY, height - 1);
    pending = false;
  };

  /** The screen goes up as a whole, and an empty one takes its place. */
  const startFresh = (): void => {
    work += y;
    while (all.length > top && rowText(all[all.length - 1] as Row).trimEnd() === '') all.pop();
    for (let index = top; index < all.length; index++) pack(all[index]);
    top = all.length;
    rowAt(y).wrapped = false;
    rowAt(0).wrapped = false;
  };

  const put = (character: string, code: number): void => {
    const width = widthOf(code);
    if (width === 0) {
      const row = rowAt(y);
      const before = pending ? x : x - 1;
      const target = row.cells[before] === '' ? before - 1 : before;
      if (target >= 0 && row.cells[target] !== undefined) row.cells[target] += character;
      return;
    }
    if (pending || x + width > columns) {
      if (wraps) {
        x = 0;
        lineFeed();
        rowAt(y).wrapped = true;
      } else {
        x = columns - width;
      }
      pending = false;
    }
    const { cells } = rowAt(y);
    while (cells.length < x) cells.push(' ');
    splitWide(cells, x);
    splitWide(cells, x + width);
    cells[x] = character;
    if (width === 2) cells[x + 1] = '';
    rowAt(y).at = now;
    x += width;
    if (x >= columns) {
      x = columns - 1;
      pending = true;
    }
  };

  /** Takes away what stands from one column to another of a row. */
  const erase = (line: number, from: number, to: number): void => {
    const row = rowAt(line);
    const { cells } = row;
    splitWide(cells, from);
    splitWide(cells, to);
    if (from === 0 && to >= columns) row.wrapped = false;
    if (to >= cells.length) {
      if (from < cells.length) cells.length = from;
    } else for (let at = from; at < to; at++) cells[at] = ' ';
  };

  /** Where the next character would stand: behind the last column, if that was just written. */
  const next = (): number => (pending ? columns : x);

  const eraseDisplay = (what: number): void => {
    work += height;
    // Clearing from the upper left corner is how `clear` begins: as good as all of it.
    if (what === 2 || what === 3 || (what === 0 && x === 0 && y === 0)) {
      if (what !== 3) startFresh();
      return;
    }
    const [from, to] = what === 1 ? [0, y] : [y + 1, height];
    for (let line = from; line < to; line++) erase(line, 0, columns);
    if (what === 1) erase(y, 0, x + 1);
    else erase(y, next(), columns);
  };

  const eraseLine = (what: number): void => {
    if (what === 0) erase(y, next(), columns);
    else if (what === 1) erase(y, 0, x + 1);
    else if (what === 2) erase(y, 0, columns);
  };

  const insertLines = (count: number): void => {
    if (y < regionTop || y >= regionEnd) return;
    rowAt(height - 1);
    const often = Math.min(count, regionEnd - y);
    work += often;
    all.splice(top + regionEnd - often, often);
    all.splice(top + y, 0, ...newRows(often));
    x = 0;
    pending = false;
  };

  const deleteLines = (count: number): void => {
    if (y < regionTop || y >= regionEnd) return;
    rowAt(height - 1);
    const often = Math.min(count, regionEnd - y);
    work += often;
    all.splice(top + y, often);
    all.splice(top + regionEnd - often, 0, ...newRows(often));
    x = 0;
    pending = false;
  };

  const insertCells = (count: number): void => {
    pending = false;
    const { cells } = rowAt(y);
    if (x >= cells.length) return;
    splitWide(cells, x);
    work += columns >> 2;
    cells.splice(x, 0, ...Array.from({ length: Math.min(count, columns - x) }, () => ' '));
    splitWide(cells, columns);
    cells.length = Math.min(cells.length, columns);
  };

  const deleteCells = (count: number): void => {
    const { cells } = rowAt(y);
    splitWide(cells, x);
    splitWide(cells, x + count);
    cells.splice(x, count);
    pending = false;
  };

  const mode = (numbers: readonly number[], on: boolean): void => {
    for (const number of numbers) {
      if (number === 7) wraps = on;
      else if (number === 6) moveTo(0, 0);
      else if (number === 47 || number === 1047 || number === 1049) {
        if (on) saved = { x, y };
        startFresh();
        if (!on) moveTo(0, 0);
      }
    }
  };

  const reset = (): void => {
    startFresh();
    moveTo(0, 0);
    regionTop = 0;
    regionEnd = height;
    wraps = true;
  };

  const csi = (isPrivate: boolean, numbers: readonly number[], final: string): void => {
    const first = numbers[0] ?? 0;
    const count = Math.max(1, first);
    switch (final) {
      case 'h':
      case 'l':
        if (isPrivate) mode(numbers, final === 'h');
        return;
      case 'A':
        return moveTo(x, Math.max(y - count, y >= regionTop ? regionTop : 0));
      case 'B':
      case 'e':
        return moveTo(x, Math.min(y + count, y < regionEnd ? regionEnd - 1 : height - 1));
      case 'C':
      case 'a':
        return moveTo(x + count, y);
      case 'D':
        return moveTo(x - count, y);
      case 'E':
        return moveTo(0, Math.min(y + count, y < regionEnd ? regionEnd - 1 : height - 1));
      case 'F':
        return moveTo(0, Math.max(y - count, y >= regionTop ? regionTop : 0));
      case 'G':
      case '`':
        return moveTo(count - 1, y);
      case 'd':
        return moveTo(x, count - 1);
      case 'H':
      case 'f':
        return moveTo(Math.max(1, numbers[1] ?? 1) - 1, count - 1);
      case 'I':
        return moveTo((Math.floor(x / 8) + count) * 8, y);
      case 'Z':
        return moveTo((Math.ceil(x / 8) - count) * 8, y);
      case 'J':
        return eraseDisplay(first);
      case 'K':
        return eraseLine(first);
      case 'L':
        return insertLines(count);
      case 'M':
        return deleteLines(count);
      case '@':
        return insertCells(count);
      case 'P':
        return deleteCells(count);
      case 'X':
        pending = false;
        return erase(y, x, Math.min(columns, x + count));
      case 'S':
        return scrollUpBy(count);
      case 'T':
        return scrollDownBy(count);
      case 'r': {
        const end = numbers[1] ? Math.min(numbers[1], height) : height;
        if (end <= count) return;
        regionTop = count - 1;
        regionEnd = end;
        return moveTo(0, 0);
      }
      case 's':
        saved = { x, y };
        return;
      case 'u':
        return moveTo(saved.x, saved.y);
    }
  };

  const escape = (character: string): void => {
    if (character === '7') saved = { x, y };
    else if (character === '8') moveTo(saved.x, saved.y);
    else if (character === 'D') lineFeed();
    else if (character === 'E') {
      x = 0;
      lineFeed();
    } else if (character === 'M') reverseFeed();
    else if (character === 'c') reset();
  };

  const control = (code: number): void => {
    if (code === 0x0a || code === 0x0b || code === 0x0c) lineFeed();
    else if (code === 0x0d) moveTo(0, y);
    else if (code === 0x08) moveTo(x - 1, y);
    else if (code === 0x09) moveTo((Math.floor(x / 8) + 1) * 8, y);
  };

  return {
    write(text, at) {
      now = at;
      for (let index = 0; index < text.length; index++) {
        if (isFull()) return;
        const code = text.codePointAt(index) ?? 0;
        if (code === 0x1b) {
          if (text[index + 1] === '[') {
            const { numbers, isPrivate, end } = readCsi(text, index + 2);
            csi(isPrivate, numbers, text[end] ?? '');
            index = end;
          } else if (text[index + 1] === '(' || text[index + 1] === ')') {
            index += 2;
          } else {
            escape(text[index + 1] ?? '');
            index++;
          }
        } else if (code < 0x20) control(code);
        else {
          put(code > 0xffff ? String.fromCodePoint(code) : (text[index] ?? ''), code);
          if (code > 0xffff) index++;
        }
      }
    },
    resize(toColumns, toRows) {
      const below = top + y;
      columns = toColumns;
      height = toRows;
      regionTop = 0;
      regionEnd = height;
      while (top < below - height + 1) pack(all[top++]);
      y = below - top;
      x = clamp(x, columns - 1);
      pending = false;
    },
    current: () => rowAt(y),
    isFresh: () => !pending && rowAt(y).cells.length === 0 && !rowAt(y).wrapped,
    rows: () => all,
    isFull,
  };
}

/** A wide character that loses one of its columns becomes blanks. */
function splitWide(cells: string[], at: number): void {
  if (cells[at] !== '') return;
  cells[at] = ' ';
  if (at > 0) cells[at - 1] = ' ';
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, max));

interface Csi {
  readonly isPrivate: boolean;
  readonly numbers: readonly number[];
  /** Where the final character stands. */
  readonly end: number;
}

/** `?25h` or `12;40H`, from behind `ESC [`. */
function readCsi(text: string, from: number): Csi {
  const isPrivate = text[from] === '?';
  let at = isPrivate ? from + 1 : from;
  const numbers: number[] = [];
  let number = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) number = number * 10 + code - 0x30;
    else if (code === 0x3b || code === 0x3a) {
      numbers.push(number);
      number = 0;
    } else break;
  }
  numbers.push(number);
  return { isPrivate, numbers, end: at };
}
