import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPlaces, cutText, hostileText } from '../../../tests/support/hostile-text.ts';
import { createLogReader } from './read.ts';
import { type TimeFacts, createTimeFacts } from './time-facts.ts';

function readTimes(pieces: readonly string[]): TimeFacts {
  const reader = createLogReader();
  const times = createTimeFacts();
  for (const piece of pieces) reader.push(piece).forEach(times.push);
  reader.end().records.forEach(times.push);
  return times.soFar();
}

const KLOG = `W1231 23:59:58.100000       1 reflector.go:324] failed to list *v1.Pod: waiting
E0101 00:00:28.104000       1 reflector.go:138] Failed to watch *v1.Pod: dial tcp 10.0.0.1:443: i/o timeout
continued
I0101 00:00:28.200000       1 x.go:1] go on
`;

describe('the times of a log', () => {
  it('are those of its records, without a year as well', () => {
    const { gaps, first, last } = readTimes([KLOG]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ fromLine: 1, toLine: 2, ms: 30_004 });
    expect(gaps[0]?.constants[0]?.constant.id).toBe('client-go-dial');
    expect([first, last]).toEqual(['12-31T23:59:58.100000', '01-01T00:00:28.200000']);
  });

  it.each([
    [
      'with and without a year in one paste',
      [
        'Nov 20 23:59:58 node1 systemd[1]: one',
        'Nov 21 00:00:00 node1 containerd[812]: time="2026-11-21T00:00:00Z" level=info msg="two"',
        'Nov 21 00:05:12 node1 kernel: three',
      ],
      ['11-20T23:59:58', '11-21T00:05:12'],
    ],
    [
      'in the zone that a wrapper tells',
      [
        '2026-11-20T23:59:58+0100 node1 kubelet[1]: I1120 23:59:58.000000       1 a.go:1] one',
        '2026-11-20T23:59:59+0100 node1 etcd[2]: {"level":"info","ts":"2026-11-20T22:59:59.000Z","msg":"two"}',
        '2026-11-21T00:00:10+0100 node1 systemd[1]: three',
      ],
      ['11-20T23:59:58', '2026-11-21T00:00:10+01:00'],
    ],
  ])('are set in order: %s', (_, lines, expected) => {
    const { first, last } = readTimes([lines.join('\n')]);
    expect([first, last]).toEqual(expected);
  });

  it('have a year from the first line of a log file', () => {
    const { gaps } = readTimes([`Log file created at: 2026/12/31 23:59:00\n${KLOG}`]);
    expect(gaps.map(({ fromLine, toLine }) => [fromLine, toLine])).toContainEqual([2, 3]);
    expect(gaps.every(({ ms }) => ms < 60_000)).toBe(true);
  });

  it('are those of the program, not of the wrapper that stamped its lines', () => {
    const stamps = [
      '2026-12-31T15:59:58.2',
      '2026-12-31T16:00:28.1',
      '2026-12-31T16:00:28.1',
      '2026-12-31T16:00:28.3',
    ];
    const wrapped = KLOG.trimEnd()
      .split('\n')
      .map((line, index) => `${stamps[index]}00000000Z stderr F ${line}\n`);
    const { gaps } = readTimes(wrapped);
    expect(gaps.map(({ ms }) => ms)).toEqual([30_004]);
  });

  it('show what comes again and again', () => {
    const lines = [0, 10, 20, 30, 40].map(
      (second) => `E1121 09:00:${String(second).padStart(2, '0')}.500000       1 x.go:1] retry ${second}\n`,
    );
    expect(readTimes(lines).intervals).toMatchObject([{ kind: 'regular', times: 5, ms: 10_000 }]);
  });

  it('do not depend on where a file was cut while it was read', () => {
    const paste = hostileText([
      KLOG,
      '2026-12-31T15:59:58.2Z stderr F ',
      'I0228 10:00:00.000000 1 a.go:1] lease\n',
      '\n',
    ]);
    fc.assert(
      fc.property(paste, cutPlaces, (text, cuts) => {
        expect(readTimes(cutText(text, cuts))).toEqual(readTimes([text]));
      }),
    );
  });
});
