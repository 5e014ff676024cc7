import type { Line } from './lines.ts';
import type { Span } from './span.ts';

const MARGIN = 60;

/**
 * A message with the place it speaks of, drawn for a terminal:
 *
 *     3 | goroutine 1 [running
 *       |             ^^^^^^^^ expected `]:`, found the end of the line
 *
 * A long line is cut to a window around the span; control characters are drawn as `·`, so nothing acts.
 */
export function drawReport(line: Line, span: Span, message: string): string {
  const from = Math.max(0, span.from - line.from);
  const to = Math.min(line.text.length, Math.max(from + 1, span.to - line.from));
  const start = Math.max(0, from - MARGIN);
  const end = Math.min(line.text.length, to + MARGIN);
  const window = (start > 0 ? '…' : '') + line.text.slice(start, end) + (end < line.text.length ? '…' : '');
  const margin = String(line.number).length;
  const indent = ' '.repeat(from - start + (start > 0 ? 1 : 0));
  const carets = '^'.repeat(Math.max(1, Math.min(to, end) - from));
  return [
    `${line.number} | ${drawable(window)}`,
    `${' '.repeat(margin)} | ${indent}${carets} ${message}`,
  ].join('\n');
}

/**
 * The text with what is not seen drawn as `·`: control characters, so that printing it cannot move a terminal's cursor;
 * marks that turn the direction of writing, which show `gnp.exe` as `exe.png`; and blanks without width, which make two
 * words that look alike differ. What joins letters and emoji (U+200C, U+200D) stays. Half a surrogate pair is drawn as
 * `\ufffd`, as a browser does.
 */
export function drawable(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0x09) out += ' ';
    else if (isUnseen(code)) out += '·';
    else out += code >= 0xd800 && code <= 0xdfff ? '\ufffd' : character;
  }
  return out;
}

/** Control characters, marks of direction (Unicode 16, Bidi_Control) and blanks without width. */
const isUnseen = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  code === 0xad ||
  code === 0x061c ||
  code === 0x200b ||
  code === 0x200e ||
  code === 0x200f ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0xfeff;
