import { describe, expect, it } from 'vitest';
import { spanIn, splitLines } from '../../text/index.ts';
import type { ProgramLine } from './layer.ts';
import table from './samples/shapes.json' with { type: 'json' };
import { createUnwrapper } from './unwrap.ts';
import { WRAPPERS } from './wrappers.ts';

interface Row {
  readonly name: string;
  readonly input: readonly string[];
  readonly lines: readonly Expected[];
}

interface Expected {
  readonly text: string;
  readonly layers: string;
  readonly source?: string;
  readonly physical?: number;
}

const ROWS: readonly Row[] = table;

const KLOG = 'E1121 08:18:33.966321   32681 controller.go:116] loading failed';
const STAMP = '2026-11-21T08:18:33.966400123Z';

function unwrap(paste: string): ProgramLine[] {
  const unwrapper = createUnwrapper();
  return [...splitLines(paste).flatMap((line) => unwrapper.push(line)), ...unwrapper.end()];
}

const kindsOf = ({ layers }: ProgramLine): string => layers.map(({ kind }) => kind).join(' ');

describe('the lines that programs printed', () => {
  it.each(ROWS)('are taken out of $name', ({ input, lines }) => {
    const found = unwrap(input.join('\n'));
    expect(
      found.map((line) => ({ text: line.text, layers: kindsOf(line), physical: line.physical })),
    ).toEqual(lines.map(({ text, layers, physical = 1 }) => ({ text, layers, physical })));
    lines.forEach(({ source }, index) => {
      if (source !== undefined) expect(found[index]?.source).toBe(source);
    });
  });

  it('are the lines as they are where nothing is around them', () => {
    const [line] = splitLines(KLOG);
    expect(unwrap(KLOG)).toEqual([{ ...line, layers: [], source: '', physical: 1 }]);
  });

  it('lead back to the paste through prefix, escapes and colours', () => {
    const paste = `x\n[pod/a/x] {"log":"\\u001b[1m${KLOG} \\u003cnil>\\n","stream":"stderr","time":"${STAMP}"}\n`;
    const line = unwrap(paste)[1];
    expect(line?.text).toBe(`${KLOG} <nil>`);
    const placeOf = (word: string): string => {
      const from = line?.text.indexOf(word) ?? -1;
      const span = line && spanIn(line, { from, to: from + word.length });
      return span ? paste.slice(span.from, span.to) : '';
    };
    expect(placeOf('controller.go:116')).toBe('controller.go:116');
    expect(placeOf('<nil>')).toBe('\\u003cnil>');
    expect(placeOf('<')).toBe('\\u003c');
  });

  it('lead back through the escapes of syslog and of journald', () => {
    const paste = `Nov 21 08:18:33 node1 a[1]: panic: x#012#011/app/main.go:5`;
    const frame = unwrap(paste)[1];
    const span = frame && spanIn(frame, { from: 0, to: 1 });
    expect(span && paste.slice(span.from, span.to)).toBe('#011');
    const bytes = '{"_HOSTNAME":"n","MESSAGE":[73,195,188,10]}';
    const [line] = unwrap(bytes);
    const letter = line && spanIn(line, { from: 1, to: 2 });
    expect(letter && bytes.slice(letter.from, letter.to)).toBe('195,188');
  });

  it('of a line in parts say where each part stands, others between them included', () => {
    const paste = `${STAMP} stdout P abc\n${STAMP} stderr F x\n${STAMP} stdout F def`;
    const [other, joined] = unwrap(paste);
    expect(other).toMatchObject({ text: 'x', number: 2 });
    expect(joined).toMatchObject({ text: 'abcdef', number: 1, physical: 2, from: 0, end: paste.length });
    expect(joined?.parts?.map(({ from, to }) => paste.slice(from, to))).toEqual([
      `${STAMP} stdout P abc\n`,
      `${STAMP} stdout F def`,
    ]);
  });
});

describe('a layer', () => {
  const layersOf = (paste: string): ProgramLine['layers'] => unwrap(paste)[0]?.layers ?? [];

  it('says where it stood', () => {
    const paste = `[pod/a/x] ${STAMP} ${KLOG}`;
    const spans = layersOf(paste).map(({ span }) => paste.slice(span.from, span.to));
    expect(spans).toEqual(['[pod/a/x] ', `${STAMP} `]);
  });

  it('of colours is the whole line', () => {
    expect(layersOf(`\x1b[1m${KLOG}\x1b[0m`)).toEqual([
      { kind: 'ansi', span: { from: 0, to: KLOG.length + 8 } },
    ]);
  });

  const clock = { hour: 8, minute: 18, second: 33 };
  const date = { year: 2026, month: 11, day: 21 };
  const named = { service: 'kubelet', host: 'node1', process: 1234 };

  it.each([
    [`${STAMP} x`, { time: { ...date, ...clock, micros: 966_400, offset: 0 } }],
    [
      '2026-11-21T08:18:33.9+01:30 stdout F x',
      { time: { ...date, ...clock, micros: 900_000, offset: 90 }, stream: 'stdout' },
    ],
    [
      '{"log":"x\\n","stream":"stderr","time":"2026-11-21T08:18:33Z"}',
      { time: { ...date, ...clock, micros: 0, offset: 0 }, stream: 'stderr' },
    ],
    [
      'Nov 21 08:18:33 node1 kubelet[1234]: x',
      { ...named, time: { month: 11, day: 21, ...clock, micros: 0 } },
    ],
    [
      '2026-11-21T08:18:33+0000 node1 kubelet[1234]: x',
      { ...named, time: { ...date, ...clock, micros: 0, offset: 0 } },
    ],
    [
      'Sat 2026-11-21 08:18:33 UTC node1 kubelet[1234]: x',
      { ...named, time: { ...date, ...clock, micros: 0, offset: 0 } },
    ],
    [
      'Sat 2026-11-21 08:18:33 CET node1 kubelet[1234]: x',
      { ...named, time: { ...date, ...clock, micros: 0 } },
    ],
    [
      '<13>1 2026-11-21T08:18:33.003Z node1 kubelet 1234 - - x',
      { ...named, time: { ...date, ...clock, micros: 3000, offset: 0 } },
    ],
    [
      '{"_HOSTNAME":"node1","_SYSTEMD_UNIT":"kubelet","_PID":"1234","MESSAGE":"x","__REALTIME_TIMESTAMP":"1795249113966321"}',
      { ...named, time: { ...date, ...clock, micros: 966_321, offset: 0 } },
    ],
    ['[pod/etcd-node1/etcd] x', { pod: 'etcd-node1', container: 'etcd' }],
    [
      `kube-system etcd-node1 etcd ${KLOG}`,
      { namespace: 'kube-system', pod: 'etcd-node1', container: 'etcd' },
    ],
    ['api-1  | x', { service: 'api-1' }],
    [
      `/var/log/containers/etcd-node1_kube-system_etcd-${'4b'.repeat(32)}.log:${KLOG}`,
      { namespace: 'kube-system', pod: 'etcd-node1', container: 'etcd' },
    ],
  ])('says what is known from it: %s', (paste, expected) => {
    expect(layersOf(paste)[0]).toMatchObject(expected);
  });

  it('of the zone `CET`, whose offset is not known, has none', () => {
    expect(layersOf('Sat 2026-11-21 08:18:33 CET node1 kubelet[1234]: x')[0]?.time).not.toHaveProperty(
      'offset',
    );
  });
});

describe('memory is bounded', () => {
  const part = (text: string): string => `${STAMP} stdout P ${text}\n`;

  it('by the length of a line in parts, which is given out as it is', () => {
    const lines = unwrap(part('x'.repeat(10_000)).repeat(100));
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map(({ text }) => text.length))).toBeLessThan(300_000);
    expect(lines.reduce((sum, { physical }) => sum + physical, 0)).toBe(100);
    expect(lines.map(({ text }) => text).join('')).toBe('x'.repeat(1_000_000));
  });

  it('by the number of sources in parts: the one that was silent longest is given out', () => {
    const paste = Array.from({ length: 100 }, (_, index) => `[pod/a/c${index}] ${part('x')}`).join('');
    const unwrapper = createUnwrapper();
    const early = splitLines(paste).flatMap((line) => unwrapper.push(line));
    expect(early.length).toBeGreaterThan(30);
    expect(early[0]?.source).toBe('a/c0/stdout');
    expect([...early, ...unwrapper.end()]).toHaveLength(100);
  });

  it('by age: a part without its end does not wait for the end of the file', () => {
    const unwrapper = createUnwrapper();
    const early = splitLines(part('x') + 'line\n'.repeat(2000)).flatMap((line) => unwrapper.push(line));
    expect(early.find(({ text }) => text === 'x')).toBeDefined();
  });

  it('by the length of a line: one of megabytes is not unescaped', () => {
    const line = JSON.stringify({ log: `${'\n'.repeat(1_000_000)}\n`, stream: 'stderr', time: STAMP });
    expect(unwrap(line)).toMatchObject([{ text: line, layers: [] }]);
  });
});

describe('the table of wrappers', () => {
  it('has each kind once', () => {
    expect(new Set(WRAPPERS.map(({ id }) => id)).size).toBe(WRAPPERS.length);
    expect(new Set(WRAPPERS.map(({ name }) => name)).size).toBe(WRAPPERS.length);
  });

  it('has a sample for each', () => {
    const shown = new Set(ROWS.flatMap(({ lines }) => lines.flatMap(({ layers }) => layers.split(' '))));
    expect(WRAPPERS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});
