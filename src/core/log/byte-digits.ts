import { isDigit } from '../text/index.ts';

/** The number of the two digits at a place; -1 if others stand there. */
export const pairAt = (bytes: Uint8Array, at: number): number => {
  const tens = bytes[at] ?? 0;
  const ones = bytes[at + 1] ?? 0;
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + (ones - 48) : -1;
};

/** Whether two digits stand at a place whose number lies within both bounds. */
export const isPair = (bytes: Uint8Array, at: number, least: number, most: number): boolean => {
  const value = pairAt(bytes, at);
  return value >= least && value <= most;
};
