import { type Span, runEnd } from '../text/index.ts';
import { type HoleType, holeOf } from './holes.ts';
import type { Pattern } from './pattern.ts';

/** What a hole took, if the pattern names it. */
export interface Capture {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface PatternMatch {
  readonly span: Span;
  /** Where each literal of the pattern stands. */
  readonly literals: readonly Span[];
  readonly captures: readonly Capture[];
}

/** A hole takes no more, but for `<**>`: it is a gap in a sentence, not a page. */
const MAX_GAP = 2_000;

/**
 * The first place in `text[from, limit)` where the pattern matches.
 *
 * Cost: every occurrence of the pattern's first literal is tried once. A try remembers for the later ones what it has
 * seen behind a hole, and a hole that reads its own value looks at most {@link MAX_GAP} characters far; so it is linear
 * in the text.
 */
export function findPattern(
  pattern: Pattern,
  text: string,
  from = 0,
  limit = text.length,
): PatternMatch | undefined {
  const first = pattern.tokens[0];
  if (first?.kind !== 'literal') return undefined;
  // The longest literal is the rarest: where it is missing, nothing else need be tried.
  const anchor = text.indexOf(pattern.anchor.text, from);
  if (anchor < 0 || anchor + pattern.anchor.text.length > limit) return undefined;
  const seen: Seen[] = [];
  for (let at = text.indexOf(first.text, from); at >= 0; at = text.indexOf(first.text, at + 1)) {
    if (at + first.text.length > limit) return undefined;
    const match = matchAt(pattern, text, at, limit, seen);
    if (match) return match;
  }
  return undefined;
}

function matchAt(
  pattern: Pattern,
  text: string,
  from: number,
  limit: number,
  seen: Seen[],
): PatternMatch | undefined {
  const literals: Span[] = [];
  const captures: Capture[] = [];
  let at = from;
  for (let index = 0; index < pattern.tokens.length; index++) {
    const token = pattern.tokens[index];
    if (!token) break;
    if (token.kind === 'literal') {
      const to = at + token.text.length;
      if (to > limit || !text.startsWith(token.text, at)) return undefined;
      literals.push({ from: at, to });
      at = to;
      continue;
    }
    const next = pattern.tokens[index + 1];
    const known = (seen[index] ??= { literal: NOWHERE, run: NOWHERE });
    const end = holeEnd(token.type, text, at, limit, next?.kind === 'literal' ? next.text : undefined, known);
    if (end === undefined) return undefined;
    if (token.capture) {
      captures.push({ name: token.capture, value: text.slice(at, end), span: { from: at, to: end } });
    }
    at = end;
  }
  return { span: { from, to: at }, literals, captures };
}

/**
 * What earlier tries have found out for a hole: from `literal.from` on, the literal behind it stands first at
 * `literal.to`, and from `run.from` to `run.to` all characters are of its class.
 */
interface Seen {
  literal: Span;
  run: Span;
}

const NOWHERE: Span = { from: 0, to: -1 };

function holeEnd(
  type: HoleType,
  text: string,
  from: number,
  limit: number,
  next: string | undefined,
  seen: Seen,
): number | undefined {
  const { end, inClass } = holeOf(type);
  const far = Math.min(limit, from + MAX_GAP);
  if (end) return end(text, from, type === '**' ? limit : far);
  if (!inClass) return undefined;
  if (next !== undefined && !holds(seen.literal, from + 1)) {
    const found = text.indexOf(next, from + 1);
    seen.literal = { from: from + 1, to: found < 0 ? Infinity : found };
  }
  if (!holds(seen.run, from)) seen.run = { from, to: runEnd(text, from, limit, inClass) };
  const to = next === undefined ? Math.min(seen.run.to, far) : seen.literal.to;
  return to > from && to <= far && to <= seen.run.to ? to : undefined;
}

const holds = ({ from, to }: Span, at: number): boolean => from <= at && at <= to;
