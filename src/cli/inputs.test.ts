import { describe, expect, it } from 'vitest';
import { inputsOf, noText } from './inputs.ts';

describe('inputs', () => {
  it('are files as they are named, standard input, and the files of folders', () => {
    const filesIn = (path: string): string[] | undefined =>
      path === 'bundle' ? ['bundle/a.log', 'bundle/b/c.log'] : undefined;
    expect([...inputsOf(['x.log', 'bundle', '-'], { filesIn })]).toEqual([
      { path: 'x.log', walked: false },
      { path: 'bundle/a.log', walked: true },
      { path: 'bundle/b/c.log', walked: true },
      { path: '-', walked: false },
    ]);
  });
});

describe('what is no text', () => {
  const decoded = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

  it.each<[string, string, string | undefined]>([
    ['a log', 'E1121 09:00:00.000001       1 a.go:1] x\n', undefined],
    ['a log with colours', '\u001b[31merror\u001b[0m x\n', undefined],
    ['nothing', '', undefined],
    ['Chinese', '磁盘已满\n', undefined],
    ['a command line of /proc', 'kubelet\0--v=2\0', undefined],
    ['a program', decoded([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'binary'],
    ['UTF-16', decoded([0xff, 0xfe, 0x61, 0, 0x62, 0, 0x63, 0]), 'binary'],
    ['gzip', decoded([0x1f, 0x8b, 8, 0, 0x61, 0x62]), 'compressed'],
    ['zstd', decoded([0x28, 0xb5, 0x2f, 0xfd, 0x61]), 'compressed'],
    ['xz', decoded([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'compressed'],
    ['zip', 'PK\u0003\u0004abc', 'compressed'],
  ])('%s', (_, text, expected) => {
    expect(noText(text)).toBe(expected);
  });
});
