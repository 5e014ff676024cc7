import { describe, expect, it } from 'vitest';
import { tellStacks } from '../../../../tests/support/tell-stacks.ts';
import { readStacks } from '../read.ts';
import { marginEnd } from './margin.ts';

describe('the margin of a line', () => {
  it.each<[margin: string, text: string, end: number | undefined]>([
    ['     9\t', '    10\tmain.main()', 7],
    ['99: ', '100: main.main()', 5],
    ['   9 │ ', '  10 │ main.main()', 7],
    ['[9:41 AM] ', '[10:02 AM] main.main()', 11],
    ['+', '+main.main()', 1],
    ['web.1  | ', 'web.1  | main.main()', 9],
    ['web.1  | ', 'web.1  |', 8],
    ['     9\t', '    10', 6],
    ['web.1  | ', 'web.1 main.main()', undefined],
    ['9: ', 'main.main()', undefined],
    ['9: ', ' 9: main.main()', undefined],
    ['+', 'main.main()', undefined],
    [`${'x'.repeat(300)}1`, `${'x'.repeat(300)}1`, undefined],
  ])('%j in front of %j ends at %s', (margin, text, end) => {
    expect(marginEnd(margin, text)).toBe(end);
  });
});

describe('what a header is glued to', () => {
  const FRAME = 'main.main()\n\t/src/main.go:7 +0x1\n';

  it('is a message if the first call has nothing in front', () => {
    expect(tellStacks(readStacks(`E1: it hangs: goroutine 1 [running]:\n${FRAME}`).stacks)).toEqual([
      'log: E1: it hangs:',
      'goroutine 1 [running]',
      '  main.main() /src/main.go:7',
    ]);
  });

  it('is no message if all lines have it, and the panic above is the reason', () => {
    const plain = `panic: boom\n\ngoroutine 1 [running]:\n${FRAME}`;
    const lines = plain.split('\n').map((line, index) => `${index + 8}| ${line}`);
    expect(tellStacks(readStacks(lines.join('\n')).stacks)).toEqual([
      'panic: panic: boom',
      'goroutine 1 [running]',
      '  main.main() /src/main.go:7',
    ]);
  });
});
