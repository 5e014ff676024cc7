/** Numbers from 0 up to and without `below`. */
export type Random = (below: number) => number;

/** The same numbers every time: a [linear congruential generator](https://en.wikipedia.org/wiki/Linear_congruential_generator). */
export function createRandom(start: number): Random {
  let state = start;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T;
