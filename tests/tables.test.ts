import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOG_FORMATS, WRAPPERS } from '../src/core/log/index.ts';
import { WIDGETS } from '../src/gate/extract.ts';
import { TOOLS } from '../src/site/tools.ts';
import { ROOT } from './support/content.ts';
import { codeOf, foldersOf, importsOf, read, sources } from './support/sources.ts';

const importsOfFile = (path: string): string[] =>
  sources
    .filter((source) => source.path === path)
    .flatMap((source) => importsOf(source).map(({ target }) => target));

/** The names without ending of the files of a folder, tests aside. */
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(ending) && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -ending.length));

/** The names in a table such as `export const PARTS = { A, Actions };`. */
function rowsOf(path: string, table: string): string[] {
  const source = sources.find((one) => one.path === path);
  const body =
    new RegExp(`export const ${table}[^{]*\\{([^}]*)\\}`).exec(source ? codeOf(source) : '')?.[1] ?? '';
  return body.split(',').flatMap((row) => row.trim() || []);
}

describe('nothing is missing from its table', () => {
  it('a format of log lines: a folder, an id, and a row', () => {
    // What is done with lines of any format; every other folder is a format.
    const others = ['errors', 'fold', 'samples', 'time', 'wrap'];
    const folders = foldersOf('src/core/log').filter((name) => !others.includes(name));
    const readers = importsOfFile('src/core/log/formats.ts').filter((path) => path.endsWith('header.ts'));
    const used = new Set(readers.map((path) => path.split('/')[3]).filter((name) => name !== 'header.ts'));
    expect([...used].toSorted()).toEqual(folders.toSorted());
    const ids = /type LogFormatId =([^;]*);/.exec(read('src/core/log/header.ts'))?.[1] ?? '';
    const named = [...ids.matchAll(/'([^']+)'/g)].map(([, id]) => id);
    expect([...new Set<string>(LOG_FORMATS.map(({ id }) => id))].toSorted()).toEqual(named.toSorted());
  });

  it('a wrapper of log lines: a file, and a row', () => {
    const files = sources.filter(
      (source) => source.path.startsWith('src/core/log/wrap/') && codeOf(source).includes(': Wrapper = {'),
    );
    const used = importsOfFile('src/core/log/wrap/wrappers.ts').filter((path) => !path.endsWith('/layer.ts'));
    expect(used.toSorted()).toEqual(files.map(({ path }) => path).toSorted());
    expect(WRAPPERS).toHaveLength(files.length);
  });

  it('a shape of command line: a file, and a row', () => {
    const used = importsOfFile('src/core/shell/argv/read.ts');
    for (const name of namesIn('src/core/shell/argv', '.ts').filter((file) => file !== 'read')) {
      expect(used).toContain(`src/core/shell/argv/${name}.ts`);
    }
  });

  it('a rule for content: a file, and a row', () => {
    const text = read('src/gate/check.ts');
    const table = /const RULES[^[]*\[\]? = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
    const used = importsOfFile('src/gate/check.ts').filter((path) => !path.endsWith('/rule.ts'));
    const rules = namesIn('src/gate/rules', '.ts').filter((name) => name !== 'rule');
    for (const name of rules) expect(used).toContain(`src/gate/rules/${name}.ts`);
    expect(table.match(/\w+Rule/g)).toHaveLength(rules.length);
  });

  it('a command of kb: a file, and a row', () => {
    const rows = read('src/cli/main.ts').matchAll(
      /^ {2}'?([a-z-]+)'?: async \(\) => \(await import\('\.\/commands\/([a-z-]+)\.ts'\)\)/gm,
    );
    const names = [...rows].map(([, name = '', file]) => {
      expect(file).toBe(name);
      expect(read(`src/cli/commands/${name}.ts`)).toContain(`  name: '${name}',`);
      return name;
    });
    expect(names.toSorted()).toEqual(namesIn('src/cli/commands', '.ts').toSorted());
  });

  it('a part of a page: a file, a row, and a line in the guide for authors', () => {
    const rows = rowsOf('src/site/parts/index.ts', 'PARTS').filter((row) => !row.startsWith('...'));
    const drawnByPages = namesIn('src/site/parts', '.astro').filter((name) => !rows.includes(name));
    for (const name of drawnByPages) {
      const users = sources.filter((source) =>
        importsOf(source).some(({ target }) => target.endsWith(`/${name}.astro`)),
      );
      expect([name, users.length > 0]).toEqual([name, true]);
    }
    for (const row of rows) {
      expect(namesIn('src/site/parts', '.astro')).toContain(row);
      if (row !== 'Code') expect(read('content/README.md')).toContain(`<${row}`);
    }
  });

  it('a widget: a folder, a row, its name for the gate, and a page', () => {
    const rows = rowsOf('src/widgets/index.ts', 'WIDGET_PARTS');
    expect(rows).toEqual(expect.arrayContaining(['DelveRebuilder', 'StackReader']));
    expect([...WIDGETS].toSorted()).toEqual(rows.toSorted());
    expect(TOOLS.map(({ component }) => component).toSorted()).toEqual(rows.toSorted());
    const drawn = sources.flatMap(importsOf).filter(({ from }) => !from.path.startsWith('src/widgets/'));
    for (const folder of foldersOf('src/widgets')) {
      const parts = namesIn(`src/widgets/${folder}`, '.astro');
      expect([folder, parts.length > 0]).toEqual([folder, true]);
      for (const part of parts.filter((name) => !rows.includes(name))) {
        expect(drawn.map(({ target }) => target)).toContain(`src/widgets/${folder}/${part}.astro`);
      }
    }
  });
});
