import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/content.ts';

const BUNDLES = join(ROOT, '.cache', 'kb');
const PASTE = 'E1121 08:18:33.966321   32681 controller.go:116] loading failed\npanic: boom\n';

const run = (program: string, ...args: readonly string[]): { status: number | null; out: string } => {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, program), ...args], {
    input: PASTE,
    encoding: 'utf8',
  });
  return { status, out: stdout };
};

/** When each bundle was made. */
const made = (): readonly (readonly [string, number])[] =>
  readdirSync(BUNDLES).map((name) => [name, statSync(join(BUNDLES, name, 'main.mjs')).mtimeMs]);

describe('the bundle of kb', () => {
  it.each([['match', '--json', '-'], ['read', '--json', '-'], ['stack', '-'], ['lint']])(
    'answers as its sources do: %s %s %s',
    (...args) => {
      const bundled = run('scripts/kb.mjs', ...args);
      expect(bundled.out).not.toBe('');
      expect(bundled).toEqual(run('src/cli/main.ts', ...args));
    },
  );

  it('is made once, of the sources as they are', () => {
    run('scripts/kb.mjs', '--help');
    const before = made();
    expect(before).toHaveLength(1);
    run('scripts/kb.mjs', '--help');
    expect(made()).toEqual(before);
  });
});
