import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/content.ts';
import { codeOf, foldersOf, sources } from './support/sources.ts';

/** The names that a door lets out, types marked as such, one a line. */
function exportsOf(path: string): string {
  const source = sources.find((one) => one.path === path);
  const lists = [...(source ? codeOf(source) : '').matchAll(/export (type )?\{([^}]*)\}/g)];
  const names = lists.flatMap(([, type, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (type && !name.startsWith('type ') ? `type ${name}` : name)),
  );
  return `${names.toSorted().join('\n')}\n`;
}

describe('what a domain lets out', () => {
  const domains = foldersOf('src/core');

  it.each(domains)('%s', async (domain) => {
    const path = `src/core/${domain}/index.ts`;
    await expect(exportsOf(path)).toMatchFileSnapshot(`./surface/${domain}.txt`);
  });

  it.each(domains)('%s exists, and nothing else does', async (domain) => {
    const door = (await import(`../src/core/${domain}/index.ts`)) as object;
    const values = exportsOf(`src/core/${domain}/index.ts`)
      .trim()
      .split('\n')
      .filter((name) => !name.startsWith('type '));
    expect(Object.keys(door).toSorted()).toEqual(values);
  });

  it('is written down for each domain that there is', () => {
    const written = readdirSync(join(ROOT, 'tests', 'surface')).map((file) => file.replace('.txt', ''));
    expect(written.toSorted()).toEqual(domains.toSorted());
  });
});
