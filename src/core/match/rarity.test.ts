import { describe, expect, it } from 'vitest';
import { isStock, rarityOf } from './rarity.ts';

describe('the rarity of a text', () => {
  it('orders what only one program says before what any may say', () => {
    const texts = [
      'Unable to perform initial IP allocation check: ',
      '/healthz check failed: ',
      ': dial tcp: i/o timeout',
      ': error: ',
      ': ',
    ];
    const rarities = texts.map(rarityOf);
    expect(rarities).toEqual(rarities.toSorted((a, b) => b - a));
    expect(new Set(rarities).size).toBe(texts.length);
  });

  it('is nothing for nothing, and grows with what is added', () => {
    expect(rarityOf('')).toBe(0);
    expect(rarityOf('etcdserver: mvcc')).toBeGreaterThan(rarityOf('etcdserver'));
  });

  it('counts a number and a mark for hardly anything', () => {
    expect(rarityOf('0123456789')).toBeLessThan(rarityOf('quota'));
    expect(rarityOf('"}]: ({[')).toBeLessThan(rarityOf('quota'));
  });

  it.each([
    [true, ['failed to get response from server: connection refused']],
    [true, ['Error: ', ': context deadline exceeded']],
    [true, ['']],
    [false, ['failed to get quota']],
    [false, ['Error: ', ' mvcc: ']],
  ])('knows as stock (%s) %j', (expected, texts) => {
    expect(isStock(texts)).toBe(expected);
  });
});
