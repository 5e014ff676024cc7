import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { LISTINGS } from '../../../../tests/support/listings.ts';
import { splitLines } from '../../text/index.ts';
import { type CommandLine, programName } from '../command-line.ts';
import { COMMAND_SOURCES, isSessionLine, readCommandLine, readCommandLines } from './read.ts';

const argvOf = ({ argv }: CommandLine): string[] => argv.map(({ text }) => text);
const read = (text: string): string[][] => readCommandLines(text).map(argvOf);

/** Neither blanks nor line ends, nor anything that a NUL is shown as. */
const listed = fc
  .stringMatching(/^[!-~]*$/)
  .filter((word) => !['^@', '\\0', '\\x00', '\\u0000'].some((shown) => word.includes(shown)));

/** Chats put no-break spaces in the place of blanks, so they are read as such. */
const isKept = (word: string): boolean => !word.includes('\u00a0');

/** What each shape can hold without loss. */
const LOSSLESS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'docker inspect': fc.string({ unit: 'binary' }),
  'crictl inspect': fc.string({ unit: 'binary' }),
  'systemctl cat': fc.string({ unit: 'grapheme' }).filter(isKept),
  '/proc/<pid>/cmdline': fc.stringMatching(/^[^\0\n]*$/).filter(isKept),
  'cat -v /proc/<pid>/cmdline': fc.stringMatching(/^[ -\]_-~]*$/),
  'a static Pod': fc.stringMatching(/^[ -~]*$/),
  'ps aux': listed,
  'ps -ef': listed,
  'ps -eo pid,args': listed,
};

describe('the arguments of a process', () => {
  it.each(Object.keys(LISTINGS))('are the same again behind %s', (name) => {
    const word = LOSSLESS[name] ?? fc.constant('');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (args) => {
        const argv = ['/usr/bin/program', ...args, '--last=1'];
        expect(read(LISTINGS[name]?.(argv) ?? '')).toEqual([argv]);
      }),
    );
  });

  it.each(Object.keys(LISTINGS))('say that they were read from %s, and where they stand in it', (name) => {
    const text = LISTINGS[name]?.(['/usr/bin/kube-proxy', '--config=/etc/x', '--v=2']) ?? '';
    const [command, ...more] = readCommandLines(text);
    expect(more).toEqual([]);
    expect(command?.argv.map(({ span }) => text.slice(span.from, span.to))).toEqual(
      command && argvOf(command),
    );
    expect(command && programName(command)).toBe('kube-proxy');
    expect(command?.problems).toEqual([]);
  });

  it('are read for each process of a listing', () => {
    const rows = ['101 /usr/bin/kubelet --v=2', '102 kube-apiserver --v=3', '103 /usr/bin/etcd'];
    expect(readCommandLines(rows.join('\n')).map(({ pid }) => pid)).toEqual([101, 102, 103]);
  });

  it('are not those of the search for the process', () => {
    for (const search of ['grep --color=auto kube', 'grep -i kube', '/usr/bin/rg -i kube', 'pgrep -a kube']) {
      expect(read(`root  27298 27293  3 08:47 ?   00:00:00 ${search}`)).toEqual([]);
    }
  });

  it('are none where a paste has no command', () => {
    for (const text of ['', 'hello', 'E1121 08:54:12.041710    1492 main.go:25] error msg', '[1, 2]', '{}']) {
      expect(read(text)).toEqual([]);
    }
  });

  it('never make a reader throw, and point into the paste', () => {
    const keywords = [
      'ExecStart=',
      'command:',
      'args:',
      '- ',
      '["a", "b"]',
      '[{"Path":"x","Args":[',
      '"process"',
      '^@',
      '\\\n',
      'root 1 0 0 12:31 ? 00:00:00 ',
      '1 /bin/x ',
      '/bin/x --a ',
      '$ ',
      '[root@n ~]# ',
      '--flag=',
      'kubelet --v ',
      '├─1 /bin/x ',
      'Environment="A=b"',
      'KUBELET_ARGS="--v=2"',
      '${A} $A ',
      'flags.go:59] FLAG: --v="2"',
      'ExecStart={ path=/x ; argv[]=/x --v=2 ; ',
      '> ',
      '\u00a0',
      'Command:\n  x\n  --y',
      'PID USER STARTED COMMAND\n',
      'x [--a b]',
      'sh -c "exec x --y 2>&1"',
      '/usr/bin/kubelet--v=2--x',
      '\n  --wrapped=1',
      '{"command": ["x"]}',
    ];
    fc.assert(
      fc.property(hostileText(keywords), (text) => {
        for (const { argv, span, problems } of readCommandLines(text)) {
          for (const inner of [
            span,
            ...argv.map((argument) => argument.span),
            ...problems.map((one) => one.span),
          ]) {
            expect(inner.from).toBeLessThanOrEqual(inner.to);
            expect(inner.to).toBeLessThanOrEqual(text.length);
          }
        }
        for (const line of splitLines(text)) readCommandLine(line);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['arguments', (size: number) => `root 1 0 0 12:31 ? 00:00:00 kubelet ${'--v=2 x '.repeat(size)}`],
    ['rows', (size: number) => 'root 1 0 0 12:31 ? 00:00:00 kubelet --v=2\n'.repeat(size)],
    ['continued lines', (size: number) => 'kubelet \\\n'.repeat(size)],
    ['items', (size: number) => `command:\n${'- --v=2\n'.repeat(size)}`],
    ['lists', (size: number) => 'command: [a, "b", \'c\']\n'.repeat(size)],
    ['quotes of a list', (size: number) => `command: [${`"a' `.repeat(size)}]`],
    ['wrapped lines', (size: number) => `1 /bin/kubelet --a\n${'  --v=2\n'.repeat(size)}`],
    ['rows of a width', (size: number) => `1 /bin/kubelet --v=${'2'.repeat(60)}\n`.repeat(size)],
    ['variables', (size: number) => `A_B="--v=2"\nExecStart=/bin/x ${'$A_B ${A_B} '.repeat(size)}`],
    ['assignments', (size: number) => `ExecStart=/bin/x $A\n${'Environment=A=b\n'.repeat(size)}`],
    ['branches', (size: number) => '│ ├─12 /usr/bin/kubelet --v=2\n'.repeat(size)],
    ['quoted lines', (size: number) => '> > kubelet --v=2\n'.repeat(size)],
    ['dashes', (size: number) => `/usr/bin/kubelet${'--v=2'.repeat(size)}`],
    ['loose words', (size: number) => `1 /bin/kubelet --v=2${' x'.repeat(size)}`],
    ['brackets', (size: number) => 'x [-\n[{\n'.repeat(size)],
    ['lines of an argument', (size: number) => `/usr/bin/kubelet\n${'--v=2\n'.repeat(size)}`],
    ['arguments of a container', (size: number) => `{"Path":"x","Args":["--a"${',"--v=2"'.repeat(size)}]}`],
    ['units', (size: number) => 'ExecStart=/bin/x \\\n'.repeat(size)],
  ])('cost time in proportion to the paste: many %s', (_, make) => {
    expect(growth(readCommandLines, make, 2_000)).toBeLessThan(LINEAR);
  });
});

describe('the shapes of a command line', () => {
  it('have an id each', () => {
    const ids = COMMAND_SOURCES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a line of a terminal session', () => {
  it.each(['$ kubectl get node', '[root@n1 ~]# ls', 'root@n1:~# ls', '  PID TTY          TIME CMD'])(
    'is no output: %s',
    (line) => {
      expect(isSessionLine(line)).toBe(true);
    },
  );

  it.each(['panic: x', '', 'NAME   SERVICE   AVAILABLE   AGE', 'user@example.com wrote:'])(
    'is output: %j',
    (line) => {
      expect(isSessionLine(line)).toBe(false);
    },
  );
});
