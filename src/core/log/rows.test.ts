import { describe, expect, it } from 'vitest';
import { createLogReader } from './read.ts';
import { recordMessage } from './records.ts';
import { type LogRow, createRowFolder } from './rows.ts';

const klog = (second: number, message: string): string =>
  `E0614 19:${String(10 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000000       1 x.go:1] ${message}`;

function rowsOf(messages: readonly string[]): LogRow[] {
  const reader = createLogReader();
  const folder = createRowFolder();
  const first = reader.push(messages.map((message, index) => `${klog(index, message)}\n`).join(''));
  return [...[...first, ...reader.end().records].flatMap(folder.push), ...folder.end()];
}

const shown = (rows: readonly LogRow[]): unknown[] =>
  rows.map(({ records, times }) => [records.map(recordMessage).join(' | '), times]);

describe('records as rows', () => {
  it('are one by one where nothing repeats', () => {
    expect(shown(rowsOf(['one', 'two', 'three']))).toEqual([
      ['one', 1],
      ['two', 1],
      ['three', 1],
    ]);
  });

  it('are folded where only numbers and addresses change', () => {
    const retries = Array.from({ length: 500 }, (_, index) => `retry ${index} of 10.0.0.${index % 9}:443`);
    const rows = rowsOf(['start', ...retries, 'end']);
    expect(shown(rows)).toEqual([
      ['start', 1],
      ['retry 0 of 10.0.0.0:443', 500],
      ['end', 1],
    ]);
    expect(rows[1]?.last.lines[0]?.number).toBe(501);
  });

  it('are folded where several come in turns', () => {
    const turns = Array.from({ length: 300 }, (_, index) => ['connect', 'refused', 'wait'][index % 3] ?? '');
    expect(shown(rowsOf(turns))).toEqual([['connect | refused | wait', 100]]);
  });

  it('lose no record', () => {
    const messages = Array.from({ length: 200 }, (_, index) => `${'abcd'.charAt((index * index) % 4)} said`);
    const rows = rowsOf(messages);
    expect(rows.reduce((sum, { records, times }) => sum + records.length * times, 0)).toBe(200);
  });
});
