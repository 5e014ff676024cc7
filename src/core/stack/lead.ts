import { CODE, type Line, isBlank, isDigit, isLetter, isUpper, runEnd } from '../text/index.ts';
import { isScriptName } from './node/script-name.ts';
import type { Before } from './reader.ts';

export interface Lead {
  /** A line that belongs to no stack, so far. */
  push(line: Line): void;
  /** A log line, which is no part of a message: only the line below it may ask for it. `false` if one is open. */
  pass(line: Line): boolean;
  /** What stands above the line that comes next. */
  above(): Before;
  /** Whether a line is remembered that starts in front of this place. */
  beginsAbove(at: number): boolean;
  /** Whether nothing is remembered but the line above. */
  isIdle(): boolean;
  clear(): void;
}

/** A message may go on for so many lines before its frames come: the difference that an assertion prints, say. */
const MAX_LINES = 60;

const NOTHING: Before = { lines: [] };

/**
 * Remembers the lines that may belong to a stack whose first frame has not come yet:
 *
 *     /srv/app.js:3                       place, source and mark of an error that nobody caught
 *       throw new TypeError('a\nb');
 *       ^
 *
 *     TypeError: a                        heading
 *     b                                   the rest of its message
 *         at main (/srv/app.js:3:9)       first frame
 */
export function createLead(): Lead {
  let lines: Line[] = [];
  let heading: number | undefined;
  let outer: number | undefined;
  let previous: Line | undefined;

  const forget = (): void => {
    lines = [];
    heading = undefined;
    outer = undefined;
  };

  const clear = (): void => {
    forget();
    previous = undefined;
  };

  return {
    push(line) {
      const { text } = line;
      // What Node.js prints below the source is the heading, whatever it is called.
      const belowSource =
        heading === undefined && lines.length > 1 && lines.at(-1)?.text === '' && text !== '';
      previous = line;
      if (isThrownPlace(text)) {
        forget();
        lines = [line];
      } else if (isGroupHeading(text)) {
        if (heading !== undefined || outer !== undefined) forget();
        outer = lines.push(line) - 1;
      } else if (isThrowHeading(text) || belowSource) {
        if (outer === undefined ? heading !== undefined : !isBlank(text.charCodeAt(0))) forget();
        heading = lines.push(line) - 1;
      } else if (lines.length === 0) return;
      else if (lines.length >= MAX_LINES || looksLogged(text)) forget();
      else lines.push(line);
    },
    pass(line) {
      if (lines.length > 0) return false;
      previous = line;
      return true;
    },
    above() {
      if (!previous) return NOTHING;
      const own = previous.text.includes('Error: ') || previous.text.includes('Exception: ');
      if (heading !== undefined && (lines[heading] === previous || !own))
        return { lines, heading, ...(outer === undefined ? {} : { outer }) };
      return { lines: [previous] };
    },
    beginsAbove: (at) => ((lines[0] ?? previous)?.from ?? at) < at,
    isIdle: () => lines.length === 0,
    clear,
  };
}

/** No heading is printed further to the right, and no name is longer. */
const MAX_INDENTATION = 200;
const MAX_NAME = 300;

/** Words in front of the name of what was thrown, by their first character. */
const BEFORE_NAME: Readonly<Record<string, readonly string[]>> = {
  E: ['Exception in thread "'],
  C: ['Caused by: '],
  S: ['Suppressed: '],
  U: ['Uncaught '],
  e: ['error: Uncaught '],
};

/**
 * Whether a line names something thrown: `java.io.IOException: disk`, `AssertionError [ERR_ASSERTION]: …`,
 * `Uncaught TypeError: x`, `com.example.Odd`. It may be anything else: only frames below it make it a heading.
 */
export function isThrowHeading(text: string): boolean {
  const from = runEnd(text, 0, MAX_INDENTATION, isBlank);
  const first = text.charCodeAt(from);
  if (!isLetter(first)) return false;
  if (BEFORE_NAME[text.charAt(from)]?.some((words) => text.startsWith(words, from))) return true;
  const to = runEnd(text, from, from + MAX_NAME, isNameCode);
  const next = text.charCodeAt(to);
  const ends =
    to === text.length || next === CODE.colon || (next === CODE.space && text.charAt(to + 1) === '[');
  return ends && isThrownName(text.slice(from, to));
}

const isNameCode = (code: number): boolean =>
  isLetter(code) || isDigit(code) || code === CODE.dot || code === CODE.underscore || code === DOLLAR;

const DOLLAR = 36;

function isThrownName(name: string): boolean {
  if (name.includes('Error') || name.includes('Exception') || name.includes('Throwable')) return true;
  const dot = name.lastIndexOf('.');
  return dot > 0 && isUpper(name.charCodeAt(dot + 1));
}

/** `[AggregateError: All promises were rejected] {`: an error of Node.js without a stack, its own errors below. */
const isGroupHeading = (text: string): boolean =>
  text.startsWith('[') && text.endsWith('] {') && isThrowHeading(text.slice(1, MAX_NAME));

/** `/srv/app.js:3`, `file:///srv/app.mjs:3`, `node:internal/modules/cjs/loader:1210` and nothing else. */
function isThrownPlace(text: string): boolean {
  const last = text.length - 1;
  if (!isDigit(text.charCodeAt(last))) return false;
  let at = last;
  while (at > 0 && last - at < 10 && isDigit(text.charCodeAt(at))) at--;
  if (text.charCodeAt(at) !== CODE.colon || at === 0) return false;
  const first = text.charCodeAt(0);
  if (first === CODE.slash) return !text.startsWith('//');
  return (
    text.startsWith('node:') ||
    text.startsWith('file://') ||
    text.startsWith('<anonymous_script>') ||
    isScriptName(text.slice(0, at)) ||
    (isUpper(first) && text.startsWith(':\\', 1))
  );
}

/** `I1121 … end`: a line of klog that can neither be part of a stack nor end in a goroutine's header. */
export function isKlogLine({ text }: Line): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last === CODE.colon || isBlank(last) || !isUpper(text.charCodeAt(0))) return false;
  return text.charCodeAt(5) === CODE.space && runEnd(text, 1, 5, isDigit) === 5;
}

/** `2026-11-21 …`, `[2026-…`, `I1121 …`: a log line of its own ends the message above it. */
export function looksLogged(text: string): boolean {
  const from = text.startsWith('[') || isLetter(text.charCodeAt(0)) ? 1 : 0;
  return runEnd(text, from, from + 4, isDigit) === from + 4;
}
