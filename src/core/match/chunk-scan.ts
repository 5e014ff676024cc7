import type { VersionReader } from '../kube/index.ts';
import { type ExactLines, type LogHeader, createExactLines, readKlogHeader } from '../log/index.ts';
import { type KlogLines, type Run, createKlogLines } from './klog-lines.ts';
import type { Line } from '../text/index.ts';
import type { CompiledPack } from './compile.ts';
import type { FoundAnchors } from './hits.ts';
import { createLineAnchors } from './line-anchors.ts';

export interface ChunkScan {
  /** The chunk that the next lines are of, where it starts in the paste, and its bytes if they are ASCII. */
  enter(chunk: string, from: number, bytes?: Uint8Array): void;
  /** The header of a line of klog. */
  klogHeader(line: Line): LogHeader | undefined;
  /** The whole lines of klog from a place of the chunk on; `undefined` where they cannot be told cheaply. */
  klogLines(from: number): Run | undefined;
  /** The anchors in a line; `undefined` if it does not stand in the text as it is. Lines are asked for in their order. */
  anchors(line: Line): FoundAnchors | undefined;
}

/** A judge is made for a single line at times: what reads many at once is worth its start in longer chunks only. */
const LONG = 512;

/**
 * Reads what can be read in a whole chunk at once. V8 makes each line a view of its chunk, through which every character
 * costs several times as much as in the chunk itself, and most lines of a log hold nothing that is looked for.
 */
export function createChunkScan(pack: CompiledPack, versions: VersionReader): ChunkScan {
  let chunk = '';
  let start = 0;
  const anchors = createLineAnchors(pack);
  let exact: ExactLines | undefined;
  let klog: KlogLines | undefined;
  let isLong = false;

  return {
    enter(text, from, bytes) {
      chunk = text;
      start = from;
      const places = anchors.enter(text, from, bytes);
      isLong = text.length >= LONG;
      if (!isLong) return;
      exact ??= createExactLines();
      klog ??= exact && createKlogLines(exact, versions);
      exact?.enter(bytes ?? text);
      klog?.enter(chunk, places);
    },
    klogLines: (from) => (isLong ? klog?.read(from) : undefined),
    klogHeader({ from, to, text }) {
      if (from < start || to > start + chunk.length) return readKlogHeader(text);
      return readKlogHeader(chunk, from - start, to - start);
    },
    anchors({ from, to, text, origin, physical = 1 }) {
      const [piece] = origin ?? [];
      const isPlain = !origin || (origin.length === 1 && piece && piece.to - piece.from === text.length);
      if (!isPlain || physical !== 1) return undefined;
      return anchors.within(piece?.from ?? from, piece?.to ?? to);
    },
  };
}
