import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** What is no part of the site as a reader uses it: the host's files, the worker itself, Pagefind's own interfaces. */
const LEFT_OUT = [/^_headers$/, /^service-worker\.js$/, /^robots\.txt$/];

/** Pagefind writes interfaces of its own, which the site does not use. */
const UNUSED = /^pagefind[/\\](pagefind-(ui|modular-ui|component-ui|highlight)|wasm\.unknown)/;

/**
 * Writes the service worker: with the list of all files of the build, so that one visit saves the site as a whole. It
 * runs last, when every other integration has written its files.
 */
export function offline(): AstroIntegration {
  let root = '';
  let base = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const all = listFiles(folder);
        for (const file of all.filter((name) => UNUSED.test(name))) rmSync(join(folder, file));
        const files = all.filter((name) => ![...LEFT_OUT, UNUSED].some((pattern) => pattern.test(name)));
        let bytes = 0;
        const precache = files.map((file) => {
          const content = readFileSync(join(folder, file));
          bytes += content.length;
          const hashed = file.startsWith('_astro/');
          return { url: `${base}/${file}`, revision: hashed ? null : digest(content) };
        });
        await build({
          root,
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: {
            PRECACHE: JSON.stringify(precache),
            BASE: JSON.stringify(base),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            lib: { entry: join(root, 'src/service-worker/main.ts'), formats: ['iife'], name: 'worker' },
            rolldownOptions: { output: { entryFileNames: 'service-worker.js' } },
          },
        });
        logger.info(`${files.length} files, ${Math.round(bytes / 1024)} kB for offline use`);
      },
    },
  };
}

const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
