import { type HoleType, isHoleType } from './holes.ts';
import { rarityOf } from './rarity.ts';

/** A piece of a pattern. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'hole'; readonly type: HoleType; readonly capture?: string };

export interface Pattern {
  readonly source: string;
  readonly tokens: readonly Token[];
  /** Its rarest literal that is long enough: what is looked for first. A match starts `reach` characters in front of it at most. */
  readonly anchor: { readonly text: string; readonly index: number; readonly reach: number };
  /** How many characters of it are literal: how much it takes to match by accident. */
  readonly literals: number;
}

/** What is wrong with a pattern, for its author. */
export interface PatternError {
  readonly message: string;
  /** Where in the pattern, 0-based. */
  readonly at: number;
}

/** More holes than this are another signature. It bounds the cost of a match: length × holes. */
export const MAX_HOLES = 8;

/** A hole takes no more, but for `<**>`: it is a gap in a sentence, not a page. */
export const MAX_GAP = 2_000;

/** A literal shorter than this stands in too many lines to begin a search with. */
export const MIN_ANCHOR = 8;

/**
 * Reads a pattern: literal text with typed holes, `\` in front of a `<` or `\` that is meant literally.
 *
 *     failed to list <*>: Get "https://<ip:endpoint>:<port>/<path>": dial tcp
 *                    ^ any          ^ captured as `endpoint`
 *
 * `<**>` takes the rest of the line and may only stand at the end; two holes need a literal between them, since
 * nothing else says where the first ends. There are no alternatives and no repetition, so a match takes one pass.
 */
export function parsePattern(source: string): Pattern | PatternError {
  const tokens: Token[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') tokens.push({ kind: 'literal', text: literal });
    literal = '';
  };
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\' && '<\\'.includes(source.charAt(at + 1)) && at + 1 < source.length) {
      literal += source.charAt(++at);
    } else if (character === '<') {
      const close = source.indexOf('>', at);
      const [name = '', capture] = source.slice(at + 1, close < 0 ? undefined : close).split(':');
      if (close < 0 || !isHoleType(name)) {
        return { message: `expected a hole such as \`<int>\` or \`<path:name>\`, found \`<${name}\``, at };
      }
      flush();
      if (tokens.at(-1)?.kind === 'hole') {
        return { message: 'expected literal text between two holes', at };
      }
      tokens.push({ kind: 'hole', type: name, ...(capture ? { capture } : {}) });
      at = close;
    } else {
      literal += character;
    }
  }
  flush();
  return check(source, tokens);
}

export const isPatternError = (value: Pattern | PatternError): value is PatternError => 'message' in value;

function check(source: string, tokens: readonly Token[]): Pattern | PatternError {
  const rest = tokens.findIndex((token) => token.kind === 'hole' && token.type === '**');
  if (rest >= 0 && rest < tokens.length - 1) return { message: 'expected `<**>` at the end only', at: 0 };
  const holes = tokens.filter(({ kind }) => kind === 'hole').length;
  if (holes > MAX_HOLES) return { message: `expected at most ${MAX_HOLES} holes, found ${holes}`, at: 0 };
  if (tokens[0]?.kind !== 'literal') {
    return { message: 'expected the pattern to begin with literal text', at: 0 };
  }
  return toPattern(source, tokens);
}

/** The first `count` pieces of a pattern: how far it goes. */
export const beginningOf = ({ source, tokens }: Pattern, count: number): Pattern =>
  toPattern(source, tokens.slice(0, count));

/** The tokens of a pattern with what a search for it needs to know. */
export function toPattern(source: string, tokens: readonly Token[]): Pattern {
  const literals = tokens.map((token) => (token.kind === 'literal' ? token.text : ''));
  const index = anchorIndex(literals);
  const before = tokens.slice(0, index);
  const reach = before.reduce(
    (sum, token) => sum + (token.kind === 'literal' ? token.text.length : MAX_GAP),
    0,
  );
  return {
    source,
    tokens,
    anchor: { text: literals[index] ?? '', index, reach },
    literals: literals.reduce((sum, text) => sum + text.length, 0),
  };
}

/**
 * The literal to look for: of those that are long enough the one that ordinary logs have least, else the longest. The first
 * of two that are equal.
 */
function anchorIndex(literals: readonly string[]): number {
  const longest = Math.max(...literals.map(({ length }) => length));
  if (longest < MIN_ANCHOR) return literals.findIndex(({ length }) => length === longest);
  if (literals.length === 1) return 0;
  let best = { index: 0, rarity: -1 };
  literals.forEach((text, index) => {
    const rarity = text.length < MIN_ANCHOR ? -1 : rarityOf(text);
    if (rarity > best.rarity) best = { index, rarity };
  });
  return best.index;
}
