/** One term of a query with the records that have it. */
export interface TermHits {
  readonly term: string;
  readonly records: readonly { readonly id: string; readonly score: number }[];
}

export interface RankedRecord {
  readonly id: string;
  readonly score: number;
  /** How much of the query, weighed by rarity, the record has: 0 to 1. */
  readonly coverage: number;
}

/**
 * Orders records by the rarest words that they share with the query. No word is demanded: a pasted line always holds
 * some that no page has. Deterministic: equal scores are ordered by id.
 *
 * @param total how many records there are
 */
export function rankRecords(terms: readonly TermHits[], total: number): RankedRecord[] {
  const weights = terms.map(({ records }) => Math.log(1 + total / (1 + records.length)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Map<string, { score: number; weight: number }>();
  terms.forEach(({ records }, index) => {
    const weight = weights[index] ?? 0;
    const highest = Math.max(...records.map(({ score }) => score), Number.MIN_VALUE);
    for (const { id, score } of records) {
      const before = found.get(id) ?? { score: 0, weight: 0 };
      found.set(id, {
        score: before.score + weight * (0.7 + 0.3 * (score / highest)),
        weight: before.weight + weight,
      });
    }
  });
  return [...found]
    .map(([id, { score, weight }]) => ({ id, score, coverage: all === 0 ? 0 : weight / all }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
