import { Terminal } from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { type Frame, frameOf } from './frame.ts';

async function frame(text: string): Promise<Frame> {
  const terminal = new Terminal({ cols: 20, rows: 2, scrollback: 0, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return frameOf(terminal);
}

describe('what a terminal shows', () => {
  it('is text, with the cursor where it stands', async () => {
    expect(await frame('ab\r\nc')).toEqual([
      [{ text: 'ab', look: '' }],
      [
        { text: 'c', look: '' },
        { text: ' ', look: 'cursor' },
        { text: '', look: '' },
      ],
    ]);
  });

  it('has wide characters once', async () => {
    expect((await frame('中文x'))[0]?.map(({ text }) => text).join('')).toMatch(/^中文x /);
  });

  it.each([
    ['\x1b[31m', 'front-1'],
    ['\x1b[91m', 'front-1'],
    ['\x1b[38;5;9m', 'front-1'],
    ['\x1b[38;5;208m', 'front-3'],
    ['\x1b[38;5;244m', 'front-7'],
    ['\x1b[38;5;236m', 'front-0'],
    ['\x1b[38;2;255;0;0m', 'front-1'],
    ['\x1b[38;2;10;200;20m', 'front-2'],
    ['\x1b[44m', 'back-4'],
    ['\x1b[41;37m', 'back-1'],
    ['\x1b[7m', 'inverse'],
    ['\x1b[1;4;32m', 'front-2 bold underline'],
    ['\x1b[2;3;9m', 'dim italic struck'],
  ])('wears the colours of the theme: %j', async (sequence, look) => {
    expect((await frame(`${sequence}x\x1b[0m`))[0]?.[0]).toEqual({ text: 'x', look });
  });
});
