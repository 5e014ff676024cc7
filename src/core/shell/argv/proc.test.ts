import { describe, expect, it } from 'vitest';
import { splitLines } from '../../text/index.ts';
import { readProcCmdline } from './proc.ts';

const read = (text: string): string[][] =>
  splitLines(text).flatMap((line) => {
    const command = readProcCmdline(line);
    return command ? [command.argv.map((argument) => argument.text)] : [];
  });

describe('/proc/<pid>/cmdline', () => {
  it.each([
    ['as it is', '/usr/bin/kubelet\0--a=1\0\0--b=\0', ['/usr/bin/kubelet', '--a=1', '', '--b=']],
    ['through cat -v', '/usr/bin/kubelet^@--a=1^@^@--b=^@', ['/usr/bin/kubelet', '--a=1', '', '--b=']],
    ['with an empty last argument', 'kubelet\0--a\0\0', ['kubelet', '--a', '']],
    ['with blanks in an argument', 'kubelet\0--a=1 2\0', ['kubelet', '--a=1 2']],
    ['cut in its last argument', 'kubelet\0--a=1\0--node-na', ['kubelet', '--a=1', '--node-na']],
    ['with a blank behind it', 'kubelet\0--a=1\0 ', ['kubelet', '--a=1']],
  ])('%s loses nothing', (_, text, argv) => {
    expect(read(text)).toEqual([argv]);
  });

  it.each(['[root@node-3 ~]# ', '[root@node-3 main]#', 'root@n1:~# ', 'user@host:/etc$', '$ '])(
    'does not take the next prompt for an argument, which a terminal shows right behind it: %j',
    (prompt) => {
      expect(read(`kubelet^@--v=2^@${prompt}`)).toEqual([['kubelet', '--v=2']]);
    },
  );

  it('knows where each argument stands', () => {
    const text = 'x\nkubelet^@--a=1^@';
    const argv = splitLines(text).flatMap((line) => readProcCmdline(line)?.argv ?? []);
    expect(argv.map(({ span }) => text.slice(span.from, span.to))).toEqual(['kubelet', '--a=1']);
  });

  it.each(['kubelet --a=1', '', 'a^b@c'])('is not seen in %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});
