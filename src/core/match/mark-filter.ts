import type { VersionReader } from '../kube/index.ts';
import { placeHash } from '../log/index.ts';

const BITS = 16;

/** A cheap look at a source line, by the hash of its place: it says yes to all that may be marks of a version, and seldom to others. */
export interface MarkFilter {
  /** Learns which marks have not said all that they can. */
  refresh(): void;
  mayBeMark(place: number): boolean;
}

export function createMarkFilter(versions: Pick<VersionReader, 'open'>): MarkFilter {
  const bits = new Uint8Array(1 << (BITS - 3));
  let known: ReturnType<VersionReader['open']> | undefined;
  return {
    refresh() {
      const open = versions.open();
      if (open === known) return;
      known = open;
      bits.fill(0);
      for (const [line, names] of open)
        for (const name of names) {
          const bit = placeHash(name, line) >>> (32 - BITS);
          bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
        }
    },
    mayBeMark(place) {
      const bit = place >>> (32 - BITS);
      return (((bits[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
    },
  };
}
