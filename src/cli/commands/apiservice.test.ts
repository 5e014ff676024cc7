import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../../core/kube/samples/${name}`, import.meta.url), 'utf8');

async function apiservice(args: readonly string[], file: string | readonly string[]) {
  const io = ioOf({ 'table.txt': file, '-': file });
  const exit = await main(['apiservice', ...args], io);
  return { exit, ...io.told() };
}

const TABLE = sample('apiservices.txt');
const WORKS = 'v1.apps  Local  True  5d\nv1beta1.metrics.k8s.io  kube-system/metrics-server  True  5d\n';

describe('kb apiservice', () => {
  it('says what is not available, why, what breaks, and what to do, deleting last', async () => {
    const { exit, out } = await apiservice(['--context', 'prod', 'table.txt'], TABLE);
    expect(exit).toBe(0);
    expect(out).toMatch(
      /^# 4 of 6 not available: v1beta1\.custom\.metrics\.k8s\.io \(FailedDiscoveryCheck\), .+ and 1 more\.\n/,
    );
    expect(out).toContain('\nkubectl --context prod delete apiservice v1beta1.metrics.k8s.io\n');
    expect(out.indexOf('-o yaml >')).toBeLessThan(out.indexOf('delete apiservice'));
    expect(out).toContain('# what breaks meanwhile\n');
  });

  it('is the same for a table and for the object as YAML, but for what only the object tells', async () => {
    const json = async (
      file: string,
    ): Promise<{ rows: { name: string; available: string }[]; findings: unknown }> =>
      JSON.parse((await apiservice(['--json', '-'], file)).out);
    const table = await json(TABLE);
    for (const file of [sample('apiservices.yaml'), sample('apiservices.json')]) {
      const told = await json(file);
      expect(told.findings).toEqual(table.findings);
      expect(told.rows.map(({ name, available }) => [name, available])).toEqual(
        table.rows.map(({ name, available }) => [name, available]),
      );
    }
  });

  it('says it where nothing is wrong, and ends with 0', async () => {
    expect(await apiservice(['table.txt'], WORKS)).toEqual({
      exit: 0,
      out: '# No unavailable APIService in 2 rows, 1 of them Local.\n',
      error: '',
    });
  });

  it('ends with 1 where there is none, and says what it expected', async () => {
    const { exit, out, error } = await apiservice(['table.txt'], 'hello\n');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toMatch(/^no APIService found: expected rows of kubectl get apiservice/);
  });

  it('tells how it is used for a shell that it does not know', async () => {
    const { exit, error } = await apiservice(['--shell', 'cmd', 'table.txt'], TABLE);
    expect(exit).toBe(2);
    expect(error).toContain('expected a shell of bash, zsh, fish');
  });

  it('prints nothing that acts on a terminal', async () => {
    const { out } = await apiservice(['table.txt'], 'v1.x  a/b  False (\u001b[31mX)  5s\n');
    expect(out).toContain('·[31mX');
    expect(out).not.toContain('\u001b');
  });

  it('reads the input in whatever chunks it comes', async () => {
    const whole = await apiservice(['-'], TABLE);
    expect(await apiservice(['-'], TABLE.split(/(?<=.)/su))).toEqual(whole);
  });
});
