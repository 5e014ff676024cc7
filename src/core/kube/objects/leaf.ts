import type { Span } from '../../text/index.ts';

/** A scalar of an object as kubectl prints it, and the way to it: `items`, `3`, `metadata`, `name`. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly span: Span;
}

/** Objects nest no deeper; what would is read as if it stood at this depth. */
export const MAX_DEPTH = 64;

/** The scalars of a region of a paste, and how the region ended. */
export interface Leaves {
  readonly leaves: readonly Leaf[];
  /** Behind the last character that belongs to the region. */
  readonly to: number;
  /** Where it is no longer what it began as, and what was expected there; absent if it ended as it should. */
  readonly broken?: { readonly span: Span; readonly expected: string; readonly found: string };
}
