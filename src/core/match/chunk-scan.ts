import type { VersionReader } from '../kube/index.ts';
import { type LogHeader, type ProgramLine, createExactLines, readKlogHeader } from '../log/index.ts';
import { type Run, createKlogLines } from './klog-lines.ts';
import type { Line } from '../text/index.ts';
import type { AnchorPlace, CompiledPack } from './compile.ts';
import type { FoundAnchors } from './hits.ts';

export interface ChunkScan {
  /** The chunk that the next lines are of, where it starts in the paste, and its bytes if they are ASCII. */
  enter(chunk: string, from: number, bytes?: Uint8Array): void;
  /** The header of a line of klog. */
  klogHeader(line: Line): LogHeader | undefined;
  /** The whole lines of klog from a place of the chunk on; `undefined` where its bytes are not known. */
  klogLines(from: number): Run | undefined;
  /** The anchors in a line; `undefined` if it does not stand in the chunk as it is. Lines are asked for in their order. */
  anchors(line: ProgramLine): FoundAnchors | undefined;
}

const NONE: readonly AnchorPlace[] = [];
const NOWHERE: FoundAnchors = { places: NONE, start: 0 };

/**
 * Reads what can be read in a whole chunk at once. V8 makes each line a view of its chunk, through which every character
 * costs several times as much as in the chunk itself, and most lines of a log hold nothing that is looked for.
 */
export function createChunkScan(pack: CompiledPack, versions: VersionReader): ChunkScan {
  let chunk = '';
  let start = 0;
  let places: readonly AnchorPlace[] = NONE;
  let next = 0;
  const exact = createExactLines();
  const klog = exact && createKlogLines(exact, versions);
  let hasBytes = false;

  return {
    enter(text, from, bytes) {
      chunk = text;
      start = from;
      places = pack.anchorsIn(text, bytes);
      next = 0;
      hasBytes = bytes !== undefined;
      if (!bytes) return;
      exact?.enter(bytes);
      klog?.enter(chunk, places);
    },
    klogLines: (from) => (hasBytes ? klog?.read(from) : undefined),
    klogHeader({ from, to, text }) {
      if (from < start || to > start + chunk.length) return readKlogHeader(text);
      return readKlogHeader(chunk, from - start, to - start);
    },
    anchors({ from: lineFrom, to: lineTo, text, origin, physical }) {
      const [piece] = origin ?? [];
      const isPlain = !origin || (origin.length === 1 && piece && piece.to - piece.from === text.length);
      const { from, to } = piece ?? { from: lineFrom, to: lineTo };
      if (!isPlain || physical !== 1 || from < start || to > start + chunk.length) return undefined;
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
