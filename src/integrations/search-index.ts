import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { readContent } from '../gate/index.ts';
import { indexedText, searchRecords, termTable } from '../site/search/records.ts';

/**
 * Writes the search index behind the built pages: one for both languages, since a raw index searches the page's own
 * language only, and of prepared terms, since a pasted line is no sentence. Beside it, how often each term stands.
 */
export function searchIndex(): AstroIntegration {
  let root = '';
  let base = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const records = searchRecords(readContent(root));
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        if (!index) throw new Error(`search index: ${errors.join(', ')}`);
        for (const record of records) {
          const { language, kind, id, title, excerpt } = record;
          const added = await index.addCustomRecord({
            url: `${base}${record.url}`,
            content: indexedText(record),
            language: 'en',
            meta: { title, excerpt, kind, id, language },
          });
          if (added.errors.length > 0) throw new Error(`search index, ${id}: ${added.errors.join(', ')}`);
        }
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind', dir)) });
        if (written.errors.length > 0) throw new Error(`search index: ${written.errors.join(', ')}`);
        await pagefind.close();
        writeFileSync(new URL('pagefind/terms.json', dir), JSON.stringify(termTable(records)));
        logger.info(`${records.length} records`);
      },
    },
  };
}
