import { TIME_CONSTANTS, type TimeConstant, toleranceOf } from './constants.ts';

/** A constant that a wait may be, with the difference of the two in seconds. */
export interface ConstantMatch {
  readonly constant: TimeConstant;
  /** Positive if the wait was longer. */
  readonly difference: number;
}

/**
 * The constants that are as long as a wait, and that its lines speak of: a number alone says nothing, since 10 s and
 * 30 s are many things. Nearest first, then in the order of the table. Clocks that show whole seconds are trusted less.
 */
export function matchConstants(
  seconds: number,
  messages: readonly string[],
  isWholeSeconds = false,
): ConstantMatch[] {
  const fitting = TIME_CONSTANTS.filter(
    (constant) => Math.abs(seconds - constant.seconds) <= toleranceOf(constant) + (isWholeSeconds ? 1 : 0),
  );
  if (fitting.length === 0) return [];
  const words = messages.map((message) => message.toLowerCase());
  return fitting
    .filter(({ hints }) => hints.some((hint) => words.some((text) => text.includes(hint))))
    .map((constant) => ({ constant, difference: seconds - constant.seconds }))
    .sort((a, b) => Math.abs(a.difference) - Math.abs(b.difference));
}
