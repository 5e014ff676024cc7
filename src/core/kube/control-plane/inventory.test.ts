import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { textOf } from '../../text/index.ts';
import { sharedWords } from './board-words.ts';
import { hostOf, isAddress, readInventory } from './inventory.ts';

const told = (text: string): string[] =>
  readInventory(text).machines.map(({ name, address, role }) => `${name} ${address} ${role}`);

const STORY = `master-0: 172.22.248.225
master-1: 172.22.248.226
master-2: 172.22.248.227
worker-0: 172.22.248.227
`;

describe('the inventory of the write-up', () => {
  it('gives 172.22.248.227 to two machines, master-2 and worker-0, and that is said', () => {
    const { shared } = readInventory(STORY);
    expect(shared.map(({ address, machines }) => [address, machines.map(({ name }) => name)])).toEqual([
      ['172.22.248.227', ['master-2', 'worker-0']],
    ]);
    const [first] = shared;
    expect(first && sharedWords(first, 'en')).toBe(
      'master-2 (line 3) and worker-0 (line 4) share 172.22.248.227: one of them is wrong, and a command for the one reaches the other.',
    );
    expect(first && sharedWords(first, 'zh')).toContain('172.22.248.227');
  });
});

describe('an inventory', () => {
  const TWO = ['master-0 10.0.0.1 control-plane', 'worker-0 10.0.0.2 worker'];

  it.each([
    ['a list', 'master-0: 10.0.0.1\nworker-0: 10.0.0.2\n'],
    ['a list of Markdown', '- master-0 10.0.0.1\n- worker-0: 10.0.0.2\n'],
    ['a list in Chinese', 'master-0：10.0.0.1\nworker-0：10.0.0.2\n'],
    [
      '/etc/hosts',
      '127.0.0.1 localhost\n::1 localhost\n# nodes\n10.0.0.1 master-0 master-0.example.com\n10.0.0.2\tworker-0\n',
    ],
    [
      'Ansible',
      '[masters]\nmaster-0 ansible_host=10.0.0.1 ansible_user=root\n[workers]\nworker-0 ansible_host=10.0.0.2\n',
    ],
    ['CSV', 'name,address\nmaster-0,10.0.0.1\n"worker-0","10.0.0.2"\n'],
    [
      'kubectl get nodes -o wide',
      'NAME       STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE\nmaster-0   Ready    master   1d    v1.17.3   10.0.0.1      <none>        CentOS Linux 7\nworker-0   Ready    <none>   1d    v1.17.3   10.0.0.2      <none>        CentOS Linux 7\n',
    ],
    [
      'a table of Markdown',
      '| name | address |\n| --- | --- |\n| master-0 | 10.0.0.1 |\n| worker-0 | 10.0.0.2 |\n',
    ],
  ])('is read as %s', (_, text) => {
    expect(told(text)).toEqual(TWO);
    expect(readInventory(text).shared).toEqual([]);
  });

  it.each([
    ['node-1   Ready   control-plane   1d   v1.30.0   10.0.0.1', 'node-1 10.0.0.1 control-plane'],
    ['k8s-lb 10.0.0.9', 'k8s-lb 10.0.0.9 balancer'],
    ['vip1 = 10.0.0.9', 'vip1 10.0.0.9 balancer'],
    ['album-1 10.0.0.9', 'album-1 10.0.0.9 unknown'],
    ['m1 fd00::1', 'm1 fd00::1 unknown'],
    ['m1 10.0.0.1 10.0.0.2', 'm1 10.0.0.1 unknown'],
  ])('%s', (line, machine) => {
    expect(told(line)).toEqual([machine]);
  });

  it.each([
    ['no address', 'master-0 is down'],
    ['numbers that are none', 'master-0 10.0.0.256'],
    ['an address alone', '10.0.0.1'],
  ])('does not understand a line with %s, and says so', (_, line) => {
    expect(told(line)).toEqual([]);
    expect(readInventory(`${line}\n`).unread.map(({ text }) => text)).toEqual([line]);
  });

  it('does not call the same machine told twice a shared address', () => {
    expect(readInventory('m1 10.0.0.1\nm1 10.0.0.1\n').shared).toEqual([]);
  });

  it.each([
    [
      'The connection to the server 172.22.248.239:6443 was refused - did you specify the right',
      '172.22.248.239:6443',
    ],
    ['The connection to the server lb.example.com:6443 was refused', 'lb.example.com:6443'],
    ['    server: https://172.22.248.239:6443', '172.22.248.239:6443'],
    ['    server: "https://[fd00::9]:6443/"', '[fd00::9]:6443'],
    ['kubectl --server https://[fd00::9]:6443/ get nodes', '[fd00::9]:6443'],
    ['The connection to the server localhost:8080 was refused', 'localhost:8080'],
    ['server: nginx', undefined],
  ])('tells the server of %s', (line, server) => {
    expect(readInventory(line).server).toBe(server);
  });

  it('knows where the addresses stand', () => {
    for (const { span, address } of readInventory(STORY).machines) expect(textOf(STORY, span)).toBe(address);
  });

  it('never throws, and its spans lie in the text', () => {
    fc.assert(
      fc.property(
        hostileText([
          '10.0.0.1',
          'master-0',
          'server: https://',
          '::1',
          'fd00::1',
          'The connection to the server ',
        ]),
        (text) => {
          const { machines } = readInventory(text);
          for (const { span, address } of machines) expect(textOf(text, span)).toBe(address);
        },
      ),
    );
  });

  it.each(['m1 10.0.0.1\n', '1.', ':', 'a ', ', ', 'server: https://'])(
    'costs time in proportion to its length: %j',
    (piece) => {
      expect(growth(readInventory, (size) => piece.repeat(size / piece.length), 10_000)).toBeLessThan(LINEAR);
    },
  );
});

describe('an address', () => {
  it.each(['10.0.0.1', '255.255.255.255', 'fd00::1', '::1', 'fe80:0:0:0:0:0:0:1'])('is one: %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each(['', '10.0.0', '10.0.0.256', '10.0.0.1.1', '1:2:3', 'a.b.c.d', '::g', 'v1.17.3', '10.0.0.1:6443'])(
    'is none: %j',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );

  it.each([
    ['10.0.0.9:6443', '10.0.0.9'],
    ['[::1]:6443', '::1'],
    ['fd00::1', 'fd00::1'],
    ['lb.example.com', 'lb.example.com'],
  ])('of %s is %s', (server, host) => {
    expect(hostOf(server)).toBe(host);
  });
});
