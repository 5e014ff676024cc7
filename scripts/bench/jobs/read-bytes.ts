import { openSync, readSync } from 'node:fs';

/** As `kb` does. */
const SIZE = 120 << 10;

/** A file in pieces; each is overwritten by the next one. */
export function* readBytes(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(SIZE);
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
    yield buffer.subarray(0, read);
}
