import { StringDecoder } from 'node:string_decoder';
import { readBytes } from './read-bytes.ts';

/** A part of a text, and the bytes that it was decoded from. */
export interface Chunk {
  readonly text: string;
  readonly bytes?: Uint8Array;
}

/** A file's text in pieces, as `kb` reads it. */
export function* readChunks(path: string): Generator<Chunk> {
  const decoder = new StringDecoder('utf8');
  for (const bytes of readBytes(path)) yield { text: decoder.write(bytes), bytes };
  const text = decoder.end();
  if (text !== '') yield { text };
}
