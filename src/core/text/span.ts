/**
 * A half-open range `[from, to)` of UTF-16 code units in the paste.
 * Everything that a reader understands carries one, so that highlight, copy and "which line said so" are free.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text that a span covers. */
export const textOf = (text: string, span: Span): string => text.slice(span.from, span.to);

/** The same span, seen from a text in which it starts `by` code units later. */
export const shift = (span: Span, by: number): Span => ({ from: span.from + by, to: span.to + by });
