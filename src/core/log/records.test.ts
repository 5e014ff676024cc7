import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createLineSplitter } from '../text/index.ts';
import { LOG_FORMATS, readHeader } from './formats.ts';
import { type LogRecord, createRecordReader, recordMessage, recordSpan } from './records.ts';

const HEADER = 'E1121 09:02:49.986474   15225 controller.go:116] ';

function recordsOf(pieces: readonly string[]): LogRecord[] {
  const splitter = createLineSplitter();
  const reader = createRecordReader();
  const lines = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  const records = lines.flatMap((line) => reader.push(line) ?? []);
  const last = reader.end();
  return last ? [...records, last] : records;
}

const paste = hostileText([HEADER, 'text', '\n', '\r\n', '\tframe', ' > after=1']);

describe('a log record', () => {
  it('takes along the lines without a header that follow, since klog prints line ends of a message raw', () => {
    const text = `${HEADER}Body: service unavailable\n, Header: map[]\n${HEADER}next\n`;
    const [first, second, ...more] = recordsOf([text]);
    expect(more).toEqual([]);
    expect(first && recordMessage(first)).toBe('Body: service unavailable\n, Header: map[]');
    expect(second && recordMessage(second)).toBe('next');
    expect(first?.header).toMatchObject({ severity: 'error', source: { line: 116 } });
  });

  it('without a header in front of it is one line each', () => {
    const records = recordsOf(['one\ntwo\n', HEADER]);
    expect(records.map(recordMessage)).toEqual(['one', 'two', '']);
    expect(records.map(({ header }) => header !== undefined)).toEqual([false, false, true]);
  });

  it('that runs on and on is cut, so that a dump without headers cannot fill the memory', () => {
    const records = recordsOf([HEADER + 'x\n'.repeat(50_000)]);
    expect(records.length).toBeGreaterThan(1);
    expect(Math.max(...records.map(({ lines }) => lines.length))).toBeLessThanOrEqual(20_000);
    expect(records.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(50_000);
  });

  it('of nothing has an empty span and no message', () => {
    expect(recordSpan({ lines: [] })).toEqual({ from: 0, to: 0 });
    expect(recordMessage({ lines: [] })).toBe('');
  });

  it('loses nothing: all records joined give the paste back', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const spans = recordsOf([text]).map(recordSpan);
        expect(spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      }),
    );
  });

  it('does not depend on where a file was cut while it was read', () => {
    fc.assert(
      fc.property(paste, cutPlaces, (text, cuts) => {
        expect(recordsOf(cutText(text, cuts))).toEqual(recordsOf([text]));
      }),
    );
  });

  it.each([
    ['headers', HEADER + 'x\n'],
    ['lines without one', 'x\n'],
  ])('costs time in proportion to the paste: %s', { retry: 2 }, (_, line) => {
    const task = (text: string): LogRecord[] => recordsOf([text]);
    expect(growth(task, (size) => line.repeat(size), 10_000)).toBeLessThan(LINEAR);
  });
});

describe('the log formats', () => {
  it('are tried in their order, and each has a name of its own', () => {
    expect(new Set(LOG_FORMATS.map(({ id }) => id)).size).toBe(LOG_FORMATS.length);
    expect(readHeader(`${HEADER}x`)?.format).toBe('klog');
    expect(readHeader('no header')).toBeUndefined();
  });
});
