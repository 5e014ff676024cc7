import { MAX_HOLES } from '../pattern.ts';
import type { Piece } from './variables.ts';

/** Less literal text in front of the first hole is left out: a pattern begins with words. */
const MIN_FIRST = 3;

/**
 * The pieces as a pattern: it begins with literal text, has at most eight holes and ends in words; what does not fit is left
 * out at either end.
 */
export function toPattern(pieces: readonly Piece[]): {
  readonly source: string;
  readonly pieces: readonly Piece[];
} {
  const start = pieces.findIndex(
    (piece) => piece.kind === 'literal' && piece.text.trim().length >= MIN_FIRST,
  );
  if (start < 0) return { source: '', pieces: [] };
  const taken: Piece[] = [];
  let holes = 0;
  for (const piece of pieces.slice(start)) {
    if (piece.kind === 'hole' && ++holes > MAX_HOLES) break;
    taken.push(piece);
  }
  while (taken.at(-1)?.kind === 'hole') taken.pop();
  return { source: taken.map(sourceOf).join(''), pieces: taken };
}

/** As an author writes it: `<` begins a hole, and a backslash takes it literally. */
const sourceOf = (piece: Piece): string =>
  piece.kind === 'hole' ? `<${piece.type}>` : piece.text.replaceAll(/[<\\]/g, String.raw`\$&`);
