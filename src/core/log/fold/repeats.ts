/** Lines that repeat: `period` lines from `from` on, `times` times; a line for itself has period and times 1. */
export interface Repeat {
  /** 1-based numbers of the first and the last line. */
  readonly from: number;
  readonly to: number;
  readonly period: number;
  readonly times: number;
}

export interface RepeatFolder {
  /**
   * The next line and what it is like: equal keys are equal lines (its message with the variables masked). Gives the
   * repeats that are complete by now.
   */
  push(line: number, key: string): Repeat[];
  end(): Repeat[];
}

/** A loop of more lines than this is not seen as one. */
const MAX_PERIOD = 8;
/** A line alone is a repeat from the third time on, so that `a a b a a b` can be seen as a loop of three. */
const MIN_SINGLE = 3;

interface Keyed {
  readonly line: number;
  readonly key: string;
}

/**
 * Folds lines that repeat, one by one or as a loop of up to eight:
 *
 *     > a b c a b c a b c x      3 lines, 3 times; then x
 *
 * Every line is in exactly one repeat, in order. The shortest loop that fits first is taken. It keeps 16 lines.
 */
export function createRepeatFolder(): RepeatFolder {
  /** Lines not told yet: outside of a loop at most twice the longest period, inside one its last `period` lines. */
  let open: Keyed[] = [];
  let loop: { from: number; to: number; period: number; times: number; matched: number } | undefined;

  const single = ({ line }: Keyed): Repeat => ({ from: line, to: line, period: 1, times: 1 });

  const findLoop = (): number | undefined => {
    for (let period = 1; period <= MAX_PERIOD; period++) {
      const needed = period === 1 ? MIN_SINGLE : 2 * period;
      if (open.length < needed) return undefined;
      if (repeats(open, needed, period)) return period;
    }
    return undefined;
  };

  const closeLoop = (): Repeat[] => {
    if (!loop) return [];
    const { matched, ...told } = loop;
    // The beginning of a further turn is no turn: it is looked at again.
    open = open.slice(open.length - matched);
    loop = undefined;
    return [told];
  };

  const search = (): Repeat[] => {
    const period = findLoop();
    if (period === undefined) return open.length > 2 * MAX_PERIOD - 1 ? open.splice(0, 1).map(single) : [];
    const length = period === 1 ? MIN_SINGLE : 2 * period;
    const before = open.splice(0, open.length - length).map(single);
    const [first, last] = [open[0], open.at(-1)];
    loop = { from: first?.line ?? 0, to: last?.line ?? 0, period, times: length / period, matched: 0 };
    open = open.slice(-period);
    return before;
  };

  const add = (next: Keyed): Repeat[] => {
    if (loop && open[open.length - loop.period]?.key === next.key) {
      open.push(next);
      loop.matched++;
      if (loop.matched === loop.period) {
        loop.times++;
        loop.to = next.line;
        loop.matched = 0;
        open = open.slice(-loop.period);
      }
      return [];
    }
    const told = closeLoop();
    open.push(next);
    return [...told, ...search()];
  };

  return {
    push: (line, key) => add({ line, key }),
    end() {
      const told = [...closeLoop(), ...open.map(single)];
      open = [];
      return told;
    },
  };
}

/** Whether the last `length` lines are turns of `period` lines. */
function repeats(lines: readonly Keyed[], length: number, period: number): boolean {
  for (let at = lines.length - length + period; at < lines.length; at++) {
    if (lines[at]?.key !== lines[at - period]?.key) return false;
  }
  return true;
}
