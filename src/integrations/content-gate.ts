import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkContent, printFindings, readContent } from '../gate/index.ts';

/**
 * Holds the content to the gate's rules before anything is built: an author's mistake ends the build with one message
 * that names file, line, rule and remedy. While an author works (`npm run dev`), it is shown and the site goes on.
 */
export function contentGate(): AstroIntegration {
  const check = (root: string): string | undefined => {
    const findings = checkContent(readContent(root));
    return findings.length === 0 ? undefined : printFindings(findings);
  };
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        const root = decodeURIComponent(new URL('.', config.root).pathname);
        const message = check(root);
        if (!message) return;
        if (command === 'dev') {
          logger.warn(message);
          return;
        }
        process.stderr.write(`\n${message}`);
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(server.config.root, 'content');
        server.watcher.add(folder);
        server.watcher.on('change', (file) => {
          if (!file.startsWith(folder)) return;
          const message = check(server.config.root);
          if (message) logger.warn(message);
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
