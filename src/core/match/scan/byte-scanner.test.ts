import { afterEach, describe, expect, it, vi } from 'vitest';
import { createByteScanner } from './byte-scanner.ts';
import { createScanner } from './scanner.ts';

type Place = readonly [needle: number, at: number];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function scanned(needles: readonly string[], text: string, from = 0, to = text.length): Place[] {
  const places: Place[] = [];
  createByteScanner(needles)?.(bytesOf(text), from, to, (needle, at) => places.push([needle, at]));
  return sorted(places);
}

/** What the scan of characters finds. */
function inText(needles: readonly string[], text: string, from = 0, to = text.length): Place[] {
  const places: Place[] = [];
  createScanner(needles).scan(text, from, to, (needle, at) => places.push([needle, at]));
  return sorted(places);
}

const sorted = (places: Place[]): Place[] => places.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);

afterEach(() => vi.unstubAllGlobals());

describe('the scan of bytes', () => {
  const text = 'E0614 reflector.go:138] Failed to watch *v1.Pod: dial tcp: i/o timeout';

  it('finds each needle where it stands, the short ones too', () => {
    const needles = ['dial tcp: i/o timeout', 'Failed to', 'tcp:', 'E06', 'out', 'connection refused'];
    expect(scanned(needles, text)).toEqual([
      [3, 0],
      [1, text.indexOf('Failed')],
      [0, text.indexOf('dial')],
      [2, text.indexOf('tcp')],
      [4, text.length - 3],
    ]);
  });

  it('finds nothing that stands only partly between the bounds', () => {
    const at = text.indexOf('Failed to watch');
    expect(scanned(['Failed to watch'], text, at, at + 15)).toEqual([[0, at]]);
    expect(scanned(['Failed to watch'], text, at + 1)).toEqual([]);
    expect(scanned(['Failed to watch'], text, 0, at + 14)).toEqual([]);
  });

  it('finds no needle of other characters, whose low bits are those of some', () => {
    expect(scanned(['\u0161\u0162\u0163\u0164\u0165', 'bcde'], 'abcdef')).toEqual([[1, 1]]);
  });

  it('finds what lies across the pieces in which it looks', () => {
    const needles = ['a wording of a signature', 'timeout!'];
    for (let shift = 0; shift < 60; shift++) {
      const far = `${'.'.repeat(2 ** 16 - 30 + shift)}timeout! a wording of a signature`.padEnd(
        2 ** 17 + 40,
        '-',
      );
      expect(scanned(needles, far)).toEqual(inText(needles, far));
      expect(scanned(needles, far)).toHaveLength(2);
    }
  });

  it('finds a needle at every place of a text that is nothing but it', () => {
    const all = 'a'.repeat(2 ** 17 + 100);
    expect(scanned(['aaaaaaaaaaaaaaaaaaaa'], all)).toHaveLength(all.length - 19);
  });

  it('is not to be had without WebAssembly, or where a policy forbids it', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(createByteScanner(['a wording'])).toBeUndefined();
    const Module = vi.fn(() => {
      throw new Error('blocked by the policy');
    });
    vi.stubGlobal('WebAssembly', { Module });
    expect(createByteScanner(['a wording'])).toBeUndefined();
    expect(Module).toHaveBeenCalledOnce();
  });
});
