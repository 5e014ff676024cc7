import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/**
 * The lines of logrus and slog were printed by logrus 1.9.0 and golang.org/x/exp/slog of October 2022, places and cuts
 * aside; the others are composed.
 */
const LINES: readonly SampleLine[] = [
  [
    'logrus',
    'time="2026-11-21T14:40:09+01:00" level=info msg="starting containerd" module=containerd',
    {
      format: 'logrus',
      severity: 'info',
      time: '2026-11-21T14:40:09+60',
      message: 'starting containerd',
      fields: { module: 'containerd' },
    },
  ],
  [
    'logrus with escapes',
    String.raw`time="2026-11-21T14:40:09+01:00" level=warning msg="multi\nline" error="a \"q\"\nb" id=3`,
    {
      format: 'logrus',
      severity: 'warning',
      time: '2026-11-21T14:40:09+60',
      message: 'multi\nline',
      fields: { error: 'a "q"\nb', id: '3' },
    },
  ],
  [
    'logrus with keys of its own',
    'time="2026-11-21T08:48:27.236803080Z" level=debug msg="x=y" d=3s e= ok-./@^+x=ok-./@^+x sp="a b"',
    {
      format: 'logrus',
      severity: 'debug',
      time: '2026-11-21T08:48:27.236803Z',
      message: 'x=y',
      fields: { d: '3s', e: '', 'ok-./@^+x': 'ok-./@^+x', sp: 'a b' },
    },
  ],
  [
    'logrus without a message',
    'time="2026-11-21T14:40:09+01:00" level=error',
    { format: 'logrus', severity: 'error', time: '2026-11-21T14:40:09+60', message: '' },
  ],
  [
    'slog',
    String.raw`time=2026-11-21T13:40:30.206Z level=ERROR msg=failed err="boom \"x\""`,
    {
      format: 'slog',
      severity: 'error',
      time: '2026-11-21T13:40:30.206000Z',
      message: 'failed',
      fields: { err: 'boom "x"' },
    },
  ],
  [
    'slog with a level between two',
    'time=2026-11-21T13:40:30.206Z level=INFO+2 msg=custom',
    { format: 'slog', severity: 'info', time: '2026-11-21T13:40:30.206000Z', message: 'custom' },
  ],
  [
    'slog with its source',
    'time=2026-11-21T13:40:30.206Z level=WARN source=/src/main.go:5 msg=src',
    {
      format: 'slog',
      severity: 'warning',
      time: '2026-11-21T13:40:30.206000Z',
      place: '/src/main.go:5',
      message: 'src',
    },
  ],
  [
    'go-kit',
    'ts=2026-11-21T08:18:33.966Z caller=main.go:12 level=error component=tsdb msg="opening failed" err="no space"',
    {
      format: 'logfmt',
      severity: 'error',
      time: '2026-11-21T08:18:33.966000Z',
      place: 'main.go:12',
      logger: 'tsdb',
      message: 'opening failed',
      fields: { err: 'no space' },
    },
  ],
  [
    'Grafana',
    'logger=settings t=2026-11-21T08:18:33.520963849Z level=info msg="Starting" version=11.5.2',
    {
      format: 'logfmt',
      severity: 'info',
      time: '2026-11-21T08:18:33.520963Z',
      logger: 'settings',
      message: 'Starting',
      fields: { version: '11.5.2' },
    },
  ],
  ['no time', 'level=info msg="x"', { format: 'logfmt', severity: 'info', message: 'x' }],
  [
    'cut in its message',
    'time="2026-11-21T14:40:09+01:00" level=info msg="cut off he',
    { format: 'logrus', severity: 'info', time: '2026-11-21T14:40:09+60', message: 'cut off he' },
  ],
];

describe('a line of pairs', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['a variable of a shell', 'FOO=bar ./run --level=info'],
    ['an assignment', 'x=1'],
    ['prose behind the first word', 'level=info is the default of the flag'],
    ['flags', '--v=2 --level=info'],
  ])('is no log line with %s', (_, line) => {
    expect(describeLine(line)).toBeUndefined();
  });
});
