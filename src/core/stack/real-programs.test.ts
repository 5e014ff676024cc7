import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
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
});

describe('what Java prints here', () => {
  it.for(['cause', 'suppressed', 'lambda', 'circular', 'reflect', 'proxy', 'nomsg', 'thread'])(
    'of a crash of kind %s is read whole',
    (kind, { skip }) => {
      const [java, javac] = [realProgram('java'), realProgram('javac')];
      if (!java || !javac) return skip('java is not installed');
      if (!existsSync(join(folder, 'Crash.class'))) {
        copyFileSync(join(HERE, 'jvm/samples/Crash.java'), join(folder, 'Crash.java'));
        execFileSync(javac, ['Crash.java'], { cwd: folder });
      }
      const text = output(java, ['-cp', '.', 'Crash', kind]);
      expect(unread(text)).toEqual([]);
      expect(readStacks(text).stacks.map(({ language }) => language)).toEqual(['java']);
    },
    30_000,
  );
});

describe('what Rust prints here', () => {
  it.for(['panic', 'multi', 'unwrap', 'result', 'trait', 'closure', 'unnamed'])(
    'of a panic of kind %s is read whole',
    (kind, { skip }) => {
      const rustc = realProgram('rustc');
      if (!rustc) return skip('rustc is not installed');
      if (!existsSync(join(folder, 'crash'))) {
        copyFileSync(join(HERE, 'rust/samples/crash.rs'), join(folder, 'crash.rs'));
        execFileSync(rustc, ['-g', 'crash.rs'], { cwd: folder });
      }
      for (const level of ['0', '1', 'full']) {
        const text = output(join(folder, 'crash'), [kind], { RUST_BACKTRACE: level });
        expect(unread(text)).toEqual([]);
        const { stacks } = readStacks(text);
        expect(stacks.map(({ language }) => language)).toEqual(['rust']);
        const files = stacks.flatMap(({ goroutines }) => goroutines.flatMap(({ frames }) => frames));
        expect(files.some(({ file }) => file?.endsWith('crash.rs'))).toBe(true);
      }
    },
    60_000,
  );
});
