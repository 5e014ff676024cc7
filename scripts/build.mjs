import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ROOT, run } from './install.mjs';

const STAMP = join(ROOT, '.cache', 'built-from');
const INPUTS = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** Builds the site, unless the last build was made from the same files. */
export function ensureBuilt() {
  const inputs = digestOf(INPUTS, process.env.FAULTBOOK_BASE);
  const fresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs;
  if (fresh && existsSync(join(ROOT, 'dist', 'index.html'))) return;
  run('astro', 'build');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, inputs);
}
