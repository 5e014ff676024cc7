import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { toLogEntry } from './entry.ts';
import { type LogSummary, createLogReader } from './read.ts';
import type { LogRecord } from './records.ts';

const klog = (clock: string, letter: string, message: string): string =>
  `${letter}0614 ${clock}       1 server.go:12] ${message}`;

function readPieces(pieces: readonly string[]): { records: LogRecord[]; summary: LogSummary } {
  const reader = createLogReader();
  const first = pieces.flatMap((piece) => reader.push(piece));
  const { records, summary } = reader.end();
  return { records: [...first, ...records], summary };
}

const read = (text: string): ReturnType<typeof readPieces> => readPieces([text]);

/** A paste of everything: two pods, JSON, a line of nobody's, a wait. */
const PASTE = [
  `[pod/a/main] ${klog('19:56:31.000000', 'I', 'started')}`,
  `[pod/b/main] ${klog('19:56:31.500000', 'W', 'slow')}`,
  '[pod/a/main]   with a further line',
  `2026-06-14T11:57:01.269085123Z stderr F ${klog('19:57:01.000000', 'E', 'dial tcp: i/o timeout')}`,
  '{"level":"error","ts":"2026-06-14T11:57:02.000Z","msg":"request failed","error":"Get \\"http://x\\": dial tcp 10.0.0.7:443: connect: connection refused","attempt":3}',
  'nobody knows line 1',
  'nobody knows line 2',
  '',
].join('\n');

describe('a log of many formats', () => {
  const { records, summary } = read(PASTE);

  it('is told by its formats, severities, wrappers and sources, with counts', () => {
    expect(summary).toMatchObject({ lines: 7, recordCount: 6 });
    expect(summary.formats).toEqual([
      { id: 'klog', count: 3 },
      { id: 'zap', count: 1 },
    ]);
    expect(summary.severities).toEqual([
      { id: 'error', count: 2 },
      { id: 'warning', count: 1 },
      { id: 'info', count: 1 },
    ]);
    expect(summary.wrappers).toEqual([
      { id: 'kubectl-prefix', count: 3 },
      { id: 'cri', count: 1 },
    ]);
    expect(summary.sources.map(({ count }) => count).toSorted()).toEqual([1, 1, 1, 3]);
  });

  it('counts the lines that nobody knows, names them, and says what they look like', () => {
    expect(summary.unread.count).toBe(2);
    expect(summary.unread.first.map(({ number, text }) => [number, text])).toEqual([
      [6, 'nobody knows line 1'],
      [7, 'nobody knows line 2'],
    ]);
    for (const { from, to, text } of summary.unread.first) expect(PASTE.slice(from, to)).toBe(`${text}\n`);
    expect(summary.templates.templates).toMatchObject([{ text: 'nobody knows line *', count: 2, first: 6 }]);
  });

  it('gives records as plain data: message, fields, place, source and what was taken off', () => {
    const [started, , timeout, refused] = records.map(toLogEntry);
    expect(started).toMatchObject({
      number: 1,
      lines: 2,
      kind: 'header',
      format: 'klog',
      severity: 'info',
      time: '06-14T19:56:31',
      place: 'server.go:12',
      message: 'started\n  with a further line',
      layers: [{ kind: 'kubectl-prefix', pod: 'a', container: 'main' }],
    });
    expect(timeout).toMatchObject({ layers: [{ kind: 'cri', stream: 'stderr' }] });
    expect(refused).toMatchObject({ format: 'zap', message: 'request failed', time: '2026-06-14T11:57:02Z' });
    expect(refused?.fields).toContainEqual({ key: 'attempt', value: '3' });
  });

  it('takes apart the errors of message and field, the innermost marked', () => {
    const refused = records.map(toLogEntry)[3];
    expect(refused?.errors.map(({ text, depth, innermost }) => [text, depth, innermost])).toEqual([
      ['request failed', 0, false],
      ['Get "http://x"', 1, false],
      ['dial tcp 10.0.0.7:443', 2, false],
      ['connect', 3, false],
      ['connection refused', 4, true],
    ]);
  });

  it('knows when it began and ended, and which wait is a constant', () => {
    const waits = read(
      [
        klog('19:56:31.263446', 'I', 'Serving securely'),
        klog('19:57:01.264713', 'E', 'Get "https://localhost": dial tcp: i/o timeout'),
      ].join('\n'),
    ).summary;
    expect(waits).toMatchObject({ first: '06-14T19:56:31.263446', last: '06-14T19:57:01.264713' });
    expect(waits.gaps).toHaveLength(1);
    expect(waits.gaps[0]?.constants.map(({ constant }) => constant.id)).toContain('client-go-dial');
  });
});

describe('a stack below a message', () => {
  const text = [
    klog('19:56:31.000000', 'F', 'cannot start: dial tcp: i/o timeout'),
    'goroutine 1 [running]:',
    'main.main()',
    '\t/src/main.go:25 +0x10d',
  ].join('\n');

  it('is a part of its record, and no part of its errors, where another reader claims it', () => {
    const reader = createLogReader({ claims: (line) => line.number > 1 });
    const records = [...reader.push(text), ...reader.end().records];
    expect(records).toHaveLength(1);
    const entry = records.map(toLogEntry)[0];
    expect(entry?.message).toContain('main.main()');
    expect(entry?.errors.map((error) => error.text)).toEqual(['cannot start', 'dial tcp', 'i/o timeout']);
  });
});

describe('any log', () => {
  const paste = hostileText([
    klog('19:56:31.000000', 'I', 'started'),
    '2026-06-14T11:57:01.269085123Z stderr P part',
    '2026-06-14T11:57:01.269085123Z stderr F rest',
    '[pod/a/main] ',
    '{"log":"x\\n","stream":"stderr","time":"2026-06-14T11:57:01Z"}',
    '> ',
    '\u001b[31m',
    '```',
    'words',
  ]);

  it('is read whole: every line with words is in a record or around one, and counted', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const { records, summary } = read(text);
        expect(summary.lines).toBe(text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0));
        expect(summary.recordCount).toBe(records.length);
        for (const record of records) {
          const { from, to, number } = toLogEntry(record);
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(number).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(paste, cutPlaces, (text, places) => {
        expect(readPieces(cutText(text, places))).toEqual(read(text));
      }),
      { numRuns: 300 },
    );
  });

  it('tells what it has read so far at any time', () => {
    const reader = createLogReader();
    reader.push(`${klog('19:56:31.000000', 'E', 'one')}\n${klog('19:56:32.000000', 'E', 'two')}\n`);
    expect(reader.soFar()).toMatchObject({ lines: 2, recordCount: 1, formats: [{ id: 'klog', count: 1 }] });
  });

  it('says which line is too long to be held, and reads on behind it', () => {
    const long = 'x'.repeat(17_000_000);
    const { summary } = read(
      `${klog('19:56:31.000000', 'E', 'one')}\n${long}\n${klog('19:56:32.000000', 'E', 'two')}\n`,
    );
    expect(summary).toMatchObject({ lines: 3, tooLong: [2], severities: [{ id: 'error', count: 2 }] });
  });

  it.each([
    ['records', (size: number) => `${klog('19:56:31.000000', 'E', 'one')}\n`.repeat(size / 40)],
    ['words', (size: number) => 'nobody knows this\n'.repeat(size / 20)],
    ['one line', (size: number) => 'x'.repeat(size)],
    ['one line of escapes', (size: number) => `{"msg":"${'\\"'.repeat(size / 2)}"}`],
    ['one record', (size: number) => `${klog('19:56:31.000000', 'E', 'one')}\n${'more\n'.repeat(size / 5)}`],
  ])('takes time in proportion to its length: %s', (_, make) => {
    expect(growth((text) => read(text), make, 20_000)).toBeLessThan(LINEAR);
  });
});
