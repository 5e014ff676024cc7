import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledPack, type KnownSample, compilePack, openPack } from '../core/match/index.ts';
import { WrongUse } from './command.ts';

/** Where kb and its content are: the folder of the package, from wherever in it this is run. */
export const ROOT = packageAbove(dirname(fileURLToPath(import.meta.url)));
const BUILT = join(ROOT, 'dist', 'pack.json');

function packageAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : packageAbove(above);
}

let loaded: Promise<CompiledPack> | undefined;

/** The pack of the last build if it is newer than the content, else the pack of the content as it is. */
export const loadPack = (): Promise<CompiledPack> => (loaded ??= readPack());

async function readPack(): Promise<CompiledPack> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newestContent()) {
    return builtPack(readFileSync(BUILT, 'utf8'));
  }
  const { buildPack, readContent } = await loadGate();
  return compilePack(buildPack(readContent(ROOT)));
}

/** What reads content takes as long to load as all of the rest, and where a pack was built nobody needs it. */
const loadGate = () => import('../gate/index.ts');

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
export async function knownSamples(): Promise<KnownSample[]> {
  const { readContent } = await loadGate();
  return readContent(ROOT).runbooks.flatMap(({ data, slug, samples }) =>
    [...samples].map(([name, text]) => ({ runbook: data.id, slug, name, text })),
  );
}
