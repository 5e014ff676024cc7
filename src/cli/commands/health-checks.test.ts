import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const START = readFileSync(new URL('../../core/kube/samples/duplicate-etcd.log', import.meta.url), 'utf8');

async function healthChecks(args: readonly string[], file: string) {
  const io = ioOf({ 'start.log': file });
  const exit = await main(['health-checks', ...args, 'start.log'], io);
  return { exit, ...io.told() };
}

describe('kb health-checks', () => {
  it('proves the duplicate, applies the rule, and says which registration is printed', async () => {
    const { exit, out } = await healthChecks([], START);
    expect(exit).toBe(0);
    expect(out).toMatch(/^Proven: the list names one check twice \(etcd ×2\)/);
    expect(out).toContain('  /healthz/etcd: 2 times in the list, so 1 error; found 1\n');
    expect(out).toContain('that of the first registration');
    expect(out).toContain('apiserver-builder-alpha v1.17.0');
  });

  it('says of a 403 that it is not evidence of registration', async () => {
    const { exit, out } = await healthChecks([], 'HTTP/1.1 403 Forbidden\n');
    expect(exit).toBe(0);
    expect(out).toContain('  does not prove: Not evidence of registration');
  });

  it('has it as JSON', async () => {
    const { out } = await healthChecks(['--json'], START);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'proven',
      findings: ['duplicate-proven', 'builder-1-17'],
    });
  });

  it('ends with 1 where there is nothing about health checks', async () => {
    const { exit, out, error } = await healthChecks([], 'hello\n');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toMatch(/^nothing about health checks found/);
  });
});
