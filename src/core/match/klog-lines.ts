import type { VersionReader } from '../kube/index.ts';
import { type ExactLines, type Severity, isEntity } from '../log/index.ts';
import type { AnchorPlace } from './compile.ts';
import { createMarkFilter } from './mark-filter.ts';

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

/** A line that complains, in which anchors stand, or whose source line may be a mark of a version. */
export interface TellingLine {
  /** Which line of the run it is, from 0. */
  readonly index: number;
  /** Where in the chunk, behind its wrapper, what the program printed starts. */
  readonly start: number;
  readonly severity: Severity;
  readonly mayBeMark: boolean;
  /** The anchors in it, by their places in the chunk. */
  readonly places: readonly AnchorPlace[];
}

/** The lines in front of one that is read with care which that reading may look back at. */
const LOOK_BACK = 2;

const NOWHERE: readonly AnchorPlace[] = [];

export interface KlogLines {
  /** The chunk that is read next, and the anchors in it; `exact` has entered its bytes. */
  enter(chunk: string, places: readonly AnchorPlace[]): void;
  /** The lines from a place on, which comes behind all that was read before. */
  read(from: number): Run;
}

/**
 * Finds the lines of a chunk of which reading with care would give a severity and what wordings say, and nothing else: lines
 * of klog behind which another one begins, where nothing is escaped, coloured or of HTML. They may stand behind a
 * timestamp of kubectl, or in a container's log file. Most lines of most logs are such; here each costs a look at its
 * header. Of a run the last two lines are left out, since what follows may begin in them.
 */
export function createKlogLines(exact: ExactLines, versions: Pick<VersionReader, 'open'>): KlogLines {
  const marks = createMarkFilter(versions);
  let chunk = '';
  let places = NOWHERE;
  /** The first anchor that may stand in the line that is looked at. */
  let place = 0;
  /** So many exact lines stand one behind the other, and that of the `index` starts at `at`. */
  let count = 0;
  let index = 0;
  let at = 0;

  /** Goes to the line that starts at a place: one of those that were read, or the first of others. */
  const goTo = (from: number): void => {
    for (; index < count && at < from; index++) at = exact.next(index);
    if (index < count && at === from) return;
    count = exact.read(from);
    index = 0;
    at = from;
  };

  /** The anchors in a line of the chunk; `undefined` if one is a word of a fact, which a reader looks for. */
  const placesIn = (from: number, to: number): readonly AnchorPlace[] | undefined => {
    while (place < places.length && (places[place]?.at ?? 0) < from) place++;
    if (place === places.length || (places[place]?.at ?? to) >= to) return NOWHERE;
    const own = places.slice(place, placesEnd(places, place, to)).filter((one) => one.to <= to);
    return own.some(({ wordings }) => wordings.length === 0) ? undefined : own;
  };

  const mayBeHtml = (line: number): boolean => {
    const entity = exact.entity(line);
    return entity >= 0 && isEntity(chunk, entity);
  };

  return {
    enter(text, anchors) {
      chunk = text;
      places = anchors;
      place = 0;
      count = 0;
      index = 0;
    },
    read(from) {
      goTo(from);
      marks.refresh();
      const ends: number[] = [];
      const telling: TellingLine[] = [];
      let longest = 0;
      for (; index < count; index++) {
        const end = exact.next(index);
        const own = placesIn(at, end - 1);
        if (!own || mayBeHtml(index)) break;
        const mayBeMark = marks.mayBeMark(exact.place(index));
        const severity = exact.severity(index);
        if (mayBeMark || own.length > 0 || severity !== 'info')
          telling.push({ index: ends.length, start: exact.start(index), severity, mayBeMark, places: own });
        ends.push(end);
        longest = Math.max(longest, end - 1 - at);
        at = end;
      }
      if (ends.length <= LOOK_BACK) return { source: '', ends: [], telling: [], longest: 0, to: at };
      ends.length -= LOOK_BACK;
      while ((telling.at(-1)?.index ?? 0) >= ends.length) telling.pop();
      return { source: exact.source(), ends, telling, longest, to: at };
    },
  };
}

function placesEnd(places: readonly AnchorPlace[], from: number, to: number): number {
  let end = from;
  while (end < places.length && (places[end]?.at ?? 0) < to) end++;
  return end;
}
