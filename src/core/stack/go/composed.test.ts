import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tellStacks } from '../../../../tests/support/tell-stacks.ts';
import { readStacks } from '../read.ts';

/** Behind each heading a text, and what is read of it. */
const ROWS = readFileSync(new URL('../samples/composed.txt', import.meta.url), 'utf8')
  .split('##### ')
  .slice(1)
  .map((section) => {
    const [name = '', ...lines] = section.trimEnd().split('\n');
    return { name, lines };
  });

const PAIRS = ROWS.flatMap(({ name, lines }, at) =>
  name === 'is read as' ? [] : [{ name, text: lines.join('\n'), told: ROWS[at + 1]?.lines ?? [] }],
);

/** Nothing in them is a stack. */
const NONE: readonly (readonly [name: string, lines: readonly string[]])[] = [
  ['a call alone', ['see main.main()', 'main.main()']],
  ['a list of files', ['files:', '\t/src/a.go:7', '\t/src/b.go:7']],
  ['what a linter says', ['pkg/a.go:7:3: unused', '\tfmt.Println("x")']],
  ['a file below a heading of more than a word', ['in the file', '\t/src/a.go:7']],
  ['a number and an at sign', ['2 @ home', '3 @ 0xzz']],
  ['a ruler', ['==================', 'totals']],
  ['a numbered list', ['0  first', '1  0x in y']],
  ['a panic without goroutines', ['panic: boom', '', 'bye']],
  ['a title without groups', ['goroutine profile: total 4']],
  ['a race without accesses', ['WARNING: DATA RACE', 'none', '==================']],
  ['what gdb prints', ['#0  0x00007f1b2c in raise () from /lib/libc.so.6', '#1  0x0000 in ?? ()']],
  ['registers alone', ['rax    0x0', 'rbx    0x0']],
];

describe('a stack', () => {
  it.each(PAIRS)('$name', ({ text, told }) => {
    expect(told.length).toBeGreaterThan(0);
    expect(tellStacks(readStacks(text).stacks)).toEqual(told);
  });
});

describe('no stack', () => {
  it.each(NONE)('is %s', (_, lines) => {
    const text = lines.join('\n');
    expect(readStacks(text)).toEqual({ stacks: [], unparsed: [{ from: 0, to: text.length }] });
  });
});
