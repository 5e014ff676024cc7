import { isDigit, isLetter } from '../text/index.ts';
import type { Severity } from './header.ts';
import { LONGEST_LEVEL, severityOfWord, startsLevelWord } from './severity.ts';

/** A level word at its place, with the digits that some loggers put behind it: `DEBUG5`. */
export interface LevelWord {
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
}

/** The level word that starts at a place and ends where its letters and digits end. */
export function readLevelWord(line: string, from: number): LevelWord | undefined {
  if (!startsLevelWord(line.charCodeAt(from), line.charCodeAt(from + 1))) return undefined;
  let to = from + 2;
  while (to - from <= LONGEST_LEVEL && isLetter(line.charCodeAt(to))) to++;
  const severity = severityOfWord(line.slice(from, to));
  if (!severity) return undefined;
  while (to - from <= LONGEST_LEVEL + 9 && isDigit(line.charCodeAt(to))) to++;
  return { severity, from, to };
}

/** The severity that the whole value of a level field names: `info`, `DEBUG5`, slog's `INFO+2`. */
export function severityOfText(text: string): Severity | undefined {
  const word = readLevelWord(text, 0);
  if (!word) return undefined;
  const sign = text.charAt(word.to);
  let at = sign === '+' || sign === '-' ? word.to + 1 : word.to;
  while (isDigit(text.charCodeAt(at))) at++;
  return at === text.length ? word.severity : undefined;
}
