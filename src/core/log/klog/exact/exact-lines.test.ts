import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { hostileText } from '../../../../../tests/support/hostile-text.ts';
import { readKlogHeader } from '../header.ts';
import { CRI } from '../../wrap/cri.ts';
import { TIMESTAMP } from '../../wrap/timestamp.ts';
import { type ExactLines, createExactLines } from './exact-lines.ts';
import { placeHash } from './place-hash.ts';

const LINE = 'E0826 04:25:37.762890       1 controller.go:114] loading OpenAPI spec';

/** The exact lines of a text from a place on, and whose they are. */
function read(text: string, from = 0) {
  const exact = exactOf(text);
  const lines = Array.from({ length: exact.read(from) }, (_, index) => ({
    next: exact.next(index),
    start: exact.start(index),
    severity: exact.severity(index),
    place: exact.place(index),
    entity: exact.entity(index),
  }));
  return { lines, source: lines.length > 0 ? exact.source() : '' };
}

function exactOf(text: string): ExactLines {
  const exact = createExactLines();
  if (!exact) throw new Error('expected WebAssembly');
  exact.enter(text);
  return exact;
}

/** What the program printed, and whose it is, of a line that is exact. */
function look(line: string): { source: string; text: string } | undefined {
  const { lines, source } = read(`${line}\n`);
  return lines[0] && { source, text: line.slice(lines[0].start) };
}

describe('exact lines of klog', () => {
  it('are told with their severity and source, one behind the other, from any place', () => {
    const text = `a\n${LINE}\n${LINE.replace('E', 'I').replace('OpenAPI', 'A&B &c')}\nb\n${LINE}\n`;
    const first = 2 + LINE.length + 1;
    expect(read(text, 2).lines).toEqual([
      {
        next: first,
        start: 2,
        severity: 'error',
        place: placeHash('controller.go', 114),
        entity: -1,
      },
      {
        next: first + LINE.length,
        start: first,
        severity: 'info',
        place: placeHash('controller.go', 114),
        entity: first + LINE.indexOf('OpenAPI') + 1,
      },
    ]);
    expect(read(text).lines).toEqual([]);
  });

  it.each([
    ['of no severity', LINE.replace('E', 'X')],
    ['with a date of glog', LINE.replace('0826', '20260826')],
    ['that ends in its header', LINE.slice(0, LINE.indexOf(']'))],
    ['whose blank was lost', LINE.replace(' 04', '04')],
    ['of month 13', LINE.replace('08', '13')],
    ['of hour 24', LINE.replace('04:', '24:')],
    ['of a process with letters', LINE.replace(' 1 ', ' 1a ')],
    ['of a process with ten digits', LINE.replace(' 1 ', ' 1234567890 ')],
    ['of a file without a name', LINE.replace('controller.go', '')],
    ['of a file of 400 letters', LINE.replace('controller.go', 'a'.repeat(400))],
    ['of a source line with seven digits', LINE.replace('114', '1234567')],
    ['that is escaped', `${LINE} "a\\"b"`],
    ['that is coloured', `${LINE}\x1b[0m`],
    ['that is not of ASCII', `${LINE} 中`],
    ['of Windows', `${LINE}\r`],
    ['that is cut', `${LINE}:`],
    ['that is longer than 4,096 bytes', LINE + 'x'.repeat(4_100)],
  ])('are none %s', (_, line) => {
    expect(read(`${LINE}\n`).lines).toHaveLength(1);
    expect(read(`${line}\n`).lines).toEqual([]);
    expect(read(`${LINE}\n${line}\n${LINE}\n`).lines).toHaveLength(1);
  });

  it('are of the same place, whatever folder its file is in', () => {
    const { lines } = read(`${LINE}\n${LINE.replace('controller.go', 'pkg/a/controller.go')}\n`);
    expect(lines.map(({ place }) => place)).toEqual(Array(2).fill(placeHash('x/controller.go', 114)));
    expect(placeHash('controller.go', 114)).not.toBe(placeHash('controller.go', 115));
  });

  it('are the same in the bytes of a text of ASCII, and beside lines that are not', () => {
    const text = `${LINE} 中 \u0149\n${LINE}\n${LINE}\n`;
    const first = text.indexOf('\n') + 1;
    const { lines } = read(text, first);
    expect(lines.map(({ next }) => next)).toEqual([first + LINE.length + 1, text.length]);
    const exact = exactOf('');
    exact.enter(new TextEncoder().encode(text.slice(first)));
    expect(Array.from({ length: exact.read(0) }, (_, index) => exact.next(index) + first)).toEqual(
      lines.map(({ next }) => next),
    );
  });

  it('end where no further end of a line has come', () => {
    expect(read(LINE).lines).toEqual([]);
    expect(read(`${LINE}\n${LINE}`).lines).toHaveLength(1);
  });

  it('are found in a text of any length, and each of them once', () => {
    const exact = exactOf(`${LINE}\n`.repeat(20_000));
    const starts: number[] = [];
    let at = 0;
    for (let count = exact.read(at); count > 0; count = exact.read(at))
      for (let index = 0; index < count; index++) {
        starts.push(exact.start(index));
        at = exact.next(index);
      }
    expect(starts).toEqual(Array.from({ length: 20_000 }, (_, index) => index * (LINE.length + 1)));
  });

  it('are found where text of before stood', () => {
    const exact = exactOf(`${LINE}\n`.repeat(9));
    expect(exact.read(0)).toBe(9);
    exact.enter(new TextEncoder().encode(`${LINE}\n${LINE}`));
    expect(exact.read(0)).toBe(1);
    expect(exact.read(LINE.length + 1)).toBe(0);
  });

  it('never are what the reader does not see', () => {
    const near = [
      'I0826 04:25:37.762890',
      'W9926 04:25:61.762890',
      '       1 ',
      ' 1 ',
      'a.go:114] ',
      ':1] x',
      '] ',
    ];
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...near), { maxLength: 5 }), hostileText(near), (parts, tail) => {
        const line = (parts.join('') + tail).replaceAll(/\P{ASCII}|\n/gu, '?');
        const [exact] = read(`${line}\n`).lines;
        if (!exact || exact.start > 0) return;
        seen++;
        const header = readKlogHeader(line);
        expect(header?.severity).toBe(exact.severity);
        expect(placeHash(header?.source.file ?? '', header?.source.line ?? 0)).toBe(exact.place);
      }),
      { numRuns: 3_000 },
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('are not to be had without WebAssembly', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(createExactLines()).toBeUndefined();
    vi.unstubAllGlobals();
  });
});

describe('what stands in front of an exact line', () => {
  it.each([
    ['a timestamp of kubectl', '2026-11-21T08:18:33.966400123Z ', ''],
    ['the same of another zone', '2026-11-21T08:18:33.966400123-03:30 ', ''],
    ['what containerd writes', '2026-11-21T08:18:33.966400123+01:00 stderr F ', 'stderr'],
    ['what CRI-O writes', '2026-11-21T08:18:33.966400123Z stdout F ', 'stdout'],
    ['nothing', '', ''],
  ])('is %s', (_, prefix, source) => {
    expect(look(prefix + LINE)).toEqual({ source, text: LINE });
  });

  it.each([
    ['a part of a line', '2026-11-21T08:18:33.966400123Z stdout P '],
    ['further tags', '2026-11-21T08:18:33.966400123Z stdout F:x '],
    ['another stream', '2026-11-21T08:18:33.966400123Z stdlog F '],
    ['a tag of two letters', '2026-11-21T08:18:33.966400123Z stdout FF'],
    ['seven digits', '2026-11-21T08:18:33.9664001Z '],
    ['no zone', '2026-11-21T08:18:33.966400123 '],
    ['a month too many', '2026-13-21T08:18:33.966400123Z '],
    ['a blank too many', '2026-11-21T08:18:33.966400123Z  stdout F '],
  ])('is not %s', (_, prefix) => {
    expect(look(prefix + LINE)).toBeUndefined();
  });

  it('is of one stream in all lines that are read together', () => {
    const [out, err] = ['stdout', 'stderr'].map(
      (stream) => `2026-11-21T08:18:33.966400123Z ${stream} F ${LINE}\n`,
    );
    expect(read(`${out}${out}${err}`)).toMatchObject({ source: 'stdout', lines: { length: 2 } });
    expect(read(`${err}${out}`)).toMatchObject({ source: 'stderr', lines: { length: 1 } });
    expect(read(`${LINE}F\n${LINE}\n`, LINE.length + 2)).toMatchObject({ source: '' });
  });

  it('never is what the wrappers do not see', () => {
    const near = fc.tuple(
      fc.constantFrom(
        '2026-11-21T08:18:33',
        '2026-11-31T23:59:60',
        '2026-00-21T08:18:33',
        '2026-11-21 08:18:33',
      ),
      fc.constantFrom('.966400123', '.96640012', '.9664001234', ''),
      fc.constantFrom('Z', '+01:00', '-14:59', '+15:00', '+0100', ''),
      fc.constantFrom(' ', ' stdout F ', ' stderr F ', ' stderr P ', ' stdout F', ' stdlog F '),
    );
    const parts = ['2026-11-21', 'T', ' ', '08:18:33', '.966400123', '.9', 'Z', '+01:00', 'stdout', 'F', 'P'];
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(near, fc.array(fc.constantFrom(...parts), { maxLength: 9 })), (pieces) => {
        const line = pieces.join('') + LINE;
        const own = look(line);
        if (!own || own.text === line) return;
        seen++;
        const peeled = CRI.peel(line) ?? TIMESTAMP.peel(line);
        expect(peeled).toMatchObject({
          content: { text: LINE },
          layer: own.source ? { stream: own.source } : {},
        });
        expect(peeled?.partial ?? false).toBe(false);
        expect(peeled?.doubtful ?? false).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
