import type { StackKey } from './stack-pattern.ts';

/** Where the keys stand: for each key the index of its frame, `undefined` where it has none. */
export type Alignment = readonly (number | undefined)[];

/** The keys that stand for one frame: see `frameKeys`. */
export type FrameKeys = readonly string[];

const fits = (keys: FrameKeys | undefined, { key }: StackKey): boolean => keys?.includes(key) ?? false;

/**
 * All keys in their order, each run of neighbours at its first place behind the one before. What is found first leaves
 * most to what follows, so nothing is tried twice: frames × keys at most.
 */
export function alignExactly(keys: readonly StackKey[], frames: readonly FrameKeys[]): Alignment | undefined {
  const places: number[] = [];
  let from = 0;
  for (let first = 0; first < keys.length;) {
    let end = first + 1;
    while (end < keys.length && !keys[end]?.afterGap) end++;
    const run = keys.slice(first, end);
    let at = from;
    while (at + run.length <= frames.length && !run.every((key, index) => fits(frames[at + index], key)))
      at++;
    if (at + run.length > frames.length) return undefined;
    run.forEach((_, index) => places.push(at + index));
    from = at + run.length;
    first = end;
  }
  return places;
}

/** The keys of most weight that stand there in order, whatever stands between: a table of frames × keys. */
export function alignLoosely(
  keys: readonly StackKey[],
  frames: readonly FrameKeys[],
  weightOf: (key: StackKey) => number,
): Alignment {
  const width = frames.length + 1;
  /** The most weight that keys from `row` on find in frames from `column` on. */
  const best = new Float64Array((keys.length + 1) * width);
  const value = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = keys.length - 1; row >= 0; row--) {
    const key = keys[row];
    if (!key) continue;
    const weight = weightOf(key);
    for (let column = frames.length - 1; column >= 0; column--) {
      const without = Math.max(value(row + 1, column), value(row, column + 1));
      const taken = fits(frames[column], key) ? weight + value(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(without, taken);
    }
  }
  const places: (number | undefined)[] = [];
  let column = 0;
  for (const [row, key] of keys.entries()) {
    const isTaken = (at: number): boolean =>
      fits(frames[at], key) && value(row, at) === weightOf(key) + value(row + 1, at + 1);
    while (column < frames.length && !isTaken(column) && value(row, column) !== value(row + 1, column))
      column++;
    places.push(column < frames.length && isTaken(column) ? column++ : undefined);
  }
  return places;
}
