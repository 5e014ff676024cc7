import { describe, expect, it } from 'vitest';
import { type Encoding, encodingOf } from './encoding.ts';

const LINE = 'E1121 09:00:00.000001       1 a.go:1] it failed';

const utf16 = (text: string, littleEndian: boolean): number[] =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return littleEndian ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  });

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

describe('the encoding of a file', () => {
  it.each<[string, readonly number[], Encoding]>([
    ['a log', ascii(LINE), 'utf-8'],
    ['nothing', [], 'utf-8'],
    ['a byte order mark of UTF-8', [0xef, 0xbb, 0xbf, 0x61], 'utf-8'],
    ['UTF-16 with its mark', [0xff, 0xfe, ...utf16('a', true)], 'utf-16le'],
    ['UTF-16 of the other order', [0xfe, 0xff, ...utf16('a', false)], 'utf-16be'],
    ['UTF-16 without a mark', utf16(LINE, true), 'utf-16le'],
    ['UTF-16 of the other order without a mark', utf16(LINE, false), 'utf-16be'],
    ['gzip', [0x1f, 0x8b, 8, 0, 0x61], 'gzip'],
    ['a command line of /proc', ascii('a\0b\0--v=2\0--feature-gates=A=true\0'.repeat(3)), 'utf-8'],
    ['NULs only', Array.from({ length: 200 }, () => 0), 'utf-8'],
    ['two letters', ascii('a\0b\0'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(Uint8Array.from(bytes))).toBe(encoding);
  });
});
