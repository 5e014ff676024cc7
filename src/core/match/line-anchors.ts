import type { AnchorPlace, CompiledPack } from './compile.ts';
import type { FoundAnchors } from './hits.ts';

/** Where anchors stand in the lines of a text that comes in chunks, so that each part of it is looked through once. */
export interface LineAnchors {
  /** The next chunk, where it starts in the text, and its bytes if they are ASCII: gives the anchors that stand wholly in it. */
  enter(chunk: string, from: number, bytes?: Uint8Array): readonly AnchorPlace[];
  /**
   * The anchors that stand wholly in `[from, to)` of the text; `undefined` if some of it came before the line that was
   * open where the chunk starts, or is to come. Places are asked for in ascending order.
   */
  within(from: number, to: number): FoundAnchors | undefined;
}

const NONE: readonly AnchorPlace[] = [];
const NOWHERE: FoundAnchors = { places: NONE, start: 0 };

export function createLineAnchors({ anchorsIn, longestAnchor }: CompiledPack): LineAnchors {
  /** An anchor may begin so far in front of where a chunk starts. */
  const reach = longestAnchor - 1;
  let chunk = '';
  let start = 0;
  let places = NONE;
  let next = 0;
  /** Where the line starts that was open when the chunk came, its anchors until there, and its last characters. */
  let lineStart = 0;
  let carried: AnchorPlace[] = [];
  let tail = '';

  /** Keeps of the chunk that ends what belongs to the line that it leaves open. */
  const carry = (): void => {
    const open = chunk.lastIndexOf('\n') + 1;
    if (open > 0) {
      lineStart = start + open;
      carried = [];
      tail = '';
    }
    for (const place of places) if (place.at >= open) carried.push(shifted(place, start));
    tail = reach > 0 ? (tail + chunk.slice(Math.max(open, chunk.length - reach))).slice(-reach) : '';
  };

  const acrossStart = (): AnchorPlace[] => {
    if (tail === '') return [];
    return anchorsIn(tail + chunk.slice(0, reach))
      .filter(({ at, to }) => at < tail.length && to > tail.length)
      .map((place) => shifted(place, start - tail.length));
  };

  return {
    enter(text, from, bytes) {
      carry();
      chunk = text;
      start = from;
      places = anchorsIn(text, bytes);
      next = 0;
      for (const place of acrossStart()) carried.push(place);
      return places;
    },
    within(from, to) {
      if (from < lineStart || to > start + chunk.length) return undefined;
      if (from < start) {
        carried = carried.filter(({ at }) => at >= from);
        const all = carried.filter((place) => place.to <= to);
        for (const place of places) if (place.to <= to - start) all.push(shifted(place, start));
        return { places: all, start: from };
      }
      while (next > 0 && (places[next - 1]?.at ?? 0) >= from - start) next--;
      while (next < places.length && (places[next]?.at ?? 0) < from - start) next++;
      let end = next;
      while (end < places.length && (places[end]?.at ?? 0) < to - start) end++;
      if (end === next) return NOWHERE;
      return {
        places: places.slice(next, end).filter((place) => place.to <= to - start),
        start: from - start,
      };
    },
  };
}

const shifted = ({ at, to, wordings }: AnchorPlace, by: number): AnchorPlace => ({
  at: at + by,
  to: to + by,
  wordings,
});
