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

/** The text with control characters drawn as `·`, so that printing it cannot move a terminal's cursor. */
export function drawable(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    out += control ? (character === '\t' ? ' ' : '·') : character;
  }
  return out;
}
