import { describe, expect, it } from 'vitest';
import { noText } from './no-text.ts';

describe('what is no text', () => {
  const decoded = (bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

  it.each<[string, string, string | undefined]>([
    ['a log', 'E1121 09:00:00.000001       1 a.go:1] x\n', undefined],
    ['a log with colours', '\u001b[31merror\u001b[0m x\n', undefined],
    ['nothing', '', undefined],
    ['Chinese', '磁盘已满\n', undefined],
    ['a command line of /proc', 'kubelet\0--v=2\0', undefined],
    ['a program', decoded([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'binary'],
    ['gzip', decoded([0x1f, 0x8b, 8, 0, 0x61, 0x62]), 'compressed'],
    ['zstd', decoded([0x28, 0xb5, 0x2f, 0xfd, 0x61]), 'compressed'],
    ['xz', decoded([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'compressed'],
    ['zip', 'PK\u0003\u0004abc', 'compressed'],
  ])('%s', (_, text, expected) => {
    expect(noText(text)).toBe(expected);
  });
});
