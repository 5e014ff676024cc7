import { describe, expect, it } from 'vitest';
import { createOpenRecords } from './open-records.ts';
import type { OpenRecord } from './waiting-lines.ts';

const recordFrom = (from: number): OpenRecord => ({ verdict: { verdict: 'info' }, open: true, from });

describe('open records', () => {
  it('are one for each source: a new one closes that before it', () => {
    const records = createOpenRecords();
    const [first, second, other] = [recordFrom(0), recordFrom(10), recordFrom(20)];
    records.open('a', first);
    records.open('b', other);
    records.open('a', second);
    expect([first.open, second.open, other.open]).toEqual([false, true, true]);
    expect(records.get('a')).toBe(second);
    records.close('a');
    expect(second.open).toBe(false);
    expect(records.get('a')).toBeUndefined();
  });

  it('are of 64 sources: that which began first is closed for another', () => {
    const records = createOpenRecords();
    const all = Array.from({ length: 64 }, (_, index) => recordFrom(index));
    all.forEach((record, index) => records.open(`pod-${index}`, record));
    const anew = recordFrom(100);
    records.open('pod-0', anew);
    records.open('one-more', recordFrom(101));
    expect(all.map(({ open }) => open)).toEqual([false, false, ...Array.from({ length: 62 }, () => true)]);
    expect(records.get('pod-0')).toBe(anew);
    expect(records.get('pod-1')).toBeUndefined();
  });
});
