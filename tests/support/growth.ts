/**
 * How many times longer a task takes on an input eight times as large: about 8 if its cost is linear, 64 if it is
 * quadratic. The input grows from `size` on until the task takes long enough to be measured, and the fastest of
 * several runs counts; where that looks worse than linear, both are measured on. A machine that is busy with other things
 * makes runs longer, never shorter: what is quadratic stays so however often it is measured.
 */
export function growth(
  task: (input: string) => unknown,
  makeInput: (size: number) => string,
  size: number,
): number {
  let input = makeInput(size);
  let small = timeOf(task, input);
  while (small < MEASURABLE && size < LARGEST) {
    size *= 2;
    input = makeInput(size);
    small = timeOf(task, input);
  }
  const largeInput = makeInput(8 * size);
  let large = timeOf(task, largeInput);
  const ratio = (): number => large / Math.max(small, MEASURABLE);
  for (let again = 0; again < AGAIN && ratio() >= LINEAR; again++) {
    small = Math.min(small, timeOf(task, input));
    large = Math.min(large, timeOf(task, largeInput));
  }
  return ratio();
}

/** In milliseconds: well above what a garbage collection takes. */
const MEASURABLE = 5;

/**
 * Larger inputs leave the caches of the machine, and a line of 8 Mi characters is read in pieces. What is not measurable
 * at this size cannot be quadratic: that would take minutes.
 */
const LARGEST = 500_000;

const RUNS = 5;
const AGAIN = 5;

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
