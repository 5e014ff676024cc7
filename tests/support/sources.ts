import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { ROOT } from './content.ts';

/** A file of `src/`, tests and their samples aside. */
export interface Source {
  /** Relative to the repository: `src/core/log/index.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: Source;
  /** A path relative to the repository, or the name of a package. */
  readonly target: string;
}

export const sources: readonly Source[] = readdirSync(join(ROOT, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter(
    (file) => /\.(ts|astro|css)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('samples/'),
  )
  .map((file) => ({ path: `src/${file}`, text: readFileSync(join(ROOT, 'src', file), 'utf8') }))
  .toSorted((a, b) => (a.path < b.path ? -1 : 1));

const RE_IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;=]*?\bfrom\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'|new URL\('([^']+)', import\.meta\.url\)/g;

/** Every import of a source: static, dynamic, of types, of a worker. */
export const importsOf = (from: Source): Import[] =>
  [...from.text.matchAll(RE_IMPORT)].map((match) => {
    const target = match.slice(1).find((group) => group !== undefined) ?? '';
    return { from, target: target.startsWith('.') ? normalize(join(dirname(from.path), target)) : target };
  });

/** `core` of `src/core/log/index.ts`. */
export const layerOf = (path: string): string => path.split('/')[1] ?? '';

/** `core/log` of `src/core/log/klog/body.ts`: the folder that has a door. */
export const domainOf = (path: string): string => path.split('/').slice(1, 3).join('/');

/** The text without its comments, in which anything may be named. */
export const codeOf = ({ text }: Source): string =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/^\s*\/\/.*$/gm, '');

/** The folders below a path of the repository. */
export const foldersOf = (path: string): string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
