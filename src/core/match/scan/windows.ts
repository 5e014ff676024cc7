/** Told of each place where a needle stands. Places of one needle come in ascending order. */
export type Found = (needle: number, at: number) => void;

const BITS = 18;

/** So many values has {@link blockOf}. */
const BLOCKS = 1 << BITS;

/** Three characters as an index, six bits of each: few that logs are made of share an index. */
const blockOf = (text: Uint8Array, at: number): number =>
  ((text[at] ?? 0) & 0x3f) | (((text[at + 1] ?? 0) & 0x3f) << 6) | (((text[at + 2] ?? 0) & 0x3f) << 12);

/** How often a character stands in logs, roughly: 0 rare to 3 common. A window that ends in rare ones is seldom hit. */
const commonness = (code: number): number => COMMONNESS[code] ?? 0;

const COMMONNESS: Uint8Array = new Uint8Array(128);
for (const [level, characters] of [
  '',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789cdupmfg./-:="',
  ' eatinorsl',
].entries())
  for (const character of characters) COMMONNESS[character.charCodeAt(0)] = level;

/** A literal with the part of it that is looked for. */
export interface Window {
  readonly needle: number;
  /** Where in the needle the window starts. */
  readonly offset: number;
}

/**
 * For each needle the window of `width` characters by which it is found: the one whose last three characters are
 * the least common, in logs and among the needles, since all messages begin with `failed to`.
 * Needles must be at least `width` long; each is given as one byte a character.
 */
export function chooseWindows(needles: readonly Uint8Array[], width: number): Window[] {
  /** By block: in how many needles it stands, and which of them was the latest. */
  const shared = new Uint32Array(BLOCKS);
  const latest = new Int32Array(BLOCKS);
  needles.forEach((text, needle) => {
    for (let at = 0; at + 3 <= text.length; at++) {
      const block = blockOf(text, at);
      if (latest[block] === needle + 1) continue;
      latest[block] = needle + 1;
      shared[block] = (shared[block] ?? 0) + 1;
    }
  });
  const costs: number[] = [];
  return needles.map((text, needle) => {
    for (let at = 0; at + 3 <= text.length; at++) {
      const users = Math.log2(shared[blockOf(text, at)] ?? 1);
      const [a = 0, b = 0, c = 0] = [text[at], text[at + 1], text[at + 2]];
      costs[at] = commonness(a) + commonness(b) + commonness(c) + users * 2;
    }
    return { needle, offset: cheapest(costs, width - 2, text.length - width) };
  });
}

/**
 * Which of the first places, up to `last`, begins the cheapest run of so many costs. Those behind count for more, since a
 * look begins there: the first four times, each further one once more.
 */
function cheapest(costs: readonly number[], count: number, last: number): number {
  let sum = 0;
  let weighed = 0;
  for (let at = 0; at < count; at++) {
    sum += costs[at] ?? 0;
    weighed += (costs[at] ?? 0) * (at + 4);
  }
  let best = { at: 0, weighed };
  for (let at = 1; at <= last; at++) {
    const first = costs[at - 1] ?? 0;
    const next = costs[at + count - 1] ?? 0;
    weighed += next * (count + 3) - 3 * first - sum;
    sum += next - first;
    if (weighed < best.weighed) best = { at, weighed };
  }
  return best.at;
}

/** The needles by the widest window that they have room for. */
export function splitByWidth(
  needles: readonly string[],
  widths: readonly number[],
): { width: number; own: readonly number[] }[] {
  return widths
    .map((width, index) => {
      const longest = widths[index - 1] ?? Infinity;
      const fits = ({ length }: string): boolean => length >= width && length < longest;
      return { width, own: needles.flatMap((text, needle) => (fits(text) ? [needle] : [])) };
    })
    .filter(({ own }) => own.length > 0);
}

/** So few needles are found in one pass, however narrow its window: a pass as narrow as the shortest is made anyhow. */
const FEW = 256;

/** Which of the widths, widest first, serve the needles. Needles for which the narrowest is too wide are left aside. */
export function widthsFor(needles: readonly string[], widths: readonly number[]): readonly number[] {
  const [widest = 0] = widths;
  const narrowest = widths.at(-1) ?? 0;
  const lengths = needles.map(({ length }) => length).filter((length) => length >= narrowest);
  const shortest = lengths.reduce((least, length) => Math.min(least, length), widest);
  return lengths.length <= FEW ? [shortest] : widths;
}
