import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrow, putNarrow } from './narrow.ts';

describe('a text as one byte a character', () => {
  it('has those of ASCII as they are, and all others as one', () => {
    expect([...narrow('a\x7f\x80é中\u{1f4a5}\u0141')]).toEqual([97, 127, 255, 255, 255, 255, 255, 255]);
  });

  it('is put where it is wanted, a part of it as well, from its characters or from its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.nat(9), fc.nat(9), (text, cut, at) => {
        const from = Math.min(cut, text.length);
        const bytes = new TextEncoder().encode(text);
        const [ofText, ofBytes] = [text, bytes].map((source) => {
          const memory = new Uint8Array(200).fill(1);
          putNarrow(source, from, text.length, memory, at);
          return memory;
        });
        expect(ofText).toEqual(ofBytes);
        expect(ofText?.subarray(at, at + text.length - from)).toEqual(bytes.subarray(from));
        expect(ofText?.[at + text.length - from]).toBe(1);
      }),
    );
  });
});
