// `node scripts/bundle.mjs OUT ENTRY …`: programs and what they import of ours, in as few files of OUT as may be.
import { basename, join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './install.mjs';

/**
 * Node reads and resolves each module for itself, so that a program of a few files starts several times as fast as one
 * of hundreds. Packages are left where they are.
 */
export async function bundle(out, entries) {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), join(ROOT, entry)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

if (import.meta.main) {
  const [out, ...entries] = process.argv.slice(2);
  await bundle(out, entries);
}
