import { CODE, isDigit } from '../../text/index.ts';

const LETTER_T = 84;
const LETTER_Z = 90;
const FULL = 70;
const SECONDS_END = 19;

/**
 * Where the program's line starts behind what `kubectl logs --timestamps` or a container's log file puts in front of a line:
 *
 *     > 2026-11-21T08:18:33.966400123Z I1121 …
 *     > 2026-11-21T08:18:33.966400123+01:00 stderr F I1121 …
 *       ^ nine digits, as both print it             ^
 *
 * -1 if neither stands at `from`, whole and well-formed. A cheap look for many lines; timestamp.ts and cri.ts read these
 * and others.
 */
export function plainPrefixEnd(text: string, from: number): number {
  if (text.charCodeAt(from + 4) !== CODE.minus || text.charCodeAt(from + 7) !== CODE.minus) return -1;
  if (text.charCodeAt(from + 10) !== LETTER_T || text.charCodeAt(from + SECONDS_END) !== CODE.dot) return -1;
  if (text.charCodeAt(from + 13) !== CODE.colon || text.charCodeAt(from + 16) !== CODE.colon) return -1;
  if (number(text, from, 2) < 0 || number(text, from + 2, 2) < 0) return -1;
  if (!isWithin(text, from + 5, 1, 12) || !isWithin(text, from + 8, 1, 31)) return -1;
  if (!isWithin(text, from + 11, 0, 23) || !isWithin(text, from + 14, 0, 59)) return -1;
  if (!isWithin(text, from + 17, 0, 60)) return -1;
  for (let at = from + 20; at < from + 29; at++) if (!isDigit(text.charCodeAt(at))) return -1;
  const zone = zoneEnd(text, from + 29);
  if (zone < 0 || text.charCodeAt(zone) !== CODE.space) return -1;
  const isStream = text.startsWith('stdout ', zone + 1) || text.startsWith('stderr ', zone + 1);
  if (!isStream) return zone + 1;
  return text.charCodeAt(zone + 8) === FULL && text.charCodeAt(zone + 9) === CODE.space ? zone + 10 : -1;
}

/** Who speaks behind such a prefix: the stream of a container's log file, or nobody that is named. */
export const plainPrefixSource = (text: string, from: number, end: number): string =>
  end > from && text.charCodeAt(end - 2) === FULL ? text.slice(end - 9, end - 3) : '';

/** Behind `Z` or `+01:00`; -1 if neither stands there. */
function zoneEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === LETTER_Z) return at + 1;
  if (code !== CODE.plus && code !== CODE.minus) return -1;
  const isShaped =
    isWithin(text, at + 1, 0, 14) && text.charCodeAt(at + 3) === CODE.colon && isWithin(text, at + 4, 0, 59);
  return isShaped ? at + 6 : -1;
}

const isWithin = (text: string, at: number, least: number, most: number): boolean => {
  const value = number(text, at, 2);
  return value >= least && value <= most;
};

/** The number of so many digits; -1 if others stand there. */
function number(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}
