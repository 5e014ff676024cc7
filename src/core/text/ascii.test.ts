import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes } from './ascii.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the bytes of a text', () => {
  it('are its characters where all are ASCII', () => {
    const bytes = bytesOf('E0826 04:25:37.762890 panic\x7f\0');
    expect(asciiBytes('E0826 04:25:37.762890 panic\x7f\0', bytes)).toBe(bytes);
    expect(asciiBytes('', bytesOf(''))).toHaveLength(0);
  });

  it('are not where a decoder held something back', () => {
    expect(asciiBytes('\ufffdabc', bytesOf('abc'))).toBeUndefined();
    expect(asciiBytes('ab', bytesOf('abc'))).toBeUndefined();
  });

  it('are, of a few bytes that begin anywhere in memory', () => {
    const memory = new Uint8Array(16).fill(65);
    for (let start = 0; start < 8; start++)
      for (let length = 0; length < 8; length++) {
        const bytes = memory.subarray(start, start + length);
        expect(asciiBytes('A'.repeat(length), bytes)).toBe(bytes);
      }
  });

  it('are not where one of them is none of ASCII, wherever it stands and wherever they begin', () => {
    fc.assert(
      fc.property(
        fc.nat(7),
        fc.nat(20),
        fc.nat(30),
        fc.integer({ min: 0, max: 255 }),
        (start, before, after, odd) => {
          const memory = new Uint8Array(start + before + 1 + after + 5).fill(0xff);
          const bytes = memory.subarray(start, start + before + 1 + after).fill(65);
          bytes[before] = odd;
          expect(asciiBytes('A'.repeat(bytes.length), bytes)).toBe(odd < 0x80 ? bytes : undefined);
        },
      ),
    );
  });
});
