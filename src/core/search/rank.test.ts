import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TermHits, rankRecords, rarestTerms, termWeight } from './rank.ts';

const term = (frequency: number, ...ids: string[]): TermHits => ({
  frequency,
  records: ids.map((id) => ({ id, score: 1 })),
});
const order = (terms: readonly TermHits[], total = 100): string[] =>
  rankRecords(terms, total).map(({ id }) => id);

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const hits = fc.record({
  frequency: fc.nat(100),
  records: fc.uniqueArray(fc.record({ id: ids, score: fc.double({ min: 0, max: 10, noNaN: true }) }), {
    selector: ({ id }) => id,
  }),
});

describe('records found by a query', () => {
  it('are led by the one that shares its rarest word', () => {
    expect(order([term(90, 'common'), term(2, 'rare')])).toEqual(['rare', 'common']);
  });

  it('are led by the one that shares more words, all equally rare', () => {
    expect(order([term(5, 'one', 'both'), term(5, 'both')])).toEqual(['both', 'one']);
  });

  it('need not have every word', () => {
    expect(order([term(0), term(3, 'a')])).toEqual(['a']);
  });

  it('are led by the better of two that share the same word', () => {
    const records = [
      { id: 'worse', score: 0.1 },
      { id: 'better', score: 2 },
    ];
    expect(order([{ frequency: 2, records }])).toEqual(['better', 'worse']);
  });

  it('gain more by a second word than by the best score for one', () => {
    const one = {
      frequency: 5,
      records: [
        { id: 'one', score: 9 },
        { id: 'both', score: 0.1 },
      ],
    };
    expect(order([one, term(5, 'both')])).toEqual(['both', 'one']);
  });

  it('with equal scores stand in the order of their ids, whoever found them first', () => {
    expect(order([term(5, 'b', 'a', 'c')])).toEqual(['a', 'b', 'c']);
  });

  it('do not depend on the order of the words of the query', () => {
    fc.assert(
      fc.property(fc.array(hits, { maxLength: 5 }), (terms) => {
        const forward = new Map(rankRecords(terms, 100).map(({ id, score }) => [id, score]));
        for (const { id, score } of rankRecords(terms.toReversed(), 100)) {
          expect(score).toBeCloseTo(forward.get(id) ?? Number.NaN);
        }
      }),
    );
  });

  it('are each of them listed once, best first', () => {
    fc.assert(
      fc.property(fc.array(hits, { maxLength: 5 }), (terms) => {
        const ranked = rankRecords(terms, 100);
        const found = new Set(terms.flatMap(({ records }) => records.map(({ id }) => id)));
        expect(new Set(ranked.map(({ id }) => id))).toEqual(found);
        expect(ranked).toHaveLength(found.size);
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are none for a query without words', () => {
    expect(order([])).toEqual([]);
  });
});

describe('the words of a query', () => {
  const frequencies = new Map([
    ['rare', 1],
    ['some', 20],
    ['common', 90],
  ]);

  it('are asked for from the rarest on, unknown and repeated ones left out', () => {
    const { terms } = rarestTerms(['common', 'rare', 'unknown', 'some', 'rare'], frequencies, 100, 2);
    expect(terms).toEqual(['rare', 'some']);
  });

  it('cover all of a query whose words are known, and nothing of one whose words are not', () => {
    expect(rarestTerms(['rare', 'common'], frequencies, 100, 1).coverage).toBe(1);
    expect(rarestTerms(['unknown'], frequencies, 100, 9)).toEqual({ terms: [], coverage: 0 });
    expect(rarestTerms([], frequencies, 100, 9)).toEqual({ terms: [], coverage: 0 });
  });

  it('that are unknown weigh more than common ones', () => {
    const { coverage } = rarestTerms(['common', 'unknown'], frequencies, 100, 9);
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(0.5);
  });

  it('weigh the more the rarer they are', () => {
    const weights = [0, 1, 10, 100].map((frequency) => termWeight(frequency, 100));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(4);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });
});
