import { isBlank, runEnd } from '../../text/index.ts';

/** A line of an exception group without what is drawn to the left of it. */
export interface Inner {
  readonly text: string;
  /** How deep in groups it stands: 0 outside. */
  readonly depth: number;
  /** A rule that begins a member (`+-+---------------- 1 ----------------`), or ends the last. */
  readonly rule?: 'member' | 'end';
}

/**
 * Takes the margin off that groups have since Python 3.11:
 *
 *     +-+---------------- 1 ----------------
 *       | Traceback (most recent call last):
 *       |   File "/srv/app.py", line 31, in <module>
 *
 * Source: CPython 3.11 `Lib/traceback.py` (_ExceptionPrintContext.emit): two blanks and a sign a level.
 */
export function readMargin(line: string): Inner {
  const from = runEnd(line, 0, line.length, isBlank);
  const sign = line.charAt(from);
  if (from === 0 || from % 2 !== 0 || (sign !== '|' && sign !== '+')) return { text: line, depth: 0 };
  const depth = from / 2;
  if (sign === '+' && line.startsWith('+-', from)) {
    const dashes = line.indexOf('---', from);
    if (dashes >= 0) return { text: '', depth, rule: line.includes(' ', dashes) ? 'member' : 'end' };
  }
  const blank = line.charAt(from + 1) === ' ' ? 1 : 0;
  return { text: line.slice(from + 1 + blank), depth };
}
