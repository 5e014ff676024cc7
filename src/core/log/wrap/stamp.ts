import { CODE, isDigit, runEnd } from '../../text/index.ts';
import type { ClockTime } from '../header.ts';
import { readTimestamp } from '../timestamp.ts';

/** A time at the start of a wrapper, and where it ends. */
export interface Stamp {
  readonly time: ClockTime;
  readonly to: number;
}

const LETTER_T = 84;

/** `2026-11-21T08:18:33`, all of fixed width. */
const SECONDS_END = 19;

/**
 * `2026-11-21T08:18:33.966400123Z`: a date and time of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6), also
 * with the zone as `+0000` (journalctl `short-iso`), or without one. Only this form, since wrappers print no other.
 */
export function readIsoStamp(text: string, at = 0): Stamp | undefined {
  const isShaped =
    text.charCodeAt(at + 4) === CODE.minus &&
    text.charCodeAt(at + 7) === CODE.minus &&
    text.charCodeAt(at + 10) === LETTER_T;
  return isShaped ? readTimestamp(text, at) : undefined;
}

/** How many digits the fraction of the second has in a stamp at the start of the text. */
export function fractionDigits(text: string): number {
  const isPoint = text.charCodeAt(SECONDS_END) === CODE.dot;
  return isPoint ? runEnd(text, SECONDS_END + 1, text.length, isDigit) - SECONDS_END - 1 : 0;
}

/** `Nov 21 08:18:33` or `Nov  1 08:18:33.966321`: syslog of RFC 3164, journalctl `short` and `short-precise`. */
export function readMonthStamp(text: string, at = 0): Stamp | undefined {
  const day = text.charCodeAt(at + 5);
  const isShaped =
    text.charCodeAt(at + 3) === CODE.space &&
    isDigit(day) &&
    text.charCodeAt(at + 6) === CODE.space &&
    text.charCodeAt(at + 9) === CODE.colon;
  return isShaped ? readTimestamp(text, at) : undefined;
}
