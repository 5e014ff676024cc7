import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { splitLines } from '../../text/index.ts';
import { innerStack } from './inner-stack.ts';
import type { ProgramLine } from './layer.ts';
import { createUnwrapper } from './unwrap.ts';

const STACK = 'goroutine 1 [running]:\nmain.main()\n\t/app/main.go:5 +0x1d';
const LINES = [...STACK.split('\n'), ''];

function linesOf(text: string): ProgramLine[] {
  const unwrapper = createUnwrapper();
  return [...splitLines(text).flatMap((line) => unwrapper.push(line)), ...unwrapper.end()];
}

const innerOf = (text: string): ProgramLine[] => linesOf(text).flatMap(innerStack);
const textsOf = (lines: readonly ProgramLine[]): string[] => lines.map(({ text }) => text);
const escaped = JSON.stringify(STACK).slice(1, -1);

describe('the stack inside of a line', () => {
  it.each([
    ['of zap', `{"level":"error","ts":1.5,"msg":"x","stacktrace":"${escaped}"}`],
    ['of klog', `E1121 08:54:12.041710    1492 runtime.go:78] "Observed" stacktrace="${escaped}" n=1`],
    ['of logfmt', `level=error msg=x stack="${escaped}"`],
    ['of a shell', `echo $'${escaped}'`],
    ['behind an apostrophe', `it's what it's: "${escaped}"`],
    ['behind a string that is not closed', `5" wide 'and "${escaped.slice(0, -1)}`],
    ['without quotes', `app crashed: ${escaped}`],
    ['in a cell', `| a | ${STACK.replaceAll('\n', '<br />')}`],
  ])('%s is found', (_, text) => {
    expect(textsOf(innerOf(text)).join('\n')).toContain('\nmain.main()\n\t/app/main.go:5 +0x1');
  });

  it('leads back to the paste', () => {
    const text = `words\n{"level":"error","msg":"x","stack":"${escaped}"}\n`;
    const inner = innerOf(text);
    expect(textsOf(inner)).toEqual(LINES);
    expect(inner.map(({ from, to }) => text.slice(from, to))).toEqual([
      'goroutine 1 [running]:',
      'main.main()',
      '\\t/app/main.go:5 +0x1d',
      '',
    ]);
  });

  it('leads back to the paste out of a wrapper and a string in a string', () => {
    const message = JSON.stringify({ stack: STACK });
    const text = `2026-11-21T08:18:33.966400123Z stderr F {"level":"error","msg":${JSON.stringify(message)}}\n`;
    const [, call] = innerOf(text);
    expect(call?.text).toBe('main.main()');
    expect(text.slice(call?.from, call?.to)).toBe('main.main()');
  });

  it.each([
    ['a message of several lines', '{"level":"error","msg":"one\\ntwo"}'],
    ['a path of Windows', 'open C:\\new\\table.go: "no such file"'],
    ['a progress bar', 'one 1%\rone 2%\rone 3%'],
    ['a cell of words', '| one<br>two |'],
    ['a stack that is on lines of its own', STACK],
  ])('is none in %s', (_, text) => {
    expect(innerOf(text)).toEqual([]);
  });
});

describe('any line', () => {
  it.each(['"', '\\"', '\\n"', "='", "\\n='", '<br>', '<br', '\r', '\\n\\t/', '"\\n\\t/",', '{"a":"\\n'])(
    'is looked through in time by its length: %s',
    (piece) => {
      const [line] = linesOf('x');
      const task = (text: string): unknown => line && innerStack({ ...line, text });
      expect(growth(task, (size) => `"${piece.repeat(size)}\\n`, 10_000)).toBeLessThan(LINEAR);
    },
  );
});
