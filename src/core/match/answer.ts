import type { Language, Span } from '../text/index.ts';
import type { Hit } from './hits.ts';
import type { Detected, Judgement } from './judge.ts';
import type { JudgedLine } from './line-verdict.ts';
import type { PackNoise, Verdict } from './pack.ts';
import type { Match } from './rank.ts';
import { reasonWords } from './words.ts';

/**
 * A judgement as plain data, without the pack behind it: what crosses from worker to page, and what `kb match --json`
 * prints. Spans are half-open UTF-16 offsets into the paste.
 */
export interface Answer {
  readonly detected: readonly Detected[];
  /** Best first. */
  readonly matches: readonly AnswerMatch[];
  /** What the noise registry explains away, in the order of the paste. */
  readonly explained: readonly AnswerNoise[];
  /** Every line; their spans joined give the paste back. */
  readonly lines: readonly AnswerLine[];
  /** Where nothing is known: the wordings of which most is there, best first. */
  readonly nearest: readonly AnswerNear[];
  /** Releases of Kubernetes that fit the source lines of the paste; null if it names none. */
  readonly versions: AnswerVersions | null;
}

export interface AnswerMatch {
  readonly runbook: string;
  readonly slug: string;
  readonly score: number;
  /** Where to begin: the id of a step, and of its element on the page. */
  readonly step: string;
  readonly signature: string;
  readonly tail?: string;
  /** In sentences. */
  readonly reason: string;
  /** Numbers of the lines that fit, 1-based. */
  readonly lines: readonly number[];
  /** Values for the runbook's variables. */
  readonly captures: readonly AnswerCapture[];
  readonly ambiguous: boolean;
  readonly versionFits?: boolean;
  /** Similar, not exact: how much of the wording is there, at most 0.7. */
  readonly similar?: number;
  /** The id of the runbook whose cause is in the paste as well: this follows from it. */
  readonly under?: string;
  /** Where it is ambiguous: what tells it from the other one. */
  readonly question?: { readonly other: string; readonly words: string };
}

/** A runbook that the paste does not belong to, but that is the least unlike. */
export interface AnswerNear {
  readonly runbook: string;
  readonly slug: string;
  readonly signature: string;
  readonly line: number;
  /** How much of the wording is there, below 1. */
  readonly share: number;
}

/** Lines that look guilty and are not. */
export interface AnswerNoise {
  /** Of the entry, and of its element on the registry's page. */
  readonly id: string;
  readonly title: string;
  /** When they are not harmless. */
  readonly unless: string;
  /** Numbers of the lines, 1-based; the first hundred of each wording. */
  readonly lines: readonly number[];
}

export interface AnswerCapture {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly span: Span;
}

export interface AnswerLine extends Span {
  readonly verdict: Verdict;
  readonly runbook?: string;
  readonly signature?: string;
  /** The entry of the noise registry that explains it away. */
  readonly noise?: string;
  /** What in the line matched: literals and captures, relative to the paste. */
  readonly marks?: readonly Span[];
  /** Belongs to the record above it, and has its verdict. */
  readonly continues?: true;
}

export interface AnswerVersions {
  readonly product: string;
  readonly ranges: readonly string[];
  readonly evidence: readonly {
    readonly place: string;
    readonly ranges: readonly string[];
    readonly span: Span;
  }[];
}

/** The judgement as data, its reasons in one language. */
export function toAnswer(judgement: Judgement, language: Language): Answer {
  const { versions } = judgement;
  return {
    detected: judgement.detected,
    matches: judgement.matches.map((match) => toAnswerMatch(match, language)),
    nearest: judgement.nearest.map(({ compiled: { runbook, signature }, line, similarity = 0 }) => ({
      runbook: runbook?.id ?? '',
      slug: runbook?.slug ?? '',
      signature: signature.id,
      line,
      share: Math.round(similarity * 100) / 100,
    })),
    explained: explainedBy(judgement.hits, language),
    lines: judgement.lines.map(toAnswerLine),
    versions: versions
      ? {
          product: versions.product,
          ranges: versions.ranges,
          evidence: versions.evidence.map(({ place, ranges, span }) => ({ place, ranges, span })),
        }
      : null,
  };
}

function toAnswerMatch(match: Match, language: Language): AnswerMatch {
  const { best, runbook, versionFits } = match;
  return {
    runbook: runbook.id,
    slug: runbook.slug,
    score: match.score,
    step: match.step,
    signature: best.compiled.signature.id,
    ...(best.tail ? { tail: best.tail.tail.id } : {}),
    reason: reasonWords(match, language).join(language === 'en' ? ' ' : ''),
    lines: [...new Set(match.hits.map(({ line }) => line))].sort((a, b) => a - b),
    captures: capturesOf([best, ...match.hits], runbook.variables),
    ambiguous: match.ambiguous,
    ...(versionFits === undefined ? {} : { versionFits }),
    ...(match.similarity === undefined ? {} : { similar: Math.round(match.similarity * 100) / 100 }),
    ...(match.under ? { under: match.under.id } : {}),
    ...(match.question
      ? { question: { other: match.question.other.id, words: match.question.words[language] } }
      : {}),
  };
}

/** The entries of the registry that hits stand for, the earliest line first. */
function explainedBy(hits: readonly Hit[], language: Language): AnswerNoise[] {
  const found = new Map<PackNoise, Set<number>>();
  for (const { compiled, line } of hits) {
    const { noise } = compiled;
    if (noise) found.set(noise, (found.get(noise) ?? new Set()).add(line));
  }
  return [...found]
    .map(([{ id, title, unless }, lines]) => ({
      id,
      title: title[language],
      unless: unless[language],
      lines: [...lines].sort((a, b) => a - b),
    }))
    .sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0) || (a.id < b.id ? -1 : 1));
}

/** The first value that any hit gives to each variable, the best hit's before the others'. */
function capturesOf(hits: readonly Hit[], variables: readonly string[]): AnswerCapture[] {
  const found = new Map<string, AnswerCapture>();
  for (const { captures, line } of hits) {
    for (const { name, value, span } of captures) {
      if (variables.includes(name) && !found.has(name)) found.set(name, { name, value, line, span });
    }
  }
  return [...found.values()];
}

/** One line as data. */
export function toAnswerLine({ from, to, verdict, hit, number }: JudgedLine): AnswerLine {
  if (!hit) return { from, to, verdict };
  const own = hit.line === number;
  const { runbook, noise, signature } = hit.compiled;
  return {
    from,
    to,
    verdict,
    ...(runbook ? { runbook: runbook.id } : {}),
    signature: signature.id,
    ...(noise ? { noise: noise.id } : {}),
    ...(own ? { marks: marksOf(hit, { from, to }) } : { continues: true }),
  };
}

/** A fact has no wording: there, the values that it was read from are marked. */
const marksOf = (hit: Hit, line: Span): readonly Span[] => {
  if (hit.fact) return hit.captures.map(({ span }) => span);
  // The calls of a stack stand in lines of their own.
  return hit.stack ? hit.literals.filter(({ from }) => from >= line.from && from < line.to) : hit.literals;
};
