import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const RUNBOOK = 'content/runbooks/apiserver-duplicate-health-check';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the repository with one file of its content changed; the build must stop before it renders anything. */
function buildWith(file: string, change: (text: string) => string): { status: number | null; told: string } {
  folder = mkdtempSync(join(tmpdir(), 'faultbook-build-'));
  for (const name of ['src', 'public', 'node_modules', 'package.json', 'tsconfig.json', 'astro.config.mjs']) {
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  const bin = join(ROOT, 'node_modules', '.bin');
  const { status, stdout, stderr } = spawnSync(join(bin, 'astro'), ['build', '--root', folder], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env['PATH']}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  });
  return { status, told: `${stdout}${stderr}`.trim() };
}

test('a broken runbook.yaml stops the build with one message: file, line, rule and remedy', () => {
  const { status, told } = buildWith(`${RUNBOOK}/runbook.yaml`, (text) =>
    text.replace('severity: sev4', 'severity: bad'),
  );
  expect(status).toBe(1);
  expect(told).toMatch(/^1 mistake in the content:/m);
  expect(told).toMatch(new RegExp(`^${RUNBOOK}/runbook\\.yaml:6 {2}\\[schema\\] \`severity\`: .*sev1`, 'm'));
  expect(told).toMatch(/^ {4}→ /m);
  expect(told).not.toMatch(/^\s+at /m);
});

test('a broken MDX stops the build with one message: file, line, rule and remedy', () => {
  const { status, told } = buildWith(`${RUNBOOK}/zh.mdx`, (text) => text.replace('</Verdict>', ''));
  expect(status).toBe(1);
  expect(told).toMatch(/^1 mistake in the content:/m);
  expect(told).toMatch(new RegExp(`^${RUNBOOK}/zh\\.mdx:\\d+ {2}\\[mdx\\] .*<Verdict>`, 'm'));
  expect(told).not.toMatch(/^\s+at /m);
});

test('an id that vanishes stops the build', () => {
  const { status, told } = buildWith('content/step-ledger.json', (text) =>
    text.replace('"ids": {', '"ids": {\n    "APISRV-DEV-001#s-gone": "published",'),
  );
  expect(status).toBe(1);
  expect(told).toContain('`APISRV-DEV-001#s-gone` was published and is gone');
});
