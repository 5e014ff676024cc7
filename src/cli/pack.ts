import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledPack, type KnownSample, compilePack, openPack } from '../core/match/index.ts';
import { buildPack, readContent } from '../gate/index.ts';
import { WrongUse } from './command.ts';

/** Where kb and its content are. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BUILT = join(ROOT, 'dist', 'pack.json');

let loaded: CompiledPack | undefined;

/** The pack of the last build if it is newer than the content, else the pack of the content as it is. */
export const loadPack = (): CompiledPack => (loaded ??= readPack());

function readPack(): CompiledPack {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newestContent()) {
    return builtPack(readFileSync(BUILT, 'utf8'));
  }
  return compilePack(buildPack(readContent(ROOT)));
}

/** A pack that was built. One that is malformed, or from another version, is refused in words. */
export function builtPack(json: string): CompiledPack {
  const pack = openPack(json);
  if ('refused' in pack) throw new WrongUse(`dist/pack.json: ${pack.refused}; build it anew: npm run build`);
  return compilePack(pack);
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
