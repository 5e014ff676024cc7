import type { Span } from './span.ts';

/**
 * A piece of derived text (unescaped, joined, stripped) and where it came from: text from `at` up to the next piece's
 * `at` stands in the source at `[from, to)`. Pieces of equal length on both sides map character by character; others
 * (an escape such as `\u003c`, an entity) only as a whole.
 */
export interface Piece extends Span {
  readonly at: number;
}

/** Text that was made out of other text, and leads back to it. Pieces are sorted by `at`, the first is at 0. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Source text as it is, from `from` on. */
export const plainText = (text: string, from: number): MappedText => ({
  text,
  pieces: [{ at: 0, from, to: from + text.length }],
});

/** Where a span of derived text stands in its source: from the start of its first character to the end of its last. */
export function originOf({ text, pieces }: MappedText, span: Span): Span {
  const from = startOf(pieces, text.length, span.from);
  return { from, to: span.to > span.from ? endOf(pieces, text.length, span.to) : from };
}

/** A part of derived text, as derived text. */
export function sliceMapped(mapped: MappedText, from: number, to = mapped.text.length): MappedText {
  const { text, pieces } = mapped;
  const end = Math.min(to, text.length);
  if (from >= end) return plainText('', startOf(pieces, text.length, from));
  const first = pieceAt(pieces, from);
  const last = pieceAt(pieces, end - 1);
  const kept = pieces.slice(first, last + 1);
  if (from > 0)
    kept.forEach((piece, index) => {
      kept[index] = { at: piece.at - from, from: piece.from, to: piece.to };
    });
  const [head] = kept;
  if (head && head.at < 0) kept[0] = { at: 0, from: startOf(pieces, text.length, from), to: head.to };
  const tail = kept.at(-1);
  if (tail) kept[kept.length - 1] = { at: tail.at, from: tail.from, to: endOf(pieces, text.length, end) };
  return { text: text.slice(from, end), pieces: kept };
}

/** Derived texts one behind the other. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.text === '') continue;
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + at });
    at += part.text.length;
  }
  const text = parts.map((part) => part.text).join('');
  return pieces.length > 0 ? { text, pieces } : (parts[0] ?? plainText('', 0));
}

/** Text derived from derived text (`outer` is in offsets of `inner.text`), led back to the source of `inner`. */
export function throughMapped(outer: MappedText, inner: MappedText): MappedText {
  if (inner.pieces.length === 1 && isEven(inner.pieces, 0, inner.text.length)) {
    const by = inner.pieces[0]?.from ?? 0;
    const pieces = outer.pieces.map(({ at, from, to }) => ({ at, from: from + by, to: to + by }));
    return { text: outer.text, pieces };
  }
  const pieces: Piece[] = [];
  outer.pieces.forEach((piece, index) => {
    const end = outer.pieces[index + 1]?.at ?? outer.text.length;
    const isSame = end - piece.at === piece.to - piece.from;
    if (!isSame || end === piece.at) pieces.push({ at: piece.at, ...originOf(inner, piece) });
    else
      for (const part of sliceMapped(inner, piece.from, piece.to).pieces)
        pieces.push({ ...part, at: part.at + piece.at });
  });
  return { text: outer.text, pieces };
}

/** The index of the piece that holds the character at `at`, by halving. */
function pieceAt(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const lengthOf = (pieces: readonly Piece[], index: number, textLength: number): number =>
  (pieces[index + 1]?.at ?? textLength) - (pieces[index]?.at ?? 0);

function isEven(pieces: readonly Piece[], index: number, textLength: number): boolean {
  const piece = pieces[index];
  return piece !== undefined && piece.to - piece.from === lengthOf(pieces, index, textLength);
}

function startOf(pieces: readonly Piece[], textLength: number, at: number): number {
  if (at >= textLength) return pieces.at(-1)?.to ?? 0;
  const index = pieceAt(pieces, at);
  const piece = pieces[index];
  if (!piece) return 0;
  return isEven(pieces, index, textLength) ? piece.from + (at - piece.at) : piece.from;
}

function endOf(pieces: readonly Piece[], textLength: number, at: number): number {
  const index = pieceAt(pieces, at - 1);
  const piece = pieces[index];
  if (!piece) return 0;
  return isEven(pieces, index, textLength) ? piece.from + (at - piece.at) : piece.to;
}
