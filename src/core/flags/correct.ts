import type { Argument } from '../shell/index.ts';
import type { FlagFinding } from './finding.ts';
import type { FlagToken } from './tokens.ts';

/** A word of the command line, and whether the correction keeps, drops or adds it. */
export interface DiffWord {
  readonly kind: 'kept' | 'dropped' | 'added';
  readonly text: string;
}

export interface Corrected {
  /** The whole command line as it should be. */
  readonly words: readonly string[];
  /** The old and the new one in one row. */
  readonly diff: readonly DiffWord[];
  readonly changed: boolean;
}

/**
 * The command line with every fix of the findings. Where several ask for the same token, dropping it wins, then the
 * first. What is added stands at the end, once.
 */
export function correct(
  program: readonly Argument[],
  tokens: readonly FlagToken[],
  findings: readonly FlagFinding[],
): Corrected {
  const fixes = findings.flatMap((finding) => finding.fixes);
  const dropped = new Set(fixes.flatMap((fix) => (fix.kind === 'drop' ? [fix.token] : [])));
  const replaced = new Map<FlagToken, readonly string[]>();
  const added: string[] = [];
  for (const fix of fixes) {
    if (fix.kind === 'replace' && !replaced.has(fix.token)) replaced.set(fix.token, fix.words);
    if (fix.kind === 'add') added.push(...fix.words.filter((word) => !added.includes(word)));
  }
  const diff: DiffWord[] = program.map(({ text }) => ({ kind: 'kept', text }));
  for (const token of tokens) {
    const words = dropped.has(token) ? [] : replaced.get(token);
    diff.push(...token.words.map((text): DiffWord => ({ kind: words ? 'dropped' : 'kept', text })));
    if (words) diff.push(...words.map((text): DiffWord => ({ kind: 'added', text })));
  }
  diff.push(...added.map((text): DiffWord => ({ kind: 'added', text })));
  return {
    words: diff.filter(({ kind }) => kind !== 'dropped').map(({ text }) => text),
    diff,
    changed: diff.some(({ kind }) => kind !== 'kept'),
  };
}
