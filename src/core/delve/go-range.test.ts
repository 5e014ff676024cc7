import { describe, expect, it } from 'vitest';
import { GO_RANGES, delveTraits, judgeGoVersion, rangeOf, rangesFor } from './go-range.ts';

/** By release: the oldest and the newest Go. */
const SUPPORT = `
1.3.0 1.10 1.13 | 1.3.1 1.10 1.13 | 1.3.2 1.11 1.13 | 1.4.0 1.11 1.14 | 1.4.1 1.12 1.14 | 1.5.0 1.12 1.15
1.5.1 1.13 1.15 | 1.6.0 1.13 1.16 | 1.6.1 1.14 1.16 | 1.7.0 1.15 1.17 | 1.7.1 1.15 1.17 | 1.7.2 1.15 1.17
1.7.3 1.15 1.17 | 1.8.0 1.16 1.18 | 1.8.1 1.16 1.18 | 1.8.2 1.16 1.18 | 1.8.3 1.16 1.18 | 1.9.0 1.16 1.19
1.9.1 1.17 1.19 | 1.20.0 1.18 1.20 | 1.20.1 1.18 1.20 | 1.20.2 1.18 1.20 | 1.21.0 1.18 1.21 | 1.21.1 1.19 1.21
1.21.2 1.19 1.21 | 1.22.0 1.19 1.22 | 1.22.1 1.19 1.22 | 1.23.0 1.21 1.23 | 1.23.1 1.21 1.23 | 1.24.0 1.21 1.24
1.24.1 1.21 1.24 | 1.24.2 1.21 1.24 | 1.25.0 1.21 1.24 | 1.25.1 1.22 1.25 | 1.25.2 1.22 1.25 | 1.26.0 1.24 1.26
1.26.1 1.24 1.26 | 1.26.2 1.24 1.26 | 1.26.3 1.24 1.26 | 1.27.0 1.25 1.27 | 1.27.1 1.25 1.27`
  .split(/[|\n]/)
  .filter((row) => row.trim() !== '')
  .map((row) => row.trim().split(' ') as [string, string, string]);

describe('the Go that a Delve takes', () => {
  it.each(SUPPORT)('dlv-support-%s: from %s to %s', (delve, min, max) => {
    expect(rangeOf(delve)).toMatchObject({ min, max });
    expect(judgeGoVersion(delve, min).kind).toBe('fits');
    expect(judgeGoVersion(delve, `go${max}.7`).kind).toBe('fits');
    const minor = (version: string): number => Number(version.slice(2));
    expect(judgeGoVersion(delve, `1.${minor(min) - 1}.9`).kind).toBe('go-too-old');
    expect(judgeGoVersion(delve, `1.${minor(max) + 1}rc1`).kind).toBe('delve-too-old');
  });

  it('is a table without gaps between its releases, oldest first', () => {
    expect(SUPPORT.every(([delve]) => rangeOf(delve))).toBe(true);
    const rows = GO_RANGES.map(({ first, last }) => [first, last]);
    expect(rows[0]?.[0]).toBe('1.3.0');
    expect(rows.at(-1)?.[1]).toBe('1.27.1');
  });

  it.each([
    ['dlv-old-go-120', '1.20.2', '1.15.15', 'go-too-old', '1.18'],
    ['dlv-old-go-127', '1.27.1', 'go1.19.8', 'go-too-old', '1.25'],
    ['dlv-new-go-120', '1.20.2', '1.26.10', 'delve-too-old', '1.20'],
    ['dlv-new-go-124', '1.24.0', 'go1.26.10', 'delve-too-old', '1.24'],
    ['dlv-new-go-161', '1.6.1', '1.19.8', 'delve-too-old', '1.16'],
  ])('%s: Delve %s on a program of Go %s is %s, %s', (_, delve, go, kind, edge) => {
    const verdict = judgeGoVersion(delve, go);
    expect(verdict.kind).toBe(kind);
    expect('range' in verdict && (kind === 'go-too-old' ? verdict.range.min : verdict.range.max)).toBe(edge);
  });

  it('of the write-up fits: Delve 1.21.2, Go 1.20.12', () => {
    expect(judgeGoVersion('1.21.2', 'go1.20.12').kind).toBe('fits');
  });

  it.each([
    ['1.2.0', '1.12'],
    ['1.28.0', '1.27'],
    ['1.9.2', '1.18'],
    ['latest', '1.20'],
    ['1.20.2', 'devel +abc'],
    ['', ''],
  ])('is unknown for Delve %j and Go %j', (delve, go) => {
    expect(judgeGoVersion(delve, go)).toEqual({ kind: 'unknown' });
  });

  it('names the releases for a program of Kubernetes 1.20.2, which Go 1.15.5 built', () => {
    const rows = rangesFor('go1.15.5');
    expect([rows[0]?.first, rows.at(-1)?.last]).toEqual(['1.5.0', '1.7.3']);
    expect(rangesFor('nonsense')).toEqual([]);
  });
});

describe('a Delve', () => {
  it.each([
    ['dlv-listen-any-161', '1.6.1', undefined],
    ['dlv-listen-any-120', '1.20.2', 'warning'],
    ['dlv-listen-any-124', '1.24.0', 'warning'],
    ['dlv-listen-any-127', '1.27.1', 'warn'],
  ])('%s: %s warns of remote connections with %s', (_, delve, word) => {
    expect(delveTraits(delve)?.remoteWarning).toBe(word);
  });

  it('dlv-unix-120: listens on a socket since 1.22.1', () => {
    expect(delveTraits('1.20.2')?.listensOnSockets).toBe(false);
    expect(delveTraits('1.22.1')?.listensOnSockets).toBe(true);
    expect(delveTraits('none')).toBeUndefined();
  });
});
