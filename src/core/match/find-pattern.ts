import { type Span, runEnd } from '../text/index.ts';
import { type HoleType, holeOf } from './holes.ts';
import { MAX_GAP, type Pattern } from './pattern.ts';

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

/**
 * The first place in `text[from, limit)` where the pattern matches. Whoever knows already where its anchor stands gives
 * the places, in ascending order; others are not looked at.
 *
 * Cost: the first literal is looked for within reach of an anchor only, and each of its occurrences is tried once. A try
 * remembers for the later ones what it has seen behind a hole, and a hole that reads its own value looks at most
 * {@link MAX_GAP} characters far; so it is linear in the text.
 */
export function findPattern(
  pattern: Pattern,
  text: string,
  from = 0,
  limit = text.length,
  anchors?: readonly number[],
): PatternMatch | undefined {
  const first = pattern.tokens[0];
  if (first?.kind !== 'literal') return undefined;
  const { anchor } = pattern;
  const seen: Seen[] = [];
  const ends: number[] = [];
  /** The next place to be tried. */
  let next = from;
  let known = 0;
  for (let at = from; ; at++) {
    const found = anchors ? anchors[known++] : text.indexOf(anchor.text, at);
    if (found === undefined || found < 0 || found + anchor.text.length > limit) return undefined;
    at = found;
    if (at < from) continue;
    next = Math.max(next, at - anchor.reach);
    while (next <= at) {
      const start = anchor.index === 0 ? at : indexWithin(text, first.text, next, at);
      if (start === undefined) break;
      next = start + 1;
      if (matchesAt(pattern, text, start, limit, seen, ends)) return toMatch(pattern, text, start, ends);
    }
  }
}

/** The first place of a literal in `text[from, last]`, without a look further than that. */
function indexWithin(text: string, literal: string, from: number, last: number): number | undefined {
  const found = text.slice(from, last + literal.length).indexOf(literal);
  return found < 0 ? undefined : from + found;
}

/** Whether the pattern matches at a place; where each of its tokens ends is put into `ends`. */
function matchesAt(
  { tokens }: Pattern,
  text: string,
  from: number,
  limit: number,
  seen: Seen[],
  ends: number[],
): boolean {
  let at = from;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (token.kind === 'literal') {
      const to = at + token.text.length;
      // V8 compares a slice several times as fast as it looks whether the text starts with something at a place.
      if (to > limit || text.slice(at, to) !== token.text) return false;
      at = to;
    } else {
      const next = tokens[index + 1];
      const known = (seen[index] ??= { literal: NOWHERE, run: NOWHERE });
      const literal = next?.kind === 'literal' ? next.text : undefined;
      const end = holeEnd(token.type, text, at, limit, literal, known);
      if (end === undefined) return false;
      at = end;
    }
    ends[index] = at;
  }
  return true;
}

function toMatch({ tokens }: Pattern, text: string, from: number, ends: readonly number[]): PatternMatch {
  const literals: Span[] = [];
  const captures: Capture[] = [];
  let at = from;
  tokens.forEach((token, index) => {
    const span = { from: at, to: ends[index] ?? at };
    at = span.to;
    if (token.kind === 'literal') literals.push(span);
    else if (token.capture)
      captures.push({ name: token.capture, value: text.slice(span.from, span.to), span });
  });
  return { span: { from, to: at }, literals, captures };
}

/**
 * What earlier tries have found out for a hole. The literal behind it does not start in `literal[from, to)`, but does at
 * `to` if it `stands` there; and all characters of `run` are of the hole's class.
 */
interface Seen {
  literal: Span & { readonly stands: boolean };
  run: Span;
}

const NOWHERE = { from: 0, to: -1, stands: false };

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
  const run = holds(seen.run, from) ? seen.run : { from, to: from };
  seen.run = run.to < far ? { from: run.from, to: runEnd(text, run.to, far, inClass) } : run;
  if (next === undefined) return seen.run.to > from ? Math.min(seen.run.to, far) : undefined;
  const known = holds(seen.literal, from + 1) ? seen.literal : { ...NOWHERE, from: from + 1, to: from + 1 };
  const last = Math.min(far, seen.run.to);
  seen.literal = known.stands || known.to > last ? known : lookOn(text, next, known.from, known.to, last);
  const { to, stands } = seen.literal;
  return stands && to <= last ? to : undefined;
}

/** Goes on looking at `to` for a literal that starts at `last` at most; none has been seen from `from` on. */
function lookOn(text: string, literal: string, from: number, to: number, last: number): Seen['literal'] {
  const found = indexWithin(text, literal, to, last);
  return found === undefined ? { from, to: last + 1, stands: false } : { from, to: found, stands: true };
}

const holds = ({ from, to }: Span, at: number): boolean => from <= at && at <= to;
