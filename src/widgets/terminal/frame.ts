import type { IBufferCell, Terminal } from '@xterm/headless';

/** A piece of a row that looks the same throughout. */
export interface Run {
  readonly text: string;
  /** Names of classes with a blank between them. */
  readonly look: string;
}

/** What a terminal shows at a moment. */
export type Frame = readonly (readonly Run[])[];

/** The screen of a terminal as text with classes: no style of its own, so that the page's policy and themes hold. */
export function frameOf(terminal: Terminal): Frame {
  const { active } = terminal.buffer;
  const cell = active.getNullCell();
  return Array.from({ length: terminal.rows }, (_, y) => {
    const line = active.getLine(active.baseY + y);
    const runs: { text: string; look: string }[] = [];
    for (let x = 0; x < terminal.cols; x++) {
      if (!line?.getCell(x, cell) || cell.getWidth() === 0) continue;
      const isCursor = y === active.cursorY && x === active.cursorX;
      const look = isCursor ? `${lookOf(cell)} cursor`.trim() : lookOf(cell);
      const last = runs.at(-1);
      const text = cell.getChars() || ' ';
      if (last?.look === look) last.text += text;
      else runs.push({ text, look });
    }
    const end = runs.at(-1);
    if (end?.look === '') end.text = end.text.trimEnd();
    return runs;
  });
}

function lookOf(cell: IBufferCell): string {
  if (cell.isAttributeDefault()) return '';
  const inverse = cell.isInverse() !== 0;
  const front = cell.isFgDefault() ? undefined : nearest(cell.isFgRGB(), cell.getFgColor());
  const back = cell.isBgDefault() ? undefined : nearest(cell.isBgRGB(), cell.getBgColor());
  const names: string[] = [];
  if (inverse) names.push('inverse');
  else if (back !== undefined && back !== 0) names.push(`back-${back % 8}`);
  // On a coloured ground, text keeps its own colour, which is legible on each of them.
  else if (front !== undefined) names.push(`front-${front % 8}`);
  if (cell.isBold()) names.push('bold');
  if (cell.isDim()) names.push('dim');
  if (cell.isItalic()) names.push('italic');
  if (cell.isUnderline()) names.push('underline');
  if (cell.isStrikethrough()) names.push('struck');
  return names.join(' ');
}

/** The one of the eight colours of a terminal that a colour is nearest to: the theme says what they look like. */
function nearest(isRgb: boolean, colour: number): number {
  if (!isRgb && colour < 16) return colour % 8;
  const [red, green, blue] = isRgb ? [colour >> 16, (colour >> 8) & 255, colour & 255] : ofPalette(colour);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  if (high - low < 48) return high < 96 ? 0 : 7;
  const middle = (high + low) / 2;
  return (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0);
}

/** The cube of 6 × 6 × 6 colours from 16 on, and the greys from 232 on. */
function ofPalette(colour: number): [number, number, number] {
  if (colour >= 232) {
    const grey = 8 + (colour - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const index = colour - 16;
  return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
}
