import { openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK = 1 << 16;

/** A file's text in the pieces in which Node's streams give it. */
export function* readChunks(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const bytes = Buffer.alloc(CHUNK);
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes))
    yield decoder.write(bytes.subarray(0, read));
  const rest = decoder.end();
  if (rest !== '') yield rest;
}
