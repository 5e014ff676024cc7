import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledPack, compilePack, openPack } from '../core/match/index.ts';
import { buildPack, readContent } from '../gate/index.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BUILT = join(ROOT, 'dist', 'pack.json');

let loaded: CompiledPack | undefined;

/** The pack of the last build if it is newer than the content, else the pack of the content as it is. */
export const loadPack = (): CompiledPack => (loaded ??= readPack());

function readPack(): CompiledPack {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newestContent()) {
    const pack = openPack(readFileSync(BUILT, 'utf8'));
    if (!('refused' in pack)) return compilePack(pack);
  }
  return compilePack(buildPack(readContent(ROOT)));
}

function newestContent(): number {
  const folder = join(ROOT, 'content');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs));
}
