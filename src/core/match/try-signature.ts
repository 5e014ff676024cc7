import type { Bilingual } from '../text/index.ts';
import { compileOne } from './compile-one.ts';
import { type CompiledPack, ownerOf } from './compile.ts';
import { failureWords } from './explain-conditions.ts';
import { type ExplainedPart, partsOf } from './explain.ts';
import { findFailure, fittingOf } from './find-failure.ts';
import { judge } from './judge.ts';
import type { JudgedLine } from './line-verdict.ts';
import { type PatternProblem, lintPattern } from './lint-pattern.ts';
import { type Pattern, isPatternError, parsePattern } from './pattern.ts';
import { rarityOf } from './rarity.ts';

/** A wording as its author wrote it, and what is to be said of it. */
export interface TriedPattern {
  readonly source: string;
  readonly problems: readonly PatternProblem[];
  /** The literal that the search looks for, and the rarest one, with how rare each is, in bits. Absent if it does not read. */
  readonly anchor?: { readonly text: string; readonly rarity: number };
}

/** A line of the text, and what the signature makes of it. */
export interface TriedLine {
  readonly number: number;
  readonly text: string;
  readonly matches: boolean;
  /** The pieces of the wording, in spans of the line; a piece may stand in another line of a message in parts. */
  readonly parts: readonly ExplainedPart[];
  /** By its place in the author's list. */
  readonly tail?: number;
  /** Of a line that does not match, or has none of the tails: where the nearest wording stops fitting. */
  readonly failure?: { readonly at: number; readonly words: Bilingual };
  /** Signatures of runbooks that have this line already. */
  readonly known: readonly { readonly runbook: string; readonly signature: string }[];
}

export interface SignatureTrial {
  readonly heads: readonly TriedPattern[];
  readonly tails: readonly TriedPattern[];
  readonly lines: readonly TriedLine[];
  readonly matched: number;
  /** Lines behind the first {@link MAX_LINES}, which are counted only. */
  readonly dropped: number;
}

const MAX_LINES = 500;
/** A longer line is shown and told apart up to here. */
const MAX_TEXT = 4_000;

/**
 * Tries a signature that is being written on a text, as the matcher will: wrappers, escapes and all. `pack` tells which
 * runbooks have a line already. What does not read is told, and left out. Costs what judging costs, and for each shown line one look for each wording.
 */
export function trySignature(
  heads: readonly string[],
  tails: readonly string[],
  text: string,
  pack?: CompiledPack,
): SignatureTrial {
  const tried = {
    heads: heads.map((source) => tryPattern(source, 'head')),
    tails: tails.map((source) => tryPattern(source, 'tail')),
  };
  const patterns = heads.flatMap(read);
  const ends = tails.map((source) => ({ source, pattern: read(source)[0] }));
  const usable = patterns.filter(({ anchor }) => anchor.text.length >= MIN_SEARCHED);
  const own = compileOne(
    usable.map(({ source }) => source),
    ends.map(({ source, pattern }) => (pattern ? source : NEVER)),
  );
  const { lines } = judge(own, text);
  const known = new Map(pack ? judge(pack, text).lines.map((line) => [line.number, knownOf(line)]) : []);
  const matches = (line: JudgedLine): boolean => exactHit(line) !== undefined;
  const context = { patterns, tails: ends.flatMap(({ pattern }) => pattern ?? []) };
  return {
    ...tried,
    lines: lines
      .slice(0, MAX_LINES)
      .map((line) => ({ ...tryLine(line, matches(line), context), known: known.get(line.number) ?? [] })),
    matched: lines.filter(matches).length,
    dropped: Math.max(0, lines.length - MAX_LINES),
  };
}

/** The scan refuses shorter ones; a lint finding says so. */
const MIN_SEARCHED = 3;

/** Stands for a tail that does not read, so that the others keep their places. */
const NEVER = '\uffff\uffff\uffff';

function read(source: string): Pattern[] {
  const pattern = parsePattern(source);
  return isPatternError(pattern) ? [] : [pattern];
}

function tryPattern(source: string, place: 'head' | 'tail'): TriedPattern {
  const problems = lintPattern(source, place);
  const [pattern] = read(source);
  if (!pattern) return { source, problems };
  return { source, problems, anchor: { text: pattern.anchor.text, rarity: rarityOf(pattern.anchor.text) } };
}

function tryLine(
  line: JudgedLine,
  matches: boolean,
  { patterns, tails }: { patterns: readonly Pattern[]; tails: readonly Pattern[] },
): Omit<TriedLine, 'known'> {
  const { number, from, hit } = line;
  const text = line.text.slice(0, MAX_TEXT);
  const base = { number, text, matches };
  if (matches && hit) {
    const parts = partsOf(hit, { number, from, text: line.text })
      .map((part) => ({ ...part, from: part.from - from, to: part.to - from }))
      .filter((part) => part.from >= 0 && part.from <= text.length);
    const end = parts.findLast(({ of }) => of === 'head')?.to ?? 0;
    const failure = hit.tailMissing ? nearest(tails, text, end) : undefined;
    return {
      ...base,
      parts,
      ...(hit.tail ? { tail: Number(hit.tail.tail.id) } : {}),
      ...(failure ? { failure } : {}),
    };
  }
  const failure = nearest(patterns, text, 0);
  return { ...base, parts: [], ...(failure ? { failure } : {}) };
}

function nearest(patterns: readonly Pattern[], text: string, from: number): TriedLine['failure'] {
  let best: { fitting: number; failure: NonNullable<TriedLine['failure']> } | undefined;
  for (const pattern of patterns) {
    const failure = findFailure(pattern, text, from);
    if (!failure) continue;
    const fitting = fittingOf(failure);
    if (!best || fitting > best.fitting)
      best = { fitting, failure: { at: failure.at, words: failureWords(failure, pattern) } };
  }
  return best?.failure;
}

/** What is only similar is no match for an author. */
const exactHit = ({ hit, number }: JudgedLine): JudgedLine['hit'] =>
  hit && hit.line === number && hit.similarity === undefined ? hit : undefined;

const knownOf = (line: JudgedLine): TriedLine['known'] => {
  const hit = exactHit(line);
  return hit ? [{ runbook: ownerOf(hit.compiled), signature: hit.compiled.signature.id }] : [];
};
