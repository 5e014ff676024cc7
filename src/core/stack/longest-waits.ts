import type { Frame, Goroutine } from './frame.ts';
import { tellingFrame } from './libraries.ts';

/** A goroutine that has waited for a minute or more. */
export interface Wait {
  readonly id?: number;
  readonly minutes: number;
  readonly state: string;
  /** The frame that says most about what it waits for. */
  readonly frame?: Frame;
}

/** As many are kept. */
const MAX_WAITS = 20;

/** The goroutines that have waited longest, oldest first; of equal ones those with the lower id. */
export function createLongestWaits(): { push(goroutine: Goroutine): void; list(): readonly Wait[] } {
  const waits: Wait[] = [];
  return {
    push(goroutine) {
      const { id, minutes, state } = goroutine;
      if (minutes === undefined) return;
      const last = waits.at(-1);
      if (waits.length >= MAX_WAITS && last && !isOlder(minutes, id, last)) return;
      const frame = tellingFrame(goroutine.frames);
      const place = waits.findIndex((other) => isOlder(minutes, id, other));
      const wait = { ...(id === undefined ? {} : { id }), minutes, state, ...(frame ? { frame } : {}) };
      waits.splice(place < 0 ? waits.length : place, 0, wait);
      if (waits.length > MAX_WAITS) waits.pop();
    },
    list: () => waits,
  };
}

const isOlder = (minutes: number, id = Infinity, than: Wait): boolean =>
  minutes > than.minutes || (minutes === than.minutes && id < (than.id ?? Infinity));
