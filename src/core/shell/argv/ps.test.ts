import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Line, splitLines } from '../../text/index.ts';
import type { CommandLine } from '../command-line.ts';
import { isPsHeader } from './ps-layout.ts';
import { readPidRow, readPsRow } from './ps.ts';
import local from './samples/local.json' with { type: 'json' };
import remote from './samples/remote.json' with { type: 'json' };

const sample = (name: string): string => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

function lineOf(text: string): Line {
  const [line] = splitLines(text);
  if (!line) throw new Error('no line');
  return line;
}

const row = (text: string): CommandLine | undefined => readPsRow(lineOf(text));
const argvOf = (command: CommandLine | undefined): string[] | undefined =>
  command?.argv.map(({ text }) => text);
const codesOf = (command: CommandLine | undefined): string[] | undefined =>
  command?.problems.map(({ code }) => code);
const EF = 'root     27298 27293  3 08:47 ?        00:00:00 ';

describe('a row of ps', () => {
  it.each([
    ['ps-aux-local.txt', local, 13_128],
    ['ps-aux-remote.txt', remote, 3_339_334],
  ])('gives the arguments of the write-up: %s', (name, argv, pid) => {
    const command = row(sample(name));
    expect(argvOf(command)).toEqual(argv);
    expect(command).toMatchObject({ source: 'ps', pid, user: 'root', problems: [] });
  });

  it.each([
    ['ps aux', 'etcd       812  0.1  0.2  11 22 ?  Ss   Nov21  12:06 /usr/bin/etcd --x', 812, 'etcd'],
    [
      'ps aux of last year',
      'etcd     812  0.1  0.2  11 22 ?  S<l   2025  12:06 /usr/bin/etcd --x',
      812,
      'etcd',
    ],
    ['ps -ef', 'etcd     812     1  0 Nov21 ?      1-02:03:04 /usr/bin/etcd --x', 812, 'etcd'],
    ['docker top', 'etcd     812     1  0 12:06 pts/0  00:00:04 /usr/bin/etcd --x', 812, 'etcd'],
  ])('is read in the columns of %s', (_, text, pid, user) => {
    expect(row(text)).toMatchObject({ pid, user, problems: [] });
    expect(argvOf(row(text))).toEqual(['/usr/bin/etcd', '--x']);
  });

  it('has an empty argument in each further blank, and its rest joined to a value', () => {
    const args = '--authorization-mode=Node,RBAC  --cloud-provider= --cloud-config=   --v=3 --x=a b';
    const command = row(`${EF}kube-apiserver argv.py  ${args}`);
    expect(argvOf(command)).toEqual([
      'kube-apiserver',
      'argv.py',
      '',
      '--authorization-mode=Node,RBAC',
      '',
      '--cloud-provider=',
      '--cloud-config=',
      '',
      '',
      '--v=3',
      '--x=a b',
    ]);
    expect(command?.problems).toMatchObject([{ code: 'joined-value', facts: { found: 'b' } }]);
  });

  it('joins loose words to a value only for programs that take flags alone', () => {
    expect(argvOf(row(`${EF}/usr/bin/kubelet --x=a b c`))).toEqual(['/usr/bin/kubelet', '--x=a b c']);
    expect(argvOf(row(`${EF}/usr/bin/node --x=a b c`))).toEqual(['/usr/bin/node', '--x=a', 'b', 'c']);
    expect(argvOf(row(`${EF}kubelet --v 2`))).toEqual(['kubelet', '--v', '2']);
  });

  it.each(['13541 pts/2    00:00:11 kube-controller', ' 13825 ?        00:00:14 kubelet'])(
    'with the name alone says that it has no arguments: %s',
    (text) => {
      expect(codesOf(row(text))).toEqual(['name-only']);
    },
  );

  it('as wide as a terminal is probably cut', () => {
    const text = `${EF}kube-apiserver argv.py  --author`;
    expect(text).toHaveLength(80);
    expect(row(text)?.problems).toMatchObject([{ code: 'cut', facts: { width: 80 } }]);
    expect(codesOf(row(`${text}i`))).toEqual([]);
    expect(codesOf(row(`${EF}${'x'.repeat(120 - EF.length)}`))).toEqual(['cut']);
  });

  it.each(['…', '...'])('that ends in %s was cut', (dots) => {
    expect(codesOf(row(`${EF}/usr/bin/kubelet --config=/var/lib${dots}`))).toEqual(['cut']);
  });

  it.each([
    ['its header', 'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND'],
    ['a row without a command', 'root     27298 27293  3 08:47 ?        00:00:00'],
    ['a log line', 'E1121 08:54:12.041710    1492 main.go:25] error msg'],
    ['a table of nodes', 'node-1   Ready    <none>   37m   v1.21.15'],
    ['blanks', '   '],
  ])('is none: %s', (_, text) => {
    expect(row(text)).toBeUndefined();
  });
});

describe('a process id with a command', () => {
  it.each([
    ['3339334 /usr/local/bin/kube-apiserver --v=8', ['/usr/local/bin/kube-apiserver', '--v=8']],
    [
      '   1045 kube-apiserver --advertise-address=10.0.0.1',
      ['kube-apiserver', '--advertise-address=10.0.0.1'],
    ],
    ['1 /pause', ['/pause']],
    ['12 kube-proxy  -v 2', ['kube-proxy', '', '-v', '2']],
  ])('is read: %s', (text, argv) => {
    expect(argvOf(readPidRow(lineOf(text)))).toEqual(argv);
  });

  it.each(['3 items were found', '10 errors - see below', '5 Nodes --all', '12 ', 'x /bin/y', '7 etcd'])(
    'is none: %s',
    (text) => {
      expect(readPidRow(lineOf(text))).toBeUndefined();
    },
  );
});

describe('the header of ps', () => {
  it.each([
    'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
    'UID          PID    PPID  C STIME TTY          TIME CMD',
    '    PID TTY          TIME CMD',
  ])('is known: %s', (text) => {
    expect(isPsHeader(text)).toBe(true);
  });

  it.each(['PID of the COMMAND is unknown', 'COMMAND', ''])('is none: %j', (text) => {
    expect(isPsHeader(text)).toBe(false);
  });
});
