import type { PlayEvent, Recording } from './job.ts';

/** A wait that is longer is shortened to this, if the reader wants no waits. In microseconds, as every time here. */
export const IDLE_CAP = 2_000_000;

/** How many events lie at or before a time. */
export function eventsUntil(events: readonly PlayEvent[], position: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where a recording is after some more time of playing. With a cap, a wait that has lasted as long ends: the clock jumps to what comes
 * next, so that it always shows recorded time.
 */
export function advance(
  { events, duration }: Pick<Recording, 'events' | 'duration'>,
  position: number,
  elapsed: number,
  cap: number | undefined,
): number {
  const to = Math.min(position + elapsed, duration);
  if (cap === undefined) return to;
  const next = eventsUntil(events, position);
  const before = events[next - 1]?.at ?? 0;
  const after = events[next]?.at ?? duration;
  return after - before > cap && to >= before + cap && to < after ? after : to;
}

/**
 * Where a reader who steps stops: before each marker but the first, with all of a step on the screen, and at the end. Without markers,
 * before each wait of a second or more.
 */
export function stopsOf({
  events,
  marks,
  duration,
}: Pick<Recording, 'events' | 'marks' | 'duration'>): readonly number[] {
  const stops =
    marks.length > 0
      ? marks.slice(1).map(({ at }) => at - 1)
      : events.flatMap(({ at }, index) =>
          (events[index + 1]?.at ?? duration) - at >= LONG_WAIT ? [at] : [],
        );
  return [...new Set([...stops, duration])].filter((at) => at > 0).sort((a, b) => a - b);
}

const LONG_WAIT = 1_000_000;

/** The stop after a time, or before it. */
export const nextStop = (stops: readonly number[], position: number): number =>
  stops.find((at) => at > position) ?? stops.at(-1) ?? 0;

export const previousStop = (stops: readonly number[], position: number): number =>
  stops.findLast((at) => at < position) ?? 0;

/** `1:05.3`. */
export function clockText(micros: number): string {
  const tenths = Math.floor(micros / 100_000);
  const seconds = Math.floor(tenths / 10);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${tenths % 10}`;
}
