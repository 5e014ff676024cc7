import { describe, expect, it } from 'vitest';
import {
  type Import,
  codeOf,
  domainOf,
  foldersOf,
  importsOf,
  layerOf,
  read,
  sources,
} from './support/sources.ts';

/** What each layer may import: other layers, and packages by the beginning of their name. */
const LAYERS: Readonly<Record<string, { layers: readonly string[]; packages: readonly string[] }>> = {
  core: { layers: [], packages: [] },
  kit: { layers: ['core'], packages: ['lit-html'] },
  widgets: { layers: ['core', 'kit'], packages: ['lit-html', '@xterm/headless'] },
  gate: { layers: ['core'], packages: ['node:', 'satteri', 'yaml', 'zod'] },
  cli: { layers: ['core', 'gate'], packages: ['node:'] },
  'service-worker': { layers: [], packages: ['workbox-'] },
  site: { layers: ['core', 'gate', 'kit', 'widgets'], packages: ['astro', 'shiki'] },
  pages: { layers: ['core', 'gate', 'site', 'widgets'], packages: ['astro'] },
  integrations: {
    layers: ['core', 'gate', 'site'],
    packages: ['node:', 'astro', 'pagefind', 'satteri', 'vite'],
  },
};

/** What a widget's `.astro` file may take of the site, since it is rendered at build time. */
const FOR_WIDGET_PAGES = ['src/site/i18n.ts', 'src/site/library.ts', 'src/site/paths.ts'];

const imports = sources.filter(({ path }) => path.split('/').length > 2).flatMap(importsOf);

const shown = ({ from, target }: Import): string => `${from.path} → ${target}`;

const isOwn = (target: string): boolean => target.startsWith('src/');

function isAllowed({ from, target }: Import): boolean {
  const layer = layerOf(from.path);
  const rule = LAYERS[layer];
  if (!rule) return false;
  if (!isOwn(target)) return rule.packages.some((name) => target.startsWith(name));
  if (layerOf(target) === layer || rule.layers.includes(layerOf(target))) return true;
  return layer === 'widgets' && from.path.endsWith('.astro') && FOR_WIDGET_PAGES.includes(target);
}

describe('the layers', () => {
  it('are all known, and the README names each', () => {
    expect(foldersOf('src').toSorted()).toEqual(Object.keys(LAYERS).toSorted());
    for (const layer of Object.keys(LAYERS)) expect(read('README.md')).toContain(`src/${layer}/`);
  });

  it('import only from below', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.filter((one) => !isAllowed(one)).map(shown)).toEqual([]);
  });

  it('are held apart by the compiler as well', () => {
    const options = (layer: string): { lib?: string[]; types?: string[] } =>
      JSON.parse(read(`src/${layer}/tsconfig.json`)).compilerOptions;
    expect(options('core')).toMatchObject({ lib: ['es2023'], types: [] });
    expect(options('kit').types).toEqual([]);
    expect(options('gate').lib).toEqual(['es2023']);
    expect(options('cli').lib).toEqual(['es2023']);
  });

  it('know lit-html in views and kit only', () => {
    const users = imports.filter(({ target }) => target.startsWith('lit-html')).map(({ from }) => from.path);
    expect(users.filter((path) => !path.startsWith('src/kit/') && !path.endsWith('view.ts'))).toEqual([]);
  });
});

describe('a domain of core, and the gate', () => {
  const hasDoor = (path: string): boolean => path.startsWith('src/core/') || path.startsWith('src/gate/');
  const door = (path: string): string =>
    path.startsWith('src/gate/') ? 'src/gate/index.ts' : `src/${domainOf(path)}/index.ts`;
  const inside = (from: string, target: string): boolean =>
    target.startsWith('src/gate/') ? layerOf(from) === 'gate' : domainOf(from) === domainOf(target);

  it('is entered by its door', () => {
    const around = imports.filter(
      ({ from, target }) => hasDoor(target) && !inside(from.path, target) && target !== door(target),
    );
    expect(around.map(shown)).toEqual([]);
  });

  it('has a door', () => {
    for (const domain of foldersOf('src/core')) {
      expect(sources.map(({ path }) => path)).toContain(`src/core/${domain}/index.ts`);
    }
  });

  it('stands in no circle of domains', () => {
    const below = new Map<string, Set<string>>();
    for (const { from, target } of imports) {
      if (layerOf(from.path) !== 'core' || !isOwn(target) || domainOf(from.path) === domainOf(target))
        continue;
      below.set(domainOf(from.path), (below.get(domainOf(from.path)) ?? new Set()).add(domainOf(target)));
    }
    const circles = (path: readonly string[]): string[] => {
      const last = path.at(-1) ?? '';
      if (path.slice(0, -1).includes(last)) return [path.join(' → ')];
      return [...(below.get(last) ?? [])].flatMap((next) => circles([...path, next]));
    };
    expect([...below.keys()].flatMap((domain) => circles([domain]))).toEqual([]);
    expect(below.get('core/text')).toBeUndefined();
  });
});

describe('pasted text', () => {
  const users = (pattern: RegExp): string[] =>
    sources.filter((source) => pattern.test(codeOf(source))).map(({ path }) => path);

  it('reaches a page through bindings only', () => {
    expect(
      users(
        /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write|\beval\(|new Function/,
      ),
    ).toEqual([]);
  });

  it('is in no page that the build writes: only these put markup in, of content', () => {
    expect(users(/set:html/)).toEqual(['src/site/parts/Code.astro', 'src/site/parts/Step.astro']);
  });

  it('finds no style attribute, which the content security policy forbids', () => {
    const markup = sources.filter(({ path }) => path.endsWith('.astro') || path.endsWith('view.ts'));
    expect(markup.length).toBeGreaterThan(40);
    expect(
      markup.filter((source) => /\sstyle=|\.style\./.test(codeOf(source))).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('core', () => {
  const core = sources.filter(({ path }) => path.startsWith('src/core/'));

  it.each([
    ['no clock', /\bnew Date\b|\bDate\.|\bperformance\./],
    ['no chance', /Math\.random|crypto\./],
    ['no locale', /\.toLocale|\bIntl\.|\.localeCompare\(/],
    ['no timer and no network', /\bsetTimeout\(|\bsetInterval\(|\bfetch\(|XMLHttpRequest|WebSocket/],
    ['no browser and no process', /\bdocument\.|\bwindow\.|\bnavigator\.|\bprocess\.(env|argv|stdout|cwd)/],
    ['no console', /\bconsole\./],
    ['no class but errors', /^(export )?(abstract )?class (?!\w+ extends Error)/m],
    ['no default export', /^export default/m],
    ['no enum and no namespace', /^(export )?(const )?(enum|namespace) /m],
  ])('knows %s', (_, pattern) => {
    expect(core.filter((source) => pattern.test(codeOf(source))).map(({ path }) => path)).toEqual([]);
  });
});
