import { type Random } from '../bench/random.ts';

/** One question and how far down the right answer stood. */
export interface Outcome {
  /** What is resampled together: the runbook that should have come, or the file of unrelated pastes. */
  readonly group: string;
  /** The part of the set, for a table by class. */
  readonly kind: string;
  /** 1 for the first answer, 0 where the right one was not among them. */
  readonly rank: number;
}

export interface Rates {
  readonly count: number;
  readonly first: number;
  readonly third: number;
  /** Mean reciprocal rank. */
  readonly mrr: number;
}

export function rates(outcomes: readonly Outcome[]): Rates {
  const mean = (value: (rank: number) => number): number =>
    outcomes.reduce((sum, { rank }) => sum + value(rank), 0) / Math.max(1, outcomes.length);
  return {
    count: outcomes.length,
    first: mean((rank) => Number(rank === 1)),
    third: mean((rank) => Number(rank >= 1 && rank <= 3)),
    mrr: mean((rank) => (rank > 0 ? 1 / rank : 0)),
  };
}

const ROUNDS = 1_000;

/**
 * Where a rate lies with 95 % confidence. Groups are drawn with replacement, not single outcomes: forty mutations of
 * one log are one piece of evidence, not forty.
 */
export function interval(outcomes: readonly Outcome[], random: Random): readonly [number, number] {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group).values()];
  const drawn = Array.from({ length: ROUNDS }, () => {
    const sample = groups.flatMap(() => groups[random(groups.length)] ?? []);
    return rates(sample).first;
  }).sort((a, b) => a - b);
  return [drawn[Math.floor(ROUNDS * 0.025)] ?? 0, drawn[Math.floor(ROUNDS * 0.975)] ?? 0];
}

/** The highest rate that so many hits in so many tries do not rule out, with 95 % confidence: 3/n for none. */
export const upperBound = (hits: number, tries: number): number =>
  hits === 0 ? 3 / tries : (hits + 1.96 * Math.sqrt(hits) + 2) / tries;
