import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, run } from './install.mjs';

const STAMP = join(ROOT, '.cache', 'built-from');
const INPUTS = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** Builds the site, unless the last build was made from the same files. */
export function ensureBuilt() {
  const inputs = digest();
  const fresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs;
  if (fresh && existsSync(join(ROOT, 'dist', 'index.html'))) return;
  run('astro', 'build');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, inputs);
}

/** Names, sizes and times of all files that the build reads. */
function digest() {
  const hash = createHash('sha256').update(process.env.FAULTBOOK_BASE ?? '');
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : [''];
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(path, file));
      hash.update(`${input}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
