import { type Span, isDigit, isLetter } from '../text/index.ts';
import { findPattern } from './find-pattern.ts';
import { type Pattern, type Token, beginningOf } from './pattern.ts';

/** How far a pattern fits a text that it does not match. Spans are offsets into the text. */
export interface Failure {
  /** The literal pieces that do stand there, in their order; the last may be the beginning of one. */
  readonly literals: readonly Span[];
  /** Where the next piece would have to stand. */
  readonly at: number;
  /** The piece that does not stand there; of a literal that stands there in part, the rest. */
  readonly expected: Token;
  /** What stands there. */
  readonly found: string;
}

/** Less of a first literal is no resemblance. */
const MIN_BEGINNING = 5;

/** So much of what was found is told. */
const MAX_FOUND = 60;

/**
 * Where a pattern stops fitting: at its longest beginning that the text has. `undefined` if it matches whole, or if
 * nothing of it is there. Costs one search for each piece of the pattern.
 *
 *     > … dial tcp 10.0.0.7:443: connect: connection refused
 *       dial tcp <ip>:<port>: i/o timeout
 *                            ^ expected `i/o timeout`, found `connect: connection refused`
 */
export function findFailure(pattern: Pattern, text: string, from = 0): Failure | undefined {
  if (findPattern(pattern, text, from)) return undefined;
  for (let count = pattern.tokens.length - 1; count > 0; count--) {
    const expected = pattern.tokens[count];
    const beginning = findPattern(beginningOf(pattern, count), text, from);
    if (!expected || !beginning) continue;
    const { literals, span } = beginning;
    const before = pattern.tokens[count - 1];
    // A gap takes all it can where its literal is missing: the literal was looked for from the gap's start on.
    const open = before?.kind === 'hole' && (before.type === '*' || before.type === '**');
    const at = open ? (literals.at(-1)?.to ?? span.to) : span.to;
    return open ? { literals, at, expected, found: foundAt(text, at) } : told(text, literals, at, expected);
  }
  const [first] = pattern.tokens;
  return first?.kind === 'literal' ? beginningFailure(first.text, text, from) : undefined;
}

function beginningFailure(literal: string, text: string, from: number): Failure | undefined {
  // Whether a beginning stands in the text: true up to some length, false from there on.
  let low = 0;
  let high = literal.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.includes(literal.slice(0, middle), from)) low = middle;
    else high = middle - 1;
  }
  if (low < MIN_BEGINNING) return undefined;
  const start = text.indexOf(literal.slice(0, low), from);
  if (low < literal.length) low = wordStart(text, start, start + low, literal.charCodeAt(low)) - start;
  if (low < MIN_BEGINNING) return undefined;
  const rest: Token = { kind: 'literal', text: literal.slice(low) };
  return told(text, [{ from: start, to: start + low }], start + low, rest);
}

const told = (text: string, literals: readonly Span[], at: number, expected: Token): Failure => {
  if (expected.kind === 'literal') {
    let same = 0;
    while (same < expected.text.length && text.charCodeAt(at + same) === expected.text.charCodeAt(same))
      same++;
    if (same < expected.text.length)
      same = wordStart(text, at, at + same, expected.text.charCodeAt(same)) - at;
    if (same > 0 && same < expected.text.length) {
      const part = { from: at, to: at + same };
      const rest: Token = { kind: 'literal', text: expected.text.slice(same) };
      return { literals: [...literals, part], at: part.to, expected: rest, found: foundAt(text, part.to) };
    }
  }
  return { literals, at, expected, found: foundAt(text, at) };
};

/** A word that is the same only in part is another word. */
function wordStart(text: string, from: number, end: number, next: number): number {
  if (!isPart(next) && !isPart(text.charCodeAt(end))) return end;
  let at = end;
  while (at > from && isPart(text.charCodeAt(at - 1))) at--;
  return at;
}

const isPart = (code: number): boolean => isLetter(code) || isDigit(code);

const foundAt = (text: string, at: number): string => text.slice(at, at + MAX_FOUND);

/** A piece of a pattern as its author wrote it. */
export const tokenText = (token: Token): string => {
  if (token.kind === 'literal') return token.text;
  return `<${token.type}${token.capture ? `:${token.capture}` : ''}>`;
};

/** How many characters of the pattern fit. */
export const fittingOf = ({ literals }: Failure): number =>
  literals.reduce((sum, { from, to }) => sum + to - from, 0);
