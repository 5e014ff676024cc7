import type { Span } from './span.ts';

/**
 * What a reader could not make sense of, as data. Reading a paste never throws: it returns what it understood
 * and these. Each domain lists its codes, and says them in both languages, in its `words.ts`.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly span: Span;
  /** What the words about it need to name: the token found, the width, the flag. */
  readonly facts?: Readonly<Record<string, string | number>>;
}
