import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { readGoroutineHeader } from './goroutine-header.ts';
import table from './samples/goroutine-headers.json' with { type: 'json' };

interface Row {
  readonly input: string;
  readonly go: string;
  readonly id: number;
  readonly state: string;
  readonly minutes?: number;
  readonly locked?: boolean;
  readonly pointers?: Readonly<Record<string, string>>;
}

const ROWS = table as unknown as readonly Row[];

describe("a goroutine's header", () => {
  it.each(ROWS)('is read as Go $go prints it: $input', ({ input, id, state, minutes, locked, pointers }) => {
    expect(readGoroutineHeader(input)).toEqual({
      id,
      state,
      ...(minutes === undefined ? {} : { minutes }),
      lockedToThread: locked ?? false,
      pointers: pointers ?? {},
      extra: [],
      from: 0,
    });
  });

  it.each([
    ['goroutine 5 [running (scan)]:', 'running', ['scan']],
    ['goroutine 5 [chan receive, synctest bubble 1]:', 'chan receive', ['synctest bubble 1']],
    ['goroutine 5 [chan receive, synctest group 7]:', 'chan receive', ['synctest group 7']],
    ['goroutine 5 [chan receive (leaked)]:', 'chan receive', ['leaked']],
    [
      'goroutine 5 [select (durable) (scan), synctest bubble 1]:',
      'select',
      ['durable', 'scan', 'synctest bubble 1'],
    ],
    ['goroutine 5 [select (no cases) (scan), 2 minutes]:', 'select (no cases)', ['scan']],
  ])('%s keeps what else stands in the brackets', (line, state, extra) => {
    expect(readGoroutineHeader(line)).toMatchObject({ state, extra });
  });

  it.each([
    ['goroutine 5 [select] {job: mail}:', { job: 'mail' }],
    ['goroutine 5 [select, 2 minutes] {job: mail, "a b": "x\\"y]"}:', { job: 'mail', 'a b': 'x"y]' }],
    ['goroutine 5 gp=0xc0 m=nil [select labels:{"job": "mail"}]:', { job: 'mail' }],
    ['goroutine 5 [select, labels:{"job": "mail"}]:', { job: 'mail' }],
  ])('%s keeps its labels', (line, labels) => {
    expect(readGoroutineHeader(line)).toMatchObject({ id: 5, state: 'select', labels, extra: [] });
  });

  it.each([['goroutine 5 [select] {job}:'], ['goroutine 5 [select] {job: mail:'], ['goroutine 5 {a: b}:']])(
    'is none if its labels are none: %s',
    (line) => {
      expect(readGoroutineHeader(line)).toBeUndefined();
    },
  );

  it('may be glued to the end of a log message', () => {
    const line = 'E1015 22:11:14.283023 1 p.go:107] registered "/x" from goroutine 1 [running]:';
    const header = readGoroutineHeader(line);
    expect(header).toMatchObject({ id: 1, state: 'running' });
    expect(line.slice(header?.from)).toBe('goroutine 1 [running]:');
  });

  it('is the last of a line that speaks of goroutines before', () => {
    const line = 'goroutine 7 leaked, from goroutine 1 [running]:';
    expect(readGoroutineHeader(line)).toMatchObject({ id: 1, from: 25 });
  });

  it('may have a blank at its end, and a TAB in front', () => {
    expect(readGoroutineHeader('goroutine 1 [running]: ')).toMatchObject({ id: 1, from: 0 });
    expect(readGoroutineHeader('\tgoroutine 1 [running]:')).toMatchObject({ id: 1, from: 1 });
  });

  it.each([
    ['no number', 'goroutine x [running]:'],
    ['no brackets', 'goroutine 1 running:'],
    ['no colon', 'goroutine 1 [running]'],
    ['another word', 'subgoroutine 1 [running]:'],
    ['words between number and bracket', 'goroutine 1 is now [running]:'],
    ['text behind it', 'goroutine 1 [running]: yes'],
    ['nothing', ''],
  ])('is none: %s', (_, line) => {
    expect(readGoroutineHeader(line)).toBeUndefined();
  });

  it('never makes the reader throw, and starts with its word', () => {
    const keywords = ['goroutine ', '1', ' [running', ']:', ', 5 minutes', ', locked to thread', ' gp=0x1'];
    fc.assert(
      fc.property(hostileText(keywords), (line) => {
        const header = readGoroutineHeader(line);
        if (header) expect(line.slice(header.from).startsWith(`goroutine `)).toBe(true);
      }),
    );
  });

  it.each([
    ['the word again and again', (size: number) => `${'goroutine '.repeat(size)}]:`],
    ['headers again and again', (size: number) => 'goroutine 1 [x]:'.repeat(size)],
    ['parts in the brackets', (size: number) => `goroutine 1 [x${', y'.repeat(size)}]:`],
  ])('costs time in proportion to the line: %s', (_, make) => {
    expect(growth(readGoroutineHeader, make, 10_000)).toBeLessThan(LINEAR);
  });
});
