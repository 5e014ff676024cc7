import type { VersionReader } from '../kube/index.ts';
import { infoSourceLine, isEntity, readKlogHeader } from '../log/index.ts';
import { CODE } from '../text/index.ts';
import type { AnchorPlace } from './compile.ts';

/** Lines one behind the other that say nothing but that all is well. */
export interface Run {
  /** Where in the chunk each of them ends, behind its terminator. */
  readonly ends: readonly number[];
  /** How long the longest is. */
  readonly longest: number;
  /** Where the line starts at which the look ended. */
  readonly to: number;
}

/** The lines in front of one that is read with care which that reading may look back at. */
const LOOK_BACK = 2;

/** No ordinary line is longer. */
const MAX_LENGTH = 4_096;

const NONE: readonly number[] = [];

/**
 * Finds the ordinary lines of a chunk: info of klog, in which no anchor stands, nothing is escaped, coloured or of HTML, and
 * whose source line is no mark of a version. Reading such a line with care gives its severity and nothing else, and most
 * lines of most logs are such; here each costs a look at its header. Of a run the last two lines are left out, since
 * what follows may begin in them.
 */
export function ordinaryLines(
  chunk: string,
  places: readonly AnchorPlace[],
  versions: Pick<VersionReader, 'knows' | 'knowsLine'>,
): (from: number) => Run {
  const backslash = createNext(chunk, '\\');
  const escape = createNext(chunk, '\x1b');
  const ampersand = createNext(chunk, '&');
  let place = 0;

  /** Where the line that starts at `from` ends, behind its terminator; -1 if it is not ordinary. */
  const ordinaryEnd = (from: number): number => {
    const to = chunk.indexOf('\n', from);
    if (to < 0 || to - from > MAX_LENGTH) return -1;
    while (place < places.length && (places[place]?.at ?? 0) < from) place++;
    if ((places[place]?.at ?? to) < to) return -1;
    const source = infoSourceLine(chunk, from, to);
    if (source < 0 || (versions.knowsLine(source) && isMark(from, to))) return -1;
    const last = chunk.charCodeAt(to - 1);
    if (last <= CODE.space || last === CODE.colon) return -1;
    if (backslash(from) < to || escape(from) < to) return -1;
    const entity = ampersand(from);
    return entity < to && isEntity(chunk, entity) ? -1 : to + 1;
  };

  const isMark = (from: number, to: number): boolean => {
    const source = readKlogHeader(chunk, from, to)?.source;
    return source === undefined || versions.knows(source.file, source.line);
  };

  return (from) => {
    const ends: number[] = [];
    let longest = 0;
    let at = from;
    for (let end = ordinaryEnd(at); end > 0; end = ordinaryEnd(at)) {
      ends.push(end);
      longest = Math.max(longest, end - 1 - at);
      at = end;
    }
    if (ends.length <= LOOK_BACK) return { ends: NONE, longest: 0, to: at };
    ends.length -= LOOK_BACK;
    return { ends, longest, to: at };
  };
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
