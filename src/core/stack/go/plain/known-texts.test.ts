import { describe, expect, it } from 'vitest';
import { createKnownTexts } from './known-texts.ts';

describe('a text that was seen before', () => {
  it('is known wherever it stands', () => {
    const texts = createKnownTexts<number>();
    expect(texts.set(' [select]:', 7)).toBe(7);
    expect(texts.get('goroutine 1 [select]:', 11, 21)).toBe(7);
    expect(texts.get(' [select]:', 0, 10)).toBe(7);
  });

  it('is not known by a part of it, or by another one', () => {
    const texts = createKnownTexts<number>();
    texts.set('select', 7);
    expect(texts.get('selects', 0, 7)).toBeUndefined();
    expect(texts.get('select', 0, 5)).toBeUndefined();
    expect(texts.get('sElect', 0, 6)).toBeUndefined();
  });

  it('is told from another one with the same hash', () => {
    const texts = createKnownTexts<number>();
    // 31 × 'a' + 'b' = 31 × 'b' + 'C'
    texts.set('ab', 1);
    expect(texts.get('bC', 0, 2)).toBeUndefined();
    texts.set('bC', 2);
    expect(texts.get('bC', 0, 2)).toBe(2);
  });

  it('is forgotten when there are too many', () => {
    const texts = createKnownTexts<number>();
    for (let index = 0; index <= 20_000; index++) texts.set(`text ${String(index)}`, index);
    expect(texts.get('text 1', 0, 6)).toBeUndefined();
    expect(texts.get('text 20000', 0, 10)).toBe(20_000);
  });
});
