import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { Decoded } from './command.ts';
import { ENCODING_HEAD, encodingOf } from '../core/text/index.ts';

/** Fewer bytes tell nothing; more are not waited for, since standard input may come line by line. */
const ENOUGH = 3;

/**
 * The text of a stream of bytes: UTF-8, UTF-16, or either in gzip, as its beginning says. Positions in a file that was
 * packed are those in its text.
 */
export async function* readDecoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Decoded> {
  const { head, all } = await peek(bytes);
  const encoding = encodingOf(head);
  if (encoding === 'gzip') {
    yield* readDecoded(Readable.from(all).pipe(createGunzip()));
    return;
  }
  const decode = encoding === 'utf-8' ? decodeUtf8() : decodeWith(new TextDecoder(encoding));
  for await (const chunk of all) yield decode(chunk);
  const end = decode(undefined);
  if (end.text !== '') yield end;
}

type Decode = (chunk: Uint8Array | undefined) => Decoded;

/** Faster than a `TextDecoder`, and what nearly all files are: of these the bytes are given as well. */
function decodeUtf8(): Decode {
  const decoder = new StringDecoder('utf8');
  return (bytes) => (bytes ? { text: decoder.write(bytes as Buffer), bytes } : { text: decoder.end() });
}

const decodeWith =
  (decoder: TextDecoder): Decode =>
  (chunk) => ({ text: chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode() });

/** The beginning of a stream, and the stream with it still in front. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const chunks = bytes[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < ENOUGH) {
    const next = await chunks.next();
    if (next.done) break;
    first = first.length === 0 ? Buffer.from(next.value) : Buffer.concat([first, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield first;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  }
  return { head: first.subarray(0, ENCODING_HEAD), all: all() };
}
