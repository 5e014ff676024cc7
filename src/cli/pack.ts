import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledPack, type KnownSample, compilePack, openPack } from '../core/match/index.ts';
import { buildPack, readContent } from '../gate/index.ts';

/** Where kb and its content are. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
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

/** The samples of all runbooks: what a new signature must not take unsaid. */
export const knownSamples = (): KnownSample[] =>
  readContent(ROOT).runbooks.flatMap(({ data, slug, samples }) =>
    [...samples].map(([name, text]) => ({ runbook: data.id, slug, name, text })),
  );
