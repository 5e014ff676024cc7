import type { Severity } from '../log/index.ts';
import { type Line, type Span, ownCopy, spanIn } from '../text/index.ts';
import {
  type AnchorPlace,
  type CompiledHead,
  type CompiledPack,
  type CompiledSignature,
  candidatesOf,
} from './compile.ts';
import type { Fact } from './facts.ts';
import { type Capture, type PatternMatch, findPattern } from './find-pattern.ts';
import type { Tail } from './pack.ts';
import type { Pattern } from './pattern.ts';
import type { StackPattern } from './stacks/stack-pattern.ts';

/** A signature found in a line, with everything that is needed to say why. Spans are offsets into the paste. */
export interface Hit {
  readonly compiled: CompiledSignature;
  readonly line: number;
  readonly span: Span;
  /** The literal pieces that matched; empty for a fact. */
  readonly literals: readonly Span[];
  /** How many characters had to be equal: how little this can be an accident. */
  readonly specificity: number;
  readonly captures: readonly Capture[];
  readonly fact?: Fact;
  /** The stack that matched, of which the pieces are the calls. */
  readonly stack?: StackPattern;
  /** The wording that matched. */
  readonly head?: Pattern;
  readonly tail?: { readonly tail: Tail; readonly pattern: Pattern; readonly span: Span };
  /** The signature knows tails, but the line has none of them. */
  readonly tailMissing: boolean;
  readonly versions: readonly string[];
  readonly level?: Severity;
  /** The words are like those of the wording and not they: how much of it is there, times `SIMILAR_AT_BEST`. */
  readonly similarity?: number;
}

/** Noise and information draw nobody anywhere. */
export const isTelling = ({ compiled }: Pick<Hit, 'compiled'>): boolean =>
  compiled.signature.role === 'cause' || compiled.signature.role === 'consequence';

/** Anchors that were found in something larger than the line, and where in it the line starts. */
export interface FoundAnchors {
  readonly places: readonly AnchorPlace[];
  readonly start: number;
}

/** Every signature whose wording stands in the line, by the wording that says most; its anchors may be known from a scan of more than the line. */
export function findHits(
  pack: CompiledPack,
  line: Line,
  level: Severity | undefined,
  known?: FoundAnchors,
): readonly Hit[] {
  const { places, start } = known ?? { places: pack.anchorsIn(line.text), start: 0 };
  if (places.length === 0) return NONE;
  const hits: Hit[] = [];
  for (const { compiled, heads } of candidatesOf(pack, places, start)) {
    let best: { head: CompiledHead; match: PatternMatch } | undefined;
    for (const { head, at } of heads) {
      if (best && best.head.pattern.literals >= head.pattern.literals) continue;
      const match = findPattern(head.pattern, line.text, 0, line.text.length, at);
      if (match) best = { head, match };
    }
    if (best && !isExcepted(compiled, line.text))
      hits.push(toHit(compiled, best.match, best.head, line, level));
  }
  return hits;
}

const NONE: readonly Hit[] = [];

/** The registry explains the wording away, but this line tells more: `Back-off pulling image "x": ErrImagePull: …`. */
export const isExcepted = ({ runbook, noise }: CompiledSignature, text: string): boolean =>
  !runbook && noise !== undefined && noise.except.some((piece) => text.includes(piece));

/** Every signature that asks for the fact. */
export function factHits(pack: CompiledPack, fact: Fact, line: Line, level: Severity | undefined): Hit[] {
  return pack.signatures
    .filter(
      ({ signature }) => signature.fact?.kind === fact.kind && accepts(signature.fact.values, fact.value),
    )
    .map((compiled) => ({
      compiled,
      line: line.number,
      span: fact.span,
      literals: [],
      specificity: FACT_SPECIFICITY,
      captures: fact.captures,
      fact,
      tailMissing: false,
      versions: [],
      ...levelOf(compiled, level),
    }));
}

/** A reader has understood the line whole; that is worth a long literal. */
const FACT_SPECIFICITY = 40;

const accepts = (values: readonly string[], value: string): boolean =>
  values.length === 0 || values.includes(value);

const levelOf = ({ signature }: CompiledSignature, level: Severity | undefined): { level?: Severity } => {
  const known = level ?? signature.level;
  return known ? { level: known } : {};
};

function toHit(
  compiled: CompiledSignature,
  match: PatternMatch,
  head: CompiledHead,
  line: Line,
  level: Severity | undefined,
): Hit {
  const tail = findTail(compiled, line, match.span.to);
  const captures = [...match.captures, ...(tail?.captures ?? [])];
  return {
    compiled,
    line: line.number,
    span: spanIn(line, { from: match.span.from, to: tail?.span.to ?? match.span.to }),
    literals: [...match.literals, ...(tail?.literals ?? [])].map((span) => spanIn(line, span)),
    specificity: head.pattern.literals + (tail?.pattern.literals ?? 0),
    head: head.pattern,
    captures: captures.map((capture) => ({ ...capture, span: spanIn(line, capture.span) })),
    ...(tail ? { tail: { tail: tail.tail, pattern: tail.pattern, span: spanIn(line, tail.span) } } : {}),
    tailMissing: compiled.tails.length > 0 && !tail,
    versions: head.versions,
    ...levelOf(compiled, level),
  };
}

/** The first tail, in the author's order, that follows the head on its line. */
function findTail(
  compiled: CompiledSignature,
  line: Line,
  from: number,
): (PatternMatch & { tail: Tail; pattern: Pattern }) | undefined {
  for (const { pattern, tail } of compiled.tails) {
    const match = findPattern(pattern, line.text, from);
    if (match) return { ...match, tail, pattern };
  }
  return undefined;
}

/** A hit to be kept: it holds no more of the paste than it names. */
export const keptHit = (hit: Hit): Hit => ({
  ...hit,
  captures: hit.captures.map(ownCapture),
  ...(hit.fact
    ? {
        fact: {
          ...hit.fact,
          value: ownCopy(hit.fact.value),
          captures: hit.fact.captures.map(ownCapture),
        },
      }
    : {}),
});

const ownCapture = (capture: Capture): Capture => ({ ...capture, value: ownCopy(capture.value) });
