import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realProgram } from '../../../tests/support/real-program.ts';
import { readStacks } from './read.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stacks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const output = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
  const run = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  return run.stdout + run.stderr;
};

/** What is left of a program's output, without blank lines. */
const unread = (text: string): string[] =>
  readStacks(text)
    .unparsed.flatMap(({ from, to }) => text.slice(from, to).split('\n'))
    .filter((line) => line.trim() !== '');

describe('what Python prints here', () => {
  it.for(['plain', 'context', 'recursion', 'syntax', 'thread', 'segv', 'later', 'json', 'asyncio'])(
    'of a crash of kind %s is read whole',
    (kind, { skip }) => {
      const python = realProgram('python3');
      if (!python) return skip('python3 is not installed');
      copyFileSync(join(HERE, 'python/samples/crash.py'), join(folder, 'crash.py'));
      const text = output(python, ['crash.py', kind]);
      expect(unread(text).filter((line) => !line.startsWith('Extension modules: '))).toEqual([]);
      const { stacks } = readStacks(text);
      expect(stacks.map(({ language }) => language)).toEqual(['python']);
      const files = stacks.flatMap(({ goroutines }) => goroutines.flatMap(({ frames }) => frames));
      expect(files.some(({ file }) => file?.endsWith('crash.py'))).toBe(true);
    },
  );
});

describe('what Node.js prints here', () => {
  it.each(['plain', 'new', 'alias', 'async', 'all', 'map', 'eval', 'cause', 'module', 'assert', 'fs', 'net'])(
    'of a crash of kind %s is read whole',
    (kind) => {
      copyFileSync(join(HERE, 'node/samples/crash.js.txt'), join(folder, 'crash.cjs'));
      const text = output(process.execPath, ['crash.cjs', kind], { NODE_OPTIONS: '' });
      expect(unread(text)).toEqual([]);
      const [stack, ...more] = readStacks(text).stacks;
      expect(more).toEqual([]);
      expect(stack?.language).toBe('node');
      const own = stack?.goroutines[0]?.frames.find(({ location }) => location?.kind === 'runtime');
      if (own?.location) expect(own.location).toMatchObject({ version: process.versions.node });
    },
  );

  it.each([
    ['an argument', ['-e', 'function f() { throw new Error("x"); } f()'], '[eval]'],
    [
      'another script',
      ['-e', 'require("vm").runInThisContext("throw new Error(1)")'],
      'evalmachine.<anonymous>',
    ],
    ['what is computed', ['-p', 'eval("throw new TypeError(2)")'], '[eval]'],
  ])('of a crash in %s is read whole', (_, args, file) => {
    const text = output(process.execPath, args, { NODE_OPTIONS: '' });
    expect(unread(text)).toEqual([]);
    const [stack, ...more] = readStacks(text).stacks;
    expect(more).toEqual([]);
    const frames = stack?.goroutines.flatMap((goroutine) => goroutine.frames) ?? [];
    expect(frames.map((frame) => frame.file)).toContain(file);
    expect(frames.length).toBe(text.split('\n').filter((line) => line.startsWith('    at ')).length);
  });
});
