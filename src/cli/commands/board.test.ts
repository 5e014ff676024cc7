import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const STORY = `master-0: 172.22.248.225
master-1: 172.22.248.226
master-2: 172.22.248.227
worker-0: 172.22.248.227
The connection to the server 172.22.248.239:6443 was refused - did you specify the right
`;

async function board(args: readonly string[], file = STORY) {
  const io = ioOf({ 'inventory.txt': file });
  const exit = await main(['board', ...args, 'inventory.txt'], io);
  return { exit, ...io.told() };
}

const STATES = ['--up', '172.22.248.227', '--down', '172.22.248.225,172.22.248.226'];

describe('kb board', () => {
  it('says that the VIP may fail, which server to use, and which address stands twice', async () => {
    const { exit, out } = await board(STATES);
    expect(exit).toBe(0);
    expect(out.split('\n')).toEqual([
      '# VIP 172.22.248.239 may fail; use 172.22.248.227 (master-2).',
      expect.stringMatching(/^# 2 of 3 apiservers do not answer/),
      '# master-2 (line 3) and worker-0 (line 4) share 172.22.248.227: one of them is wrong, and a command for the one reaches the other.',
      'kubectl --server https://172.22.248.227:6443 get nodes',
      '',
    ]);
  });

  it('gives the command that asks next where nobody is known to answer', async () => {
    const { out } = await board(['--context', 'prod']);
    expect(out).toContain(
      '\nkubectl --context prod --server https://172.22.248.225:6443 --request-timeout 5s get --raw /readyz\n',
    );
  });

  it('has it as JSON', async () => {
    const { out } = await board(['--json', '--readyz', '--balancer', 'up', ...STATES]);
    expect(JSON.parse(out)).toMatchObject({
      verdict: { sight: 'works', use: { kind: 'keep' } },
      findings: ['some-down', 'server-works', 'shared-address'],
      shared: [{ address: '172.22.248.227' }],
    });
  });

  it('takes addresses that no inventory names', async () => {
    const { exit, out } = await board(
      ['--up', '10.0.0.1', '--server', '10.0.0.9:6443', '--down', '10.0.0.2'],
      '',
    );
    expect(exit).toBe(0);
    expect(out).toContain('VIP 10.0.0.9 may fail; use 10.0.0.1.');
  });

  it('ends with 1 where there is no apiserver, and with 2 for what it does not know', async () => {
    expect((await board([], 'hello\n')).exit).toBe(1);
    expect((await board(['--balancer', 'maybe'])).exit).toBe(2);
  });
});
