// `npm run kb`: the answers in a terminal. Bundled when its sources have changed: it starts three times as fast then.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ROOT, ensureInstalled, nodeProgram, run } from './install.mjs';

const FOLDER = join(ROOT, '.cache', 'kb');
const SOURCES = ['src/cli', 'src/core', 'src/gate', 'package-lock.json'];

ensureInstalled();
const node = nodeProgram();
// What Node makes of a program is kept, which halves its start once more.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, '.cache', 'node');
run(node, join(bundled(), 'main.mjs'), ...process.argv.slice(2));

/** The folder of the bundle of the sources as they are. */
function bundled() {
  const folder = join(FOLDER, digestOf(SOURCES).slice(0, 16));
  if (existsSync(folder)) return folder;
  // Made beside it and moved, so that another `kb` that starts at this moment does not find half of it.
  const own = join(ROOT, '.cache', `kb-${process.pid}`);
  run(node, join(ROOT, 'scripts', 'bundle.mjs'), own, 'src/cli/main.ts');
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER).map((name) => join(FOLDER, name)))
    if (old !== folder) rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
  return folder;
}
