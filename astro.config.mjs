import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { contentGate } from './src/integrations/content-gate.ts';
import { fences } from './src/integrations/fences.ts';
import { offline } from './src/integrations/offline.ts';
import { preloadModules } from './src/integrations/preload-modules.ts';
import { searchIndex } from './src/integrations/search-index.ts';

export default defineConfig({
  base: process.env.FAULTBOOK_BASE ?? '/',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  // One dash and one quote too many change a command: prose is printed as it is written.
  markdown: {
    processor: satteri({ mdastPlugins: [fences], features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  integrations: [contentGate(), mdx(), preloadModules(), searchIndex(), offline()],
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'iife' } },
  devToolbar: { enabled: false },
  security: {
    csp: {
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
      directives: [
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "frame-src 'none'",
      ],
    },
  },
});
