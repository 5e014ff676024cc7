import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createLineSplitter } from '../text/index.ts';
import {
  type LogRecord,
  createRecordReader,
  recordKind,
  recordMessage,
  recordSeverity,
  recordSpan,
} from './records.ts';
import type { ProgramLine } from './wrap/layer.ts';
import { createUnwrapper } from './wrap/unwrap.ts';

const HEADER = 'E1121 09:02:49.986474   15225 controller.go:116] ';

function linesOf(pieces: readonly string[]): ProgramLine[] {
  const splitter = createLineSplitter();
  const unwrapper = createUnwrapper();
  const lines = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  return [...lines.flatMap((line) => unwrapper.push(line)), ...unwrapper.end()];
}

function recordsOf(
  pieces: readonly string[],
  claims: (line: ProgramLine) => boolean = () => false,
): LogRecord[] {
  const reader = createRecordReader();
  return [...linesOf(pieces).flatMap((line) => reader.push(line, claims(line))), ...reader.end()];
}

const paste = hostileText([
  HEADER,
  'text',
  '\n',
  '\r\n',
  '\tframe',
  ' > after=1',
  '[pod/a/b] ',
  '[pod/c/d] ',
]);

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
    expect(records.map(recordKind)).toEqual(['unknown', 'unknown', 'header']);
  });

  it('ends at dots in the place of lines, which belong to nothing', () => {
    const records = recordsOf([`${HEADER}one\n... 12 lines\nmore\n`]);
    expect(records.map(recordKind)).toEqual(['header', 'gap', 'unknown']);
  });

  it.each([
    ['a panic', 'panic: boom', 'fatal'],
    ['a fatal error', 'fatal error: all goroutines are asleep - deadlock!', 'fatal'],
    ['an exception that nobody caught', 'Exception in thread "main" java.lang.Error: x', 'error'],
  ])('ends where the program ends: %s is a record of its own', (_, crash, severity) => {
    const text = `${HEADER}one\n${crash}\n\tframe\n`;
    const [first, second, ...more] = recordsOf([text], ({ text: own }) => own === crash || own === '\tframe');
    expect(more).toEqual([]);
    expect(first && recordMessage(first)).toBe('one');
    expect(second && [recordKind(second), recordSeverity(second), second.lines.length]).toEqual([
      'claimed',
      severity,
      2,
    ]);
  });

  it('that is quoted ends with the quote', () => {
    const records = recordsOf([`> ${HEADER}one\n> more\nthanks!\n`]);
    expect(records.map(recordMessage)).toEqual(['one\nmore', 'thanks!']);
  });

  it.each([
    ['an indented line', '\tindented', ['header']],
    ['words of somebody', 'what does this mean?', ['header', 'unknown']],
  ])('behind a blank line goes on or not with %s', (_, line, kinds) => {
    expect(recordsOf([`${HEADER}one\n\n${line}\n`]).map(recordKind)).toEqual(kinds);
  });

  it('goes on with what another reader claims, and is made of it where no header is in front', () => {
    const claims = ({ text }: ProgramLine): boolean => text.startsWith('goroutine');
    const text = 'goroutine 1\ngoroutine 2\nother\n';
    expect(recordsOf([text], claims).map((record) => [recordKind(record), record.lines.length])).toEqual([
      ['claimed', 2],
      ['unknown', 1],
    ]);
    expect(recordsOf([`${HEADER}panic\n\n${text}`], claims)[0]?.lines).toHaveLength(5);
  });

  it('is of one pod, whose lines come in turns with those of others, and comes in the order in which it began', () => {
    const a = (text: string): string => `[pod/a/main] ${text}\n`;
    const b = (text: string): string => `[pod/b/main] ${text}\n`;
    const records = recordsOf([
      a(`${HEADER}first`) + b(`${HEADER}second`) + a('of first') + b('of second') + b(`${HEADER}third`),
    ]);
    expect(records.map(recordMessage)).toEqual(['first\nof first', 'second\nof second', 'third']);
  });

  it('has ended when its pod says nothing while many lines of others come', () => {
    const reader = createRecordReader();
    const others = `[pod/b/main] ${HEADER}other\n`.repeat(300);
    const told = linesOf([`[pod/a/main] ${HEADER}quiet\n${others}`]).flatMap((line) => reader.push(line));
    expect(told.map(recordMessage).slice(0, 2)).toEqual(['quiet', 'other']);
  });

  it('that runs on and on is cut, so that a dump without headers cannot fill the memory', () => {
    const records = recordsOf([HEADER + 'x\n'.repeat(50_000)]);
    expect(records.length).toBeGreaterThan(1);
    expect(Math.max(...records.map(({ lines }) => lines.length))).toBeLessThanOrEqual(2_000);
    expect(records.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(50_000);
    expect(new Set(records.slice(1).map(recordKind))).toEqual(new Set(['claimed']));
  });

  it('of nothing has an empty span and no message', () => {
    expect(recordSpan({ lines: [] })).toEqual({ from: 0, to: 0 });
    expect(recordMessage({ lines: [] })).toBe('');
  });

  it('loses nothing: every line is in one record', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const told = recordsOf([text]).flatMap(({ lines }) => lines);
        const byPlace = told.toSorted((a, b) => a.number - b.number || a.from - b.from);
        expect(byPlace).toEqual(linesOf([text]));
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
    ['pods in turns', `[pod/a/main] ${HEADER}x\n[pod/b/main] ${HEADER}x\n`],
  ])('costs time in proportion to the paste: %s', (_, line) => {
    const task = (text: string): LogRecord[] => recordsOf([text]);
    expect(growth(task, (size) => line.repeat(size / 10), 10_000)).toBeLessThan(LINEAR);
  });
});
