import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRI } from './cri.ts';
import { plainPrefixEnd, plainPrefixSource } from './plain-prefix.ts';
import { TIMESTAMP } from './timestamp.ts';

const KLOG = 'I1121 08:18:33.966321       1 main.go:23] a line';

/** What stands behind the prefix, and whose it is. */
function look(line: string, from = 0): { source: string; text: string } | undefined {
  const end = plainPrefixEnd(new TextEncoder().encode(line), from);
  return end < 0 ? undefined : { source: plainPrefixSource(line, from, end), text: line.slice(end) };
}

describe('a cheap look at what stands in front of a line', () => {
  it.each([
    ['a timestamp of kubectl', '2026-11-21T08:18:33.966400123Z ', ''],
    ['the same of another zone', '2026-11-21T08:18:33.966400123-03:30 ', ''],
    ['what containerd writes', '2026-11-21T08:18:33.966400123+01:00 stderr F ', 'stderr'],
    ['what CRI-O writes', '2026-11-21T08:18:33.966400123Z stdout F ', 'stdout'],
  ])('sees %s', (_, prefix, source) => {
    expect(look(prefix + KLOG)).toEqual({ source, text: KLOG });
    expect(look(`before ${prefix}${KLOG}`, 7)).toEqual({ source, text: KLOG });
  });

  it.each([
    ['a part of a line', '2026-11-21T08:18:33.966400123Z stdout P '],
    ['further tags', '2026-11-21T08:18:33.966400123Z stdout F:x '],
    ['seven digits', '2026-11-21T08:18:33.9664001Z '],
    ['no zone', '2026-11-21T08:18:33.966400123 '],
    ['a month too many', '2026-13-21T08:18:33.966400123Z '],
    ['a blank too many', '2026-11-21T08:18:33.966400123Z  stdout F '],
    ['klog at once', ''],
  ])('sees nothing in %s', (_, prefix) => {
    const seen = look(prefix + KLOG);
    expect(seen?.text).not.toBe(KLOG);
  });

  it('never sees another line than the wrappers do', () => {
    const parts = [
      '2026-11-21',
      'T',
      ' ',
      '08:18:33',
      '99:99:99',
      '.966400123',
      '.9',
      'Z',
      '+01:00',
      'stdout',
      'stderr',
      'F',
      'P',
      KLOG,
    ];
    const near = fc.tuple(
      fc.constantFrom(
        '2026-11-21T08:18:33',
        '2026-11-31T23:59:60',
        '2026-00-21T08:18:33',
        '2026-11-21 08:18:33',
      ),
      fc.constantFrom('.966400123', '.96640012', '.9664001234', ''),
      fc.constantFrom('Z', '+01:00', '-14:59', '+15:00', '+0100', ''),
      fc.constantFrom(' ', ' stdout F ', ' stderr F ', ' stderr P ', ' stdout F', ' stdlog F '),
      fc.constant(KLOG),
    );
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(near, fc.array(fc.constantFrom(...parts), { maxLength: 9 })), (pieces) => {
        const line = pieces.join('');
        const own = look(line);
        if (own?.text !== KLOG) return;
        seen++;
        const peeled = CRI.peel(line) ?? TIMESTAMP.peel(line);
        expect(peeled).toMatchObject({
          content: { text: KLOG },
          layer: own.source ? { stream: own.source } : {},
        });
        expect(peeled?.partial ?? false).toBe(false);
        expect(peeled?.doubtful ?? false).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
