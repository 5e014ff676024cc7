import type { Span } from '../text/index.ts';
import { holeOf } from './holes.ts';
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

/** A `<*>` takes no more: it is a gap in a sentence, not a page. */
const MAX_GAP = 2_000;

/**
 * The first place in `text[from, limit)` where the pattern matches.
 *
 * Cost: every occurrence of the pattern's first literal is tried once, and a try looks at most {@link MAX_GAP}
 * characters far per hole; so it is linear in the text.
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
  for (let at = text.indexOf(first.text, from); at >= 0; at = text.indexOf(first.text, at + 1)) {
    if (at + first.text.length > limit) return undefined;
    const match = matchAt(pattern, text, at, limit);
    if (match) return match;
  }
  return undefined;
}

function matchAt(pattern: Pattern, text: string, from: number, limit: number): PatternMatch | undefined {
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
    const end = holeEnd(token.type, text, at, limit, next?.kind === 'literal' ? next.text : undefined);
    if (end === undefined) return undefined;
    if (token.capture) {
      captures.push({ name: token.capture, value: text.slice(at, end), span: { from: at, to: end } });
    }
    at = end;
  }
  return { span: { from, to: at }, literals, captures };
}

function holeEnd(
  type: Parameters<typeof holeOf>[0],
  text: string,
  from: number,
  limit: number,
  next: string | undefined,
): number | undefined {
  const { end, inClass } = holeOf(type);
  if (end) return end(text, from, limit);
  if (!inClass) return undefined;
  const far = Math.min(limit, from + MAX_GAP);
  for (let at = from; at <= far; at++) {
    if (next !== undefined && at > from && text.startsWith(next, at)) return at;
    if (at === far || !inClass(text.charCodeAt(at))) {
      return next === undefined && at > from ? at : undefined;
    }
  }
  return undefined;
}
