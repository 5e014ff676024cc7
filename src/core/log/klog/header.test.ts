import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import type { Severity } from '../header.ts';
import { type KlogHeader, readKlogHeader } from './header.ts';
import table from './samples/lines.json' with { type: 'json' };

interface Row {
  readonly name: string;
  readonly input: string;
  readonly severity: Severity | null;
  readonly time?: readonly number[];
  readonly process?: number;
  readonly file?: string;
  readonly line?: number;
}

const ROWS = table as readonly Row[];
const lineOf = ({ input }: Row): string => input.split('\n', 1)[0] ?? '';
const LINE = 'E0826 04:25:37.762890       1 controller.go:114] loading OpenAPI spec';

const timeOf = ({ time: { month, day, hour, minute, second, micros } }: KlogHeader): unknown[] => [
  month,
  day,
  hour,
  minute,
  second,
  micros,
];

describe('a klog header', () => {
  it.each(ROWS.filter(({ severity }) => severity !== null))('is read as klog printed it: $name', (row) => {
    const header = readKlogHeader(lineOf(row));
    expect(header).toMatchObject({
      format: 'klog',
      severity: row.severity,
      process: row.process,
      source: { file: row.file, line: row.line },
    });
    expect(header && timeOf(header)).toEqual(row.time);
  });

  it.each(ROWS.filter(({ severity }) => severity === null))('is not seen in $name', (row) => {
    expect(readKlogHeader(lineOf(row))).toBeUndefined();
  });

  it('says where the source line stands, and where the message starts', () => {
    const header = readKlogHeader(LINE);
    expect(header && LINE.slice(header.source.span.from, header.source.span.to)).toBe('controller.go:114');
    expect(header && LINE.slice(header.message.span.from, header.message.span.to)).toBe(
      'loading OpenAPI spec',
    );
  });

  it.each([
    ['a web page collapsed the blanks', LINE.replace(/ +/g, ' ')],
    ['the pid fills its column', LINE.replace('      1', '1234567')],
    ['the directory is printed', LINE.replace('controller.go', 'openapi/controller.go')],
    ['the thread id is one of C++', LINE.replace('      1', '140737353971520')],
    ['glog prints the year', LINE.replace('E0826', 'E20260826')],
    ['the caller is unknown', LINE.replace('controller.go:114', '???:1')],
    ['the message has brackets of its own', `${LINE} [ContainerManager]: x.go:1] y`],
  ])('is read although %s', (_, line) => {
    expect(readKlogHeader(line)).toMatchObject({ severity: 'error', time: { month: 8, day: 26 } });
  });

  it('ends at the first bracket behind its source line', () => {
    const line = `${LINE} [ContainerManager]: x.go:1] y`;
    const header = readKlogHeader(line);
    expect(header?.source.line).toBe(114);
    expect(line.slice(header?.message.span.from)).toBe('loading OpenAPI spec [ContainerManager]: x.go:1] y');
  });

  it('has an empty message when an editor trimmed the blank at the end', () => {
    const line = 'I1121 08:54:12.041716    1492 main.go:27]';
    expect(readKlogHeader(line)?.message.span).toEqual({ from: line.length, to: line.length });
  });

  it.each([
    ['another severity', LINE.replace('E0826', 'D0826')],
    ['month 13', LINE.replace('E0826', 'E1326')],
    ['day 0', LINE.replace('E0826', 'E0800')],
    ['hour 24', LINE.replace('04:25', '24:25')],
    ['minute 60', LINE.replace(':25:', ':60:')],
    ['milliseconds only', LINE.replace('.762890', '.762')],
    ['no pid', LINE.replace('      1 ', ' ')],
    ['a pid of letters', LINE.replace('      1', '      x')],
    ['no line number', LINE.replace(':114', ':')],
    ['no bracket', LINE.replace(']', ' ')],
    ['a blank in the file name', LINE.replace('controller.go', 'a controller.go')],
    ['a blank in front', ` ${LINE}`],
  ])('is none with %s', (_, line) => {
    expect(readKlogHeader(line)).toBeUndefined();
  });

  it('is found again by the reader, whatever a program prints', () => {
    fc.assert(
      fc.property(headers, ({ month, day, clock, micros, pid, file, line, message }) => {
        const time = clock.map((part) => String(part).padStart(2, '0')).join(':');
        const date = [month, day].map((part) => String(part).padStart(2, '0')).join('');
        const stamp = `W${date} ${time}.${String(micros).padStart(6, '0')}`;
        const text = `${stamp} ${String(pid).padStart(7)} ${file}:${line}] ${message}`;
        const header = readKlogHeader(text);
        expect(header && timeOf(header)).toEqual([month, day, ...clock, micros]);
        expect(header).toMatchObject({ process: pid, source: { file, line } });
        expect(text.slice(header?.message.span.from)).toBe(message);
      }),
    );
  });

  it('never makes the reader throw, nor points outside of the line', () => {
    const keywords = ['E0826 04:25:37.762890', '       1 ', 'a.go:114] ', ':1]', '] ', 'I1121 '];
    fc.assert(
      fc.property(hostileText(keywords), (line) => {
        const header = readKlogHeader(line);
        if (!header) return;
        const { source, message } = header;
        expect(source.span.from).toBeLessThan(source.span.to);
        expect(source.span.to).toBeLessThan(message.span.from);
        expect(message.span.from).toBeLessThanOrEqual(line.length);
        expect(line.slice(source.span.from, source.span.to)).toBe(`${source.file}:${source.line}`);
      }),
    );
  });

  it('costs time in proportion to a hostile line at most', () => {
    const start = LINE.slice(0, LINE.indexOf('controller'));
    expect(growth(readKlogHeader, (size) => start + ':1'.repeat(size), 50_000)).toBeLessThan(LINEAR);
  });
});

const headers = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
  clock: fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)),
  micros: fc.nat(999_999),
  pid: fc.nat(9_999_999),
  file: fc.stringMatching(/^[a-z_]{1,20}\.go$/),
  line: fc.nat(99_999),
  message: fc.string({ unit: 'binary' }),
});
