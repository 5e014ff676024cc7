import { Terminal } from '@xterm/headless';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHarmless } from './harmless.ts';
import { createScreen, rowText } from './screen.ts';

const COLUMNS = 10;
const ROWS = 4;

/** Every row that was written to, trimmed. */
function drawn(text: string, columns = COLUMNS, rows = ROWS): string[] {
  const screen = createScreen(columns, rows);
  screen.write(createHarmless().push(text), 0);
  return trimmed(screen.rows().map(rowText));
}

function trimmed(rows: readonly string[]): string[] {
  const lines = rows.map((row) => row.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

describe('what is written', () => {
  it.each([
    ['stands in rows', 'a\r\nb', ['a', 'b']],
    ['stands where the cursor is, after a line feed alone', 'ab\nc', ['ab', '  c']],
    ['is written over after a carriage return', '10%\r20%', ['20%']],
    ['is written over after a backspace', 'ls\b\bcd', ['cd']],
    ['is erased to the end of the row', 'progress\r\x1b[Kdone', ['done']],
    ['is erased in part', 'abcdef\x1b[3D\x1b[K', ['abc']],
    ['is erased to the beginning', 'abcdef\x1b[3D\x1b[1K', ['    ef']],
    ['wraps at the last column', 'abcdefghijKL', ['abcdefghij', 'KL']],
    ['does not wrap before the next character', 'abcdefghij\r\nK', ['abcdefghij', 'K']],
    ['does not wrap where wrapping is off', '\x1b[?7labcdefghijKL', ['abcdefghiL']],
    ['leaves at the top', '1\r\n2\r\n3\r\n4\r\n5', ['1', '2', '3', '4', '5']],
    ['moves with a tab', 'a\tb', ['a       b']],
    ['takes two columns if it is wide', '中文字表格x', ['中文字表格', 'x']],
    ['joins what stands before if it is an accent', 'e\u0301a', ['e\u0301a']],
    ['is inserted', 'abc\x1b[2D\x1b[@X', ['aXbc']],
    ['is deleted', 'abcd\x1b[3D\x1b[2P', ['ad']],
    ['moves down for an inserted row', 'a\r\nb\x1b[A\r\x1b[Lx', ['x', 'a', 'b']],
    ['moves up for a deleted row', 'a\r\nb\r\nc\x1b[2;1H\x1b[M', ['a', 'c']],
    ['scrolls within its region', '1\r\n2\r\n3\r\n4\x1b[2;3r\x1b[3;1H\nx', ['1', '3', 'x', '4']],
    [
      'stays when the screen is cleared, above what comes next',
      'before\r\nmore\x1b[H\x1b[2Jafter',
      ['before', 'more', 'after'],
    ],
    [
      'stays when a full-screen program ends',
      'sh\r\n\x1b[?1049h\x1b[HvimTEXT\x1b[?1049lback',
      ['sh', 'vimTEXT', 'back'],
    ],
  ])('%s', (_, text, rows) => {
    expect(drawn(text)).toEqual(rows);
  });

  it('of a progress bar that moves back up reads as it did at last', () => {
    const layers = 'one: 10%\r\ntwo: 10%\r\n\x1b[2A\x1b[Kone: done\x1b[B\r\x1b[Ktwo: done\r\n';
    expect(drawn(layers, 20, 5)).toEqual(['one: done', 'two: done']);
  });
});

describe('a terminal that is made smaller and larger', () => {
  it('keeps what was on it', () => {
    const screen = createScreen(10, 4);
    screen.write('1\r\n2\r\n3\r\n4', 0);
    screen.resize(8, 2);
    screen.write('\x1b[Htop', 0);
    screen.resize(12, 5);
    screen.write('\r\nmore', 0);
    expect(trimmed(screen.rows().map(rowText))).toEqual(['1', '2', 'top', 'more']);
  });
});

describe('more than can be kept', () => {
  it('is not drawn, however little made it', () => {
    const screen = createScreen(500, 4, 10_000);
    screen.write('\x1b[500Cx\n'.repeat(100_000), 0);
    expect(screen.isFull()).toBe(true);
    expect(screen.rows().length).toBeLessThan(40);
  });
});

/** The lower end of xterm.js's buffer: its screen. */
async function ofXterm(text: string): Promise<string[]> {
  const terminal = new Terminal({ cols: COLUMNS, rows: ROWS, scrollback: 0, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  const { active } = terminal.buffer;
  const rows = Array.from(
    { length: ROWS },
    (_, y) => active.getLine(active.baseY + y)?.translateToString(true) ?? '',
  );
  terminal.dispose();
  return rows.map((row) => row.trimEnd());
}

/** The screen alone, without what has left it. */
function screenOf(text: string): string[] {
  const screen = createScreen(COLUMNS, ROWS);
  screen.write(text, 0);
  // The screen is the last rows, once the lowest of them is there.
  screen.write('\x1b[4;1H', 0);
  screen.current();
  return screen
    .rows()
    .slice(-ROWS)
    .map((row) => rowText(row).trimEnd());
}

/** What both draw alike. Kept apart: tabs at the edge, and where a cleared screen goes. */
const MOVES = [
  'a',
  'bc',
  'defgh',
  'ijklmnopqrstu',
  '中',
  '\r',
  '\n',
  '\r\n',
  '\b',
  '\x1b[K',
  '\x1b[1K',
  '\x1b[2K',
  '\x1b[1J',
  '\x1b[2J',
  '\x1b[A',
  '\x1b[2B',
  '\x1b[3C',
  '\x1b[2D',
  '\x1b[2;3H',
  '\x1b[H',
  '\x1b[4;10H',
  '\x1b[G',
  '\x1b[5G',
  '\x1b[2d',
  '\x1b[E',
  '\x1b[F',
  '\x1b[L',
  '\x1b[2L',
  '\x1b[M',
  '\x1b[2M',
  '\x1b[P',
  '\x1b[3P',
  '\x1b[2@',
  '\x1b[X',
  '\x1b[4X',
  '\x1b[2;3r',
  '\x1b[r',
  '\x1b[S',
  '\x1b[T',
  '\x1bD',
  '\x1bM',
  '\x1bE',
  '\x1b[31m',
  '\x1b[?25l',
];

describe('xterm.js, fed with the same', () => {
  it('shows the same screen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...MOVES), { maxLength: 40 }), async (moves) => {
        const text = createHarmless().push(moves.join(''));
        expect(screenOf(text)).toEqual(await ofXterm(text));
      }),
      { numRuns: 500 },
    );
  });
});
