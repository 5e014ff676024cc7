import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const LOG = [
  'I1121 09:00:00.000001       1 a.go:1] all is well',
  'E1121 09:00:03.000001       1 lease.go:9] Failed to renew quota lease "q-1": dial tcp 10.0.0.7:6443: connect: connection refused',
  '',
].join('\n');

async function draft(args: readonly string[], file = LOG) {
  const io = ioOf({ 'a.log': file, '-': file });
  const exit = await main(['draft', ...args], io);
  return { exit, ...io.told() };
}

describe('kb draft', () => {
  it('prints what it is found by, the entry of signatures, and what the pages need', async () => {
    const { exit, out, error } = await draft(['a.log']);
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
    expect(out).toMatchInlineSnapshot(`
      "# drafted from line 2
      # found by \`Failed to renew quota lease "\`, rarity 35 bits (16 and less is in many logs)
      # the samples hold values of the paste: take out what is secret
      signatures:
        - id: sig-failed-renew-quota-lease
          role: cause # TODO: cause, consequence, noise or info
          level: error
          step: s-todo # TODO: where to begin
          heads:
            - pattern: 'Failed to renew quota lease "<str>": '
          tails:
            - { id: t-dial-tcp-connect-connection, pattern: 'dial tcp <ip>:<port>: connect: connection refused', step: s-todo }
          hit:
            - text: 'E1121 09:00:03.000001       1 lease.go:9] Failed to renew quota lease "q-1": dial tcp 10.0.0.7:6443: connect: connection refused'
              made: 'TODO: how this line was made: printed by which program and version, or composed from which format string at which tag'
            - text: 'E1121 09:00:03.000001       1 lease.go:9] Failed to renew quota lease "q-4": dial tcp 192.0.2.34:8443: connect: connection refused'
              made: 'TODO: how this line was made: printed by which program and version, or composed from which format string at which tag'
          miss:
            - text: 'E1121 09:00:03.000001       1 lease.go:9] something-else to renew quota lease "q-1": dial tcp 10.0.0.7:6443: connect: connection refused'
              made: 'TODO: a line of the same program that means something else, and how it was made'
      # in the heads of en.mdx and zh.mdx:
      # why:
      #   sig-failed-renew-quota-lease: TODO
      #   t-dial-tcp-connect-connection: TODO
      "
    `);
  });

  it('says which runbooks know the line already', async () => {
    const known =
      'E1121 09:20:41.301977    1234 kubelet_node_status.go:93] Unable to register node "node-1" with API server: Unauthorized\n';
    const { out } = await draft(['-'], known);
    expect(out).toContain(
      '# ! this line is known to KUBELET-JOIN-001 (kubelet-never-registers) sig-register-failed\n',
    );
    expect(out).toContain('# ! it takes the sample KUBELET-JOIN-001 (kubelet-never-registers) refused.log\n');
    expect((await draft(['--language', 'zh', '-'], known)).out).toContain(
      '# ! 这一行已属于 KUBELET-JOIN-001',
    );
  });

  it('is data as well', async () => {
    expect(JSON.parse((await draft(['--json', 'a.log'])).out)).toMatchObject({
      id: 'sig-failed-renew-quota-lease',
      level: 'error',
      problems: [],
      conflicts: [],
    });
  });

  it('ends with 1 where there is nothing to draft from', async () => {
    const { exit, out, error } = await draft(['-'], '1 2 3\n');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(error).toContain('nothing to draft from');
  });

  it.each([
    ['no file', [], 'expected one file, or - for standard input'],
    ['a line that is none', ['--line', 'x', 'a.log'], 'expected a line number, found `x`'],
    ['a language that is none', ['--language', 'x', 'a.log'], 'expected a language of en, zh, found `x`'],
  ])('refuses %s', async (_, args, message) => {
    const { exit, error } = await draft(args);
    expect(exit).toBe(2);
    expect(error).toContain(`kb draft: ${message}`);
  });
});
