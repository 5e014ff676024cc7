import type { VersionReader } from '../kube/index.ts';
import {
  type ExactHeader,
  type Severity,
  isEntity,
  plainPrefixEnd,
  plainPrefixSource,
  readExactHeader,
} from '../log/index.ts';
import { CODE, isDigit } from '../text/index.ts';
import type { AnchorPlace } from './compile.ts';

/** Lines of klog one behind the other, all of one source, that are whole records, and exactly as klog prints them. */
export interface Run {
  /** Who printed them, as the wrapper around them says. */
  readonly source: string;
  /** Where in the chunk each of them ends, behind its terminator. */
  readonly ends: readonly number[];
  /** Those that may say something, in their order. */
  readonly telling: readonly TellingLine[];
  /** How long the longest is. */
  readonly longest: number;
  /** Where the line starts at which the look ended. */
  readonly to: number;
}

/** A line that complains, or in which anchors stand. */
export interface TellingLine {
  /** Which line of the run it is, from 0. */
  readonly index: number;
  /** Where in the chunk, behind its wrapper, what the program printed starts. */
  readonly start: number;
  readonly severity: Severity;
  /** The anchors in it, by their places in the chunk. */
  readonly places: readonly AnchorPlace[];
}

/** The lines in front of one that is read with care which that reading may look back at. */
const LOOK_BACK = 2;

/** No line that is passed is longer. */
const MAX_LENGTH = 4_096;

/** Of a run in which none is found. */
export const NOTHING: Omit<Run, 'to'> = { source: '', ends: [], telling: [], longest: 0 };
const NOWHERE: readonly AnchorPlace[] = [];

/**
 * Finds the lines of a chunk of which reading with care would give a severity and what wordings say, and nothing else: lines
 * of klog behind which another one begins, where nothing is escaped, coloured or of HTML, and whose source line is no
 * mark of a version. They may stand behind a timestamp of kubectl, or in a container's log file. Most lines of most logs
 * are such; here each costs a look at its header. Of a run the last two lines are left out, since what follows may begin
 * in them. The bytes are those of the chunk, all of them ASCII.
 */
export function klogLines(
  chunk: string,
  bytes: Uint8Array,
  places: readonly AnchorPlace[],
  versions: Pick<VersionReader, 'namesOf'>,
): (from: number) => Run {
  const backslash = createNext(chunk, '\\');
  const escape = createNext(chunk, '\x1b');
  const ampersand = createNext(chunk, '&');
  const header: ExactHeader = { severity: 'info', colon: 0, line: 0 };
  let place = 0;
  /** Where the program's own line starts in the line that was looked at last. */
  let start = 0;

  /** Where the line that starts at `from` ends, behind its terminator; -1 if it is to be read with care. */
  const endOf = (from: number): number => {
    const to = chunk.indexOf('\n', from);
    if (to < 0 || to - from > MAX_LENGTH) return -1;
    start = isDigit(bytes[from] ?? 0) ? plainPrefixEnd(bytes, from) : from;
    if (start < 0 || !readExactHeader(bytes, start, to, header)) return -1;
    const names = versions.namesOf(header.line);
    if (names?.some((name) => chunk.startsWith(name, header.colon - name.length))) return -1;
    const last = bytes[to - 1] ?? 0;
    if (last <= CODE.space || last === CODE.colon) return -1;
    if (backslash(from) < to || escape(from) < to) return -1;
    const entity = ampersand(from);
    return entity < to && isEntity(chunk, entity) ? -1 : to + 1;
  };

  /** The anchors in a line of the chunk; `undefined` if one is a word of a fact, which a reader looks for. */
  const placesIn = (from: number, to: number): readonly AnchorPlace[] | undefined => {
    while (place < places.length && (places[place]?.at ?? 0) < from) place++;
    if ((places[place]?.at ?? to) >= to) return NOWHERE;
    const own = places.slice(place, placesEnd(places, place, to)).filter((one) => one.to <= to);
    return own.some(({ wordings }) => wordings.length === 0) ? undefined : own;
  };

  /** Whether the line that was looked at last is of a source. */
  const isOf = (from: number, source: string): boolean =>
    start === from ? source === '' : source === plainPrefixSource(chunk, from, start);

  return (from) => {
    const ends: number[] = [];
    const telling: TellingLine[] = [];
    let longest = 0;
    let at = from;
    let source: string | undefined;
    for (let end = endOf(at); end > 0; end = endOf(at)) {
      const own = placesIn(at, end - 1);
      if (!own || !isOf(at, (source ??= plainPrefixSource(chunk, at, start)))) break;
      if (own.length > 0 || header.severity !== 'info')
        telling.push({ index: ends.length, start, severity: header.severity, places: own });
      ends.push(end);
      longest = Math.max(longest, end - 1 - at);
      at = end;
    }
    if (ends.length <= LOOK_BACK) return { ...NOTHING, to: at };
    ends.length -= LOOK_BACK;
    while ((telling.at(-1)?.index ?? 0) >= ends.length) telling.pop();
    return { source: source ?? '', ends, telling, longest, to: at };
  };
}

function placesEnd(places: readonly AnchorPlace[], from: number, to: number): number {
  let end = from;
  while (end < places.length && (places[end]?.at ?? 0) < to) end++;
  return end;
}

/** Where a character stands next, from places that are asked for in ascending order. */
function createNext(text: string, character: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(character, from);
      found = at < 0 ? Infinity : at;
    }
    return found;
  };
}
