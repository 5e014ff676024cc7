/** One term of a query with the records that have it. */
export interface TermHits {
  /** In how many of all records the term stands. */
  readonly frequency: number;
  readonly records: readonly { readonly id: string; readonly score: number }[];
}

export interface RankedRecord {
  readonly id: string;
  readonly score: number;
}

/** How much a term says: the rarer, the more. */
export const termWeight = (frequency: number, total: number): number => Math.log(1 + total / (1 + frequency));

/**
 * The terms of a query that are worth asking for: known ones, the rarest first, at most `most` of them. `coverage` is
 * how much of the query is known at all, weighed by rarity: 0 to 1.
 */
export function rarestTerms(
  terms: readonly string[],
  frequencies: ReadonlyMap<string, number>,
  total: number,
  most: number,
): { readonly terms: readonly string[]; readonly coverage: number } {
  const distinct = [...new Set(terms)];
  const known = distinct.filter((term) => frequencies.has(term));
  const weight = (term: string): number => termWeight(frequencies.get(term) ?? 0, total);
  const sum = (some: readonly string[]): number => some.reduce((all, term) => all + weight(term), 0);
  const sorted = known.toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  return {
    terms: sorted.slice(0, most),
    coverage: distinct.length === 0 ? 0 : sum(known) / sum(distinct),
  };
}

/**
 * Orders records by the rarest words that they share with the query. No word is demanded: a pasted line always holds
 * some that no page has. Deterministic: equal scores are ordered by id.
 *
 * @param total how many records there are
 */
export function rankRecords(terms: readonly TermHits[], total: number): RankedRecord[] {
  const scores = new Map<string, number>();
  for (const { frequency, records } of terms) {
    const weight = termWeight(frequency, total);
    const highest = Math.max(...records.map(({ score }) => score), Number.MIN_VALUE);
    for (const { id, score } of records) {
      scores.set(id, (scores.get(id) ?? 0) + weight * (0.7 + 0.3 * (score / highest)));
    }
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
