import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/** Names, sizes and times of files and of all files of folders: another one where one of them changed. */
export function digestOf(inputs, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const input of inputs) {
    const path = join(ROOT, input);
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : [''];
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(path, file));
      hash.update(`${input}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
