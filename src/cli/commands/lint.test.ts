import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, change, contentFolder } from '../../../tests/support/content.ts';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

async function lint(edits: readonly Edit[], args: (root: string) => readonly string[]) {
  const root = contentFolder(edits);
  const io = ioOf();
  const exit = await main(['lint', ...args(root)], io);
  rmSync(root, { recursive: true });
  return { exit, ...io.told() };
}

const YAML = 'runbooks/first/runbook.yaml';
const BROKEN = [
  change(YAML, "'the first thing is slow'", "'first <*> slow'"),
  change(YAML, "'the first thing is fast'", "'first things are slow'"),
];

describe('kb lint', () => {
  it('tells mistakes with file, line, rule and remedy, and ends with 1', async () => {
    const { exit, out } = await lint(BROKEN, (root) => [root]);
    expect(exit).toBe(1);
    expect(out).toBe(
      [
        '1 mistake in the content:',
        '',
        'content/runbooks/first/runbook.yaml:39  [signatures] `sig-slow`: its longest literal `first ` is shorter than 8 characters',
        '    → take more of the message into the head: so short a text stands in too many lines',
        '',
      ].join('\n'),
    );
  });

  it('tells that there is none, and ends with 0', async () => {
    expect(await lint([], (root) => [root])).toMatchObject({ exit: 0, out: 'no mistake in 2 runbooks\n' });
  });

  it.each([
    ['the folder around the content', [] as string[]],
    ['the content', ['content']],
    ['one runbook', ['content', 'runbooks', 'first']],
  ])('takes %s', async (_, path) => {
    expect(await lint(BROKEN, (root) => [join(root, ...path)])).toMatchObject({ exit: 1 });
  });

  it('tells of one runbook only its own', async () => {
    const second = (root: string): string[] => [join(root, 'content/runbooks/second')];
    expect(await lint(BROKEN, second)).toMatchObject({ exit: 0 });
  });

  it('is data as well', async () => {
    const { out } = await lint(BROKEN, (root) => ['--json', root]);
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ file: 'content/runbooks/first/runbook.yaml', line: 39, rule: 'signatures' }],
      advice: [],
    });
  });

  it('gives advice where it is asked, which is no mistake', async () => {
    const edit = change(YAML, '<str:disk>', '<str:disc>');
    expect((await lint([edit], (root) => [root])).out).not.toContain('hint');
    const { exit, out } = await lint([edit], (root) => ['--advice', root]);
    expect(exit).toBe(0);
    expect(out).toContain('1 hint in the content:\n');
    expect(out).toContain('[advice] `sig-broken`: `disc` is captured and fills no variable');
  });

  it('names a folder that holds no content', async () => {
    const { exit, error } = await lint([], () => ['/nowhere']);
    expect(exit).toBe(2);
    expect(error).toContain(
      'expected a folder with content/runbooks, or that of a runbook, found `/nowhere`',
    );
  });
});
