import { type Bilingual, type Span, textOf } from '../text/index.ts';
import { type CompiledPack, ownerOf } from './compile.ts';
import { type Condition, conditionsOf } from './explain-conditions.ts';
import { findPattern } from './find-pattern.ts';
import { findFailure, fittingOf, tokenText } from './find-failure.ts';
import type { HoleType } from './holes.ts';
import type { Hit } from './hits.ts';
import type { Role } from './pack.ts';
import type { Pattern } from './pattern.ts';
import type { Match } from './rank.ts';

/** A line of the paste, as it is printed there. */
export interface SourceText {
  readonly number: number;
  /** Where it starts in the paste. */
  readonly from: number;
  readonly text: string;
}

/** A piece of the wording with the place where it stands. */
export interface ExplainedPart extends Span {
  readonly of: 'head' | 'tail' | 'fact';
  readonly kind: 'literal' | 'hole' | 'value';
  /** Of a hole: what it takes. */
  readonly type?: HoleType;
  /** Of a hole or a fact: the variable that it fills. */
  readonly name?: string;
  /** As it stands in the paste; of a value that was escaped there, the value. */
  readonly text: string;
}

/** A signature that the line resembles, and where it stopped fitting. */
export interface RunnerUp {
  readonly runbook: string;
  readonly signature: string;
  readonly pattern: string;
  /** Where in the paste. */
  readonly at: number;
  readonly expected: string;
  readonly found: string;
}

/** Why a match is one. Spans are half-open UTF-16 offsets into the paste. */
export interface Explanation {
  readonly runbook: string;
  readonly signature: string;
  readonly role: Role;
  readonly line: number;
  /** The wording that stands there, and the releases that print it so; of a fact there is none. */
  readonly wording?: { readonly pattern: string; readonly versions: readonly string[] };
  readonly tail?: { readonly id: string; readonly pattern: string };
  readonly parts: readonly ExplainedPart[];
  /** What in the line decided nothing. */
  readonly ignored: readonly Span[];
  readonly conditions: readonly Condition[];
  /** The signatures that came nearest on the same line, nearest first. */
  readonly runnersUp: readonly RunnerUp[];
  /** Where another runbook has the same score: what put this one in front. */
  readonly tie?: Bilingual;
}

const MAX_RUNNERS_UP = 3;

/** A line that is longer is explained up to here. */
const MAX_LENGTH = 20_000;

/**
 * Explains a match by its best hit. `line` is the line in which the hit stands. Costs one look for each signature of the pack:
 * meant for the matches of an answer, not for every line of a log.
 */
export function explain(
  pack: CompiledPack,
  match: Match,
  all: readonly Match[],
  line: SourceText,
): Explanation {
  const hit = match.best;
  const { signature } = hit.compiled;
  const text = line.text.slice(0, MAX_LENGTH);
  const parts = partsOf(hit, line);
  const head = hit.head && hit.compiled.heads.find(({ pattern }) => pattern === hit.head);
  const tie = tieWords(match, all);
  return {
    runbook: match.runbook.id,
    signature: signature.id,
    role: signature.role,
    line: hit.line,
    ...(head ? { wording: { pattern: head.pattern.source, versions: head.versions } } : {}),
    ...(hit.tail ? { tail: { id: hit.tail.tail.id, pattern: hit.tail.pattern.source } } : {}),
    parts,
    ignored: gapsBetween(parts, { from: line.from, to: line.from + text.length }, line),
    conditions: conditionsOf(match, text, headEndOf(parts, hit) - line.from),
    runnersUp: runnersUp(pack, hit, { ...line, text }),
    ...(tie ? { tie } : {}),
  };
}

/** The pieces of a hit with their places. The hole of a wording stands between its literals, since two holes never touch. */
export function partsOf(hit: Hit, line: SourceText): ExplainedPart[] {
  if (hit.fact) {
    return hit.captures.map(({ name, value, span }) => ({
      of: 'fact',
      kind: 'value',
      name,
      text: value,
      ...span,
    }));
  }
  // What is similar, or was found behind broken lines, has other pieces than the wording.
  if (hit.stack) {
    const end = line.from + line.text.length;
    return hit.literals
      .filter((span) => isIn(span, { from: line.from, to: end }))
      .map((span) => ({ of: 'head', kind: 'literal', text: pieceOf(line, span), ...span }));
  }
  const wanted = literalsIn(hit.head) + literalsIn(hit.tail?.pattern);
  if (hit.similarity !== undefined || hit.literals.length !== wanted) {
    return hit.literals.map((span) => ({ of: 'head', kind: 'literal', text: pieceOf(line, span), ...span }));
  }
  const parts: ExplainedPart[] = [];
  let next = 0;
  const read = (of: 'head' | 'tail', pattern: Pattern | undefined, end: number): void => {
    for (const token of pattern?.tokens ?? []) {
      if (token.kind === 'literal') {
        const span = hit.literals[next++];
        if (span) parts.push({ of, kind: 'literal', text: token.text, ...span });
        continue;
      }
      const { type, capture: name } = token;
      const isLast = token === pattern?.tokens.at(-1);
      const span = {
        from: parts.at(-1)?.to ?? hit.span.from,
        to: isLast ? end : (hit.literals[next]?.from ?? end),
      };
      const value =
        name && hit.captures.find((capture) => capture.name === name && isIn(capture.span, span))?.value;
      const shown = value || pieceOf(line, span);
      parts.push({ of, kind: 'hole', type, ...(name ? { name } : {}), text: shown, ...span });
    }
  };
  read('head', hit.head, hit.tail ? Math.max(headEnd(hit), 0) : hit.span.to);
  read('tail', hit.tail?.pattern, hit.span.to);
  return parts;
}

/** Where a head ends whose last piece is a hole: its capture tells, or the next literal, which begins the tail. */
function headEnd(hit: Hit): number {
  const last = hit.head?.tokens.at(-1);
  if (last?.kind !== 'hole') return hit.literals[literalsIn(hit.head) - 1]?.to ?? hit.span.from;
  const named = hit.captures.find(({ name }) => name === last.capture);
  return named?.span.to ?? hit.tail?.span.from ?? hit.span.to;
}

const literalsIn = (pattern: Pattern | undefined): number =>
  pattern?.tokens.filter(({ kind }) => kind === 'literal').length ?? 0;

const isIn = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;

const pieceOf = ({ from, text }: SourceText, span: Span): string =>
  textOf(text, { from: Math.max(0, span.from - from), to: Math.max(0, span.to - from) });

const headEndOf = (parts: readonly ExplainedPart[], { span }: Hit): number =>
  parts.findLast((part) => part.of === 'head')?.to ?? span.to;

/** What no part covers, without the blanks around it. */
function gapsBetween(parts: readonly Span[], whole: Span, line: SourceText): Span[] {
  const gaps: Span[] = [];
  const add = (from: number, to: number): void => {
    const piece = pieceOf(line, { from, to });
    const inner = piece.trim();
    if (inner === '') return;
    const start = from + piece.indexOf(inner);
    gaps.push({ from: start, to: start + inner.length });
  };
  let at = whole.from;
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    if (from > at) add(at, Math.min(from, whole.to));
    at = Math.max(at, to);
  }
  if (at < whole.to) add(at, whole.to);
  return gaps;
}

/** What fits less of a line than this is another message. */
const MIN_FITTING = 12;

function runnersUp(pack: CompiledPack, own: Hit, line: SourceText): RunnerUp[] {
  const found = pack.signatures.flatMap((compiled) => {
    if (compiled === own.compiled || compiled.heads.some(({ pattern }) => findPattern(pattern, line.text)))
      return [];
    const failures = compiled.heads.flatMap(({ pattern }) => {
      const failure = findFailure(pattern, line.text);
      return failure && fittingOf(failure) >= MIN_FITTING ? [{ failure, pattern, compiled }] : [];
    });
    return failures.sort((a, b) => fittingOf(b.failure) - fittingOf(a.failure)).slice(0, 1);
  });
  return found
    .sort((a, b) => fittingOf(b.failure) - fittingOf(a.failure) || idOrder(a.compiled, b.compiled))
    .slice(0, MAX_RUNNERS_UP)
    .map(({ failure, pattern, compiled }) => ({
      runbook: ownerOf(compiled),
      signature: compiled.signature.id,
      pattern: pattern.source,
      at: line.from + failure.at,
      expected: tokenText(failure.expected),
      found: failure.found,
    }));
}

const idOrder = (a: Hit['compiled'], b: Hit['compiled']): number => (nameOf(a) < nameOf(b) ? -1 : 1);

const nameOf = (compiled: Hit['compiled']): string => `${ownerOf(compiled)} ${compiled.signature.id}`;

function tieWords(match: Match, all: readonly Match[]): Bilingual | undefined {
  const rival = all.find((other) => other !== match && other.score === match.score);
  if (!rival) return undefined;
  const [own, their] = [match.best.specificity, rival.best.specificity];
  const { id } = rival.runbook;
  if (own !== their) {
    return {
      en: `as good as ${id}; ${own} literal characters against ${their}`,
      zh: `与 ${id} 同分；字面字符 ${own} 比 ${their}`,
    };
  }
  return { en: `as good as ${id}; the order of ids decides`, zh: `与 ${id} 同分；按编号排序` };
}
