import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type TextChunk, textChunks } from './text-chunks.ts';

const LOG = 'E1121 09:00:00.000001       1 a.go:1] 磁盘已满 😀\n'.repeat(20_000);

async function all(source: string | Blob): Promise<TextChunk[]> {
  const chunks: TextChunk[] = [];
  for await (const chunk of textChunks(source)) chunks.push(chunk);
  return chunks;
}

const utf16 = (text: string): Buffer<ArrayBuffer> => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a text in chunks', () => {
  it.each<[string, string | Blob]>([
    ['a paste', LOG],
    ['UTF-8', new Blob([LOG])],
    ['UTF-8 with a byte order mark', new Blob([`\ufeff${LOG}`])],
    ['UTF-16', new Blob([utf16(LOG)])],
    ['UTF-16 of the other order', new Blob([utf16(LOG).swap16()])],
    ['gzip', new Blob([gzipSync(LOG)])],
    ['UTF-16 in gzip', new Blob([gzipSync(utf16(LOG))])],
  ])('is the same from %s, and its end is told with the last chunk', async (_, source) => {
    const chunks = await all(source);
    expect(chunks.map(({ chunk }) => chunk).join('')).toBe(LOG);
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.map(({ done, total }) => done >= total)).toEqual(
      chunks.map((_chunk, index) => index === chunks.length - 1),
    );
  });

  it('is nothing where nothing is', async () => {
    expect((await all('')).map(({ chunk }) => chunk)).toEqual(['']);
    expect(await all(new Blob([]))).toEqual([]);
  });

  it('that breaks off inside of gzip is an error, behind what could be read', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 251)));
    expect(gunzipSync(packed).length).toBe(400_000);
    await expect(all(new Blob([packed.subarray(0, packed.length - 20)]))).rejects.toThrow();
  });
});
