import { HOUR, MINUTE } from './calendar.ts';

export interface Zones {
  /** A line of the source showed a time that is so far (in microseconds) ahead of the UTC stamp beside it. */
  learn(source: string, ahead: number): void;
  /** Minutes east of UTC. */
  of(source: string): number | undefined;
  all(): ReadonlyMap<string, number>;
}

/** Zones differ by quarters of an hour; a line reaches whatever stamps it within this time, or tells nothing. */
const QUARTER = 15 * MINUTE;
const LAG = 5 * MINUTE;
/** From UTC-12 to UTC+14. */
const WEST = -12 * HOUR;
const EAST = 14 * HOUR;

const MAX_SOURCES = 1000;

/** The zones of clocks that do not name theirs: klog prints the local time of its process. */
export function createZones(): Zones {
  const zones = new Map<string, number>();
  return {
    learn(source, ahead) {
      const rounded = Math.round(ahead / QUARTER) * QUARTER;
      if (Math.abs(ahead - rounded) > LAG || rounded < WEST || rounded > EAST) return;
      if (zones.has(source) || zones.size < MAX_SOURCES) zones.set(source, rounded / MINUTE);
    },
    of: (source) => zones.get(source),
    all: () => zones,
  };
}
