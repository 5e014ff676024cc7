import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Names every module that a page will need in its head, so that they are asked for at once. Without it the browser finds
 * them one after the other, a round trip each, and on a phone's network that is a second.
 */
export function preloadModules(): AstroIntegration {
  let base = '';
  return {
    name: 'preload-modules',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        for (const page of pages.filter((name) => name.endsWith('.html'))) {
          const html = readFileSync(join(folder, page), 'utf8');
          const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(
            ([, src = '']) => src,
          );
          const modules = new Set<string>();
          for (const src of scripts) collectImports(folder, src.slice(base.length + 1), modules);
          const links = [...modules].map((path) => `<link rel="modulepreload" href="${base}/${path}">`);
          writeFileSync(join(folder, page), html.replace('</head>', `${links.join('')}</head>`));
        }
      },
    },
  };
}

/** The module and all that it imports at once; what it imports later is left for later. */
export function collectImports(folder: string, path: string, seen: Set<string>): void {
  if (seen.has(path) || !existsSync(join(folder, path))) return;
  seen.add(path);
  const code = readFileSync(join(folder, path), 'utf8');
  for (const [, from = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    collectImports(folder, normalize(join(dirname(path), from)), seen);
  }
}
