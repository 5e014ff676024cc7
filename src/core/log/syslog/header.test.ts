import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** The first two were printed by logger of util-linux 2.38; the others are composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'RFC 3164',
    '<27>Nov 21 13:39:32 vm kubelet[812]: x',
    {
      format: 'syslog',
      severity: 'error',
      time: '11-21T13:39:32',
      process: 812,
      logger: 'kubelet',
      message: 'x',
    },
  ],
  [
    'RFC 5424',
    '<27>1 2026-11-21T13:39:32.503849+00:00 vm kubelet - - [timeQuality tzKnown="1" isSynced="0"] x',
    {
      format: 'syslog',
      severity: 'error',
      time: '2026-11-21T13:39:32.503849Z',
      logger: 'kubelet',
      message: 'x',
    },
  ],
  [
    'RFC 5424, all known',
    '<30>1 2026-11-21T08:18:33Z node-1 kubelet 812 ID47 [a@1 k="]"][b@1 k="v"] text of it',
    {
      format: 'syslog',
      severity: 'info',
      time: '2026-11-21T08:18:33Z',
      process: 812,
      logger: 'kubelet',
      message: 'text of it',
    },
  ],
  ['RFC 5424, nothing known', '<30>1 - - - - - -', { format: 'syslog', severity: 'info', message: '' }],
  [
    'journalctl',
    'Nov 21 08:18:33 node-1 kubelet[812]: text',
    { format: 'syslog', time: '11-21T08:18:33', process: 812, logger: 'kubelet', message: 'text' },
  ],
  [
    'a day of one digit',
    'Nov  1 08:18:33 node-1 kernel: [    0.000000] Linux version 6.1',
    {
      format: 'syslog',
      time: '11-01T08:18:33',
      logger: 'kernel',
      message: '[    0.000000] Linux version 6.1',
    },
  ],
  [
    'journalctl -o short-iso',
    '2026-11-21T08:18:33+0100 node-1 kubelet[812]: text',
    { format: 'syslog', time: '2026-11-21T08:18:33+60', process: 812, logger: 'kubelet', message: 'text' },
  ],
  [
    'journalctl -o short-precise',
    'Nov 21 08:18:33.123456 node-1 systemd[1]: Started kubelet.service',
    {
      format: 'syslog',
      time: '11-21T08:18:33.123456',
      process: 1,
      logger: 'systemd',
      message: 'Started kubelet.service',
    },
  ],
  [
    'journalctl -o short-full',
    'Sat 2026-11-21 08:18:33 UTC node-1 systemd[1]: Started kubelet.service',
    {
      format: 'syslog',
      time: '2026-11-21T08:18:33Z',
      process: 1,
      logger: 'systemd',
      message: 'Started kubelet.service',
    },
  ],
  [
    'rsyslog today',
    '2026-11-21T08:18:33.055418-07:00 node-1 rsyslogd: was HUPed',
    { format: 'syslog', time: '2026-11-21T08:18:33.055418-420', logger: 'rsyslogd', message: 'was HUPed' },
  ],
  [
    'a name of two words',
    'Nov 21 08:18:33 mac Setup Assistant[1173]: Creating connection',
    {
      format: 'syslog',
      time: '11-21T08:18:33',
      process: 1173,
      logger: 'Setup Assistant',
      message: 'Creating connection',
    },
  ],
  [
    'no name',
    'Nov 21 08:18:33 node-1 last message repeated 2 times',
    { format: 'syslog', time: '11-21T08:18:33', message: 'last message repeated 2 times' },
  ],
];

describe('a line of syslog', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['a Rust line', '2026-11-21T08:18:33Z INFO crate: msg'],
    ['a time in a sentence', 'Nov 21 08:18:33: it happened'],
    ['a priority that is none', '<192>Nov 21 08:18:33 vm a: x'],
    ['a tag of HTML', '<1>bold'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('syslog');
  });
});
