import { CODE, isDigit } from '../../text/index.ts';
import { isPair, pairAt } from '../byte-digits.ts';

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
export function plainPrefixEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from + 4] !== CODE.minus || bytes[from + 7] !== CODE.minus) return -1;
  if (bytes[from + 10] !== LETTER_T || bytes[from + SECONDS_END] !== CODE.dot) return -1;
  if (bytes[from + 13] !== CODE.colon || bytes[from + 16] !== CODE.colon) return -1;
  if (pairAt(bytes, from) < 0 || pairAt(bytes, from + 2) < 0) return -1;
  if (!isPair(bytes, from + 5, 1, 12) || !isPair(bytes, from + 8, 1, 31)) return -1;
  if (!isPair(bytes, from + 11, 0, 23) || !isPair(bytes, from + 14, 0, 59)) return -1;
  if (!isPair(bytes, from + 17, 0, 60)) return -1;
  for (let at = from + 20; at < from + 29; at++) if (!isDigit(bytes[at] ?? 0)) return -1;
  const zone = zoneEnd(bytes, from + 29);
  if (zone < 0 || bytes[zone] !== CODE.space) return -1;
  if (!STREAMS.some((stream) => stands(bytes, zone + 1, stream))) return zone + 1;
  return bytes[zone + 8] === FULL && bytes[zone + 9] === CODE.space ? zone + 10 : -1;
}

/** Who speaks behind such a prefix: the stream of a container's log file, or nobody that is named. */
export const plainPrefixSource = (text: string, from: number, end: number): string =>
  end > from && text.charCodeAt(end - 2) === FULL ? text.slice(end - 9, end - 3) : '';

const STREAMS = ['stdout ', 'stderr '];

function stands(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++)
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** Behind `Z` or `+01:00`; -1 if neither stands there. */
function zoneEnd(bytes: Uint8Array, at: number): number {
  const code = bytes[at];
  if (code === LETTER_Z) return at + 1;
  if (code !== CODE.plus && code !== CODE.minus) return -1;
  const isShaped =
    isPair(bytes, at + 1, 0, 14) && bytes[at + 3] === CODE.colon && isPair(bytes, at + 4, 0, 59);
  return isShaped ? at + 6 : -1;
}
