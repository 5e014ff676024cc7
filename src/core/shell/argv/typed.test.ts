import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommandLines } from './read.ts';
import local from './samples/local.json' with { type: 'json' };
import { promptEnd } from './prompt.ts';

const read = (text: string): string[][] =>
  readCommandLines(text).map(({ argv }) => argv.map((one) => one.text));

describe('a typed command', () => {
  it.each([
    ['kube-apiserver --service-account-lookup true', ['kube-apiserver', '--service-account-lookup', 'true']],
    ['kube-apiserver --secure-port 6443 --v 8', ['kube-apiserver', '--secure-port', '6443', '--v', '8']],
    ['kube-apiserver -v8', ['kube-apiserver', '-v8']],
    ['kube-apiserver --nosuch', ['kube-apiserver', '--nosuch']],
    ['kubelet --nosuch', ['kubelet', '--nosuch']],
    ['./hack/x.sh -a', ['./hack/x.sh', '-a']],
    ['/usr/bin/env A=b -x', ['/usr/bin/env', 'A=b', '-x']],
  ])('is read: %s', (text, argv) => {
    expect(read(text)).toEqual([argv]);
  });

  it.each(['$ ', '# ', '% ', '> ', '❯ ', '[root@node-3 main]# ', 'root@n1:~# ', 'me@host:/etc$ ', '   '])(
    'is read behind %j',
    (prompt) => {
      expect(read(`${prompt}kubelet --v=2`)).toEqual([['kubelet', '--v=2']]);
    },
  );

  it('has its quotes resolved, and then runs of blanks are no arguments', () => {
    expect(read(`kubelet  --a='b c'   --d="e"`)).toEqual([['kubelet', '--a=b c', '--d=e']]);
  });

  it('without quotes may be copied from ps, so each further blank is an argument', () => {
    expect(read('kubelet --a=  --b')).toEqual([['kubelet', '--a=', '', '--b']]);
  });

  it.each([
    ['\n', 'as Unix ends lines'],
    ['\r\n', 'as Windows ends lines'],
  ])('goes on behind a backslash at the end of a line: %j, %s', (newline) => {
    const text = ['$ kubelet --a=b \\', "  --c='d e' \\", '  --f', 'kubelet --g'].join(newline);
    expect(read(text)).toEqual([
      ['kubelet', '--a=b', '--c=d e', '--f'],
      ['kubelet', '--g'],
    ]);
  });

  it('may have its program alone on the first line', () => {
    expect(read('kube-apiserver \\\n  --v=2')).toEqual([['kube-apiserver', '--v=2']]);
  });

  it('that breaks off behind a backslash has no argument of it', () => {
    expect(read('kubelet --a \\')).toEqual([['kubelet', '--a']]);
    expect(read(String.raw`kubelet --a=b\\`)).toEqual([['kubelet', String.raw`--a=b\ `.trim()]]);
  });

  it('with a quote that never closes says so', () => {
    const [command] = readCommandLines(`kubelet --a='b c`);
    expect(command?.problems).toMatchObject([{ code: 'open-quote', span: { from: 12, to: 13 } }]);
  });

  it('under Delve is read as it was typed', () => {
    const text = readFileSync(new URL('samples/dlv-local.txt', import.meta.url), 'utf8');
    const [argv = []] = read(text);
    expect(argv.slice(argv.indexOf('--') + 1)).toEqual(local.slice(1).filter((word) => word !== ''));
  });

  it.each([
    'hello',
    'kubelet',
    'see http://x/y -a',
    'This is a -test',
    'x: y -z',
    'kubelet status',
    '- --v=2',
    '',
  ])('is none: %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a prompt', () => {
  it.each([
    ['$ ls', 2],
    ['[root@n main]# ls', 15],
    ['root@n:~$ ls', 10],
    ['me@example.com wrote: x', 0],
    ['[a@b] text', 0],
    ['@n# ls', 0],
    ['ls', 0],
    ['', 0],
  ])('of %j ends at %i', (line, end) => {
    expect(promptEnd(line)).toBe(end);
  });
});
