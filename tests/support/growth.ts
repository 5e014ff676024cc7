/**
 * How many times longer a task takes on an input eight times as large: about 8 if its cost is linear, 64 if it is
 * quadratic. The input grows from `size` on until the task takes long enough to be measured, and the fastest of
 * several runs counts, so that a busy machine does not decide.
 */
export function growth(
  task: (input: string) => unknown,
  makeInput: (size: number) => string,
  size: number,
): number {
  let small = timeOf(task, makeInput(size));
  while (small < MEASURABLE && size < LARGEST) {
    size *= 2;
    small = timeOf(task, makeInput(size));
  }
  return timeOf(task, makeInput(8 * size)) / Math.max(small, MEASURABLE);
}

/** In milliseconds: well above what a garbage collection takes. */
const MEASURABLE = 5;

/**
 * Larger inputs leave the caches of the machine, and a line of 8 Mi characters is read in pieces. What is not measurable
 * at this size cannot be quadratic: that would take minutes.
 */
const LARGEST = 500_000;

const RUNS = 5;

const timeOf = (task: (input: string) => unknown, input: string): number => fastest(() => task(input));

/** How long a task takes at best, in milliseconds. */
export function fastest(task: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    task();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Above linear cost with the garbage collections of a large heap, below quadratic cost. */
export const LINEAR = 36;
