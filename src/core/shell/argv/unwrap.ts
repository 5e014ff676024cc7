import { type Line, isLetter } from '../../text/index.ts';
import { joinLines, partOf } from '../line-text.ts';
import { isPsHeader } from './ps-layout.ts';
import { promptEnd } from './prompt.ts';
import { WIDTHS } from '../split-command.ts';

export interface Unwrapped {
  readonly line: Line;
  /** Of how many physical lines it was put together. */
  readonly lines: number;
}

/**
 * Puts rows together that were wrapped on their way into the paste. A line goes on where the next one starts with a flag
 * (wrapped between words), or where it ends in a comma or is as wide as the lines before it (wrapped within a word).
 * A line that starts a row itself, a prompt, a header and prose end it. Whoever reads the result has to say that it was
 * put together: a blank at the end of a physical line cannot be seen.
 */
export function unwrap(lines: readonly Line[], isStart: (line: Line) => boolean): Unwrapped[] {
  const out: Unwrapped[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first) break;
    const parts = [first];
    const joints: ('' | ' ')[] = [];
    if (isStart(first)) {
      for (let next = lines[at + 1]; next && !isStart(next); next = lines[at + 1]) {
        const joint = jointOf(parts.at(-1) ?? first, next, first);
        if (joint === undefined) break;
        const indent = next.text.length - next.text.trimStart().length;
        const end = next.text.trimEnd().length;
        parts.push(partOf(next, indent, end));
        joints.push(joint);
        at++;
      }
    }
    const head = parts.length > 1 ? partOf(first, 0, first.text.trimEnd().length) : first;
    const joined = joinLines([head, ...parts.slice(1)], joints);
    if (joined) out.push({ line: joined, lines: parts.length });
  }
  return out;
}

function jointOf(before: Line, next: Line, first: Line): '' | ' ' | undefined {
  const text = next.text.trim();
  if (text === '' || promptEnd(text) > 0 || isPsHeader(text)) return undefined;
  if (isFlag(text)) return ' ';
  if (!isFragment(text)) return undefined;
  const written = before.text.trimEnd();
  if (written.endsWith(',')) return '';
  const width = first.text.length;
  if (before.text.length !== width || width < 40) return undefined;
  // Flags behind the rest of a word prove more than a word alone, which may as well be what somebody wrote below.
  const isProven = WIDTHS.has(width) || next.text.length === width || text.includes(' ') || before !== first;
  return isProven ? '' : undefined;
}

/** `--v=2`, `-v`; no item of a list and no rule of dashes. */
const isFlag = (text: string): boolean =>
  text.startsWith('-') && isLetter(text.charCodeAt(text.startsWith('--') ? 2 : 1));

/** The rest of a word, and flags behind it: not a sentence. */
const isFragment = (text: string): boolean =>
  !text.includes(' ') || isFlag(text.slice(text.indexOf(' ') + 1));
