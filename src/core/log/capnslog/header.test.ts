import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format; the first was printed by etcd 3.4.23. */
const LINES: readonly SampleLine[] = [
  [
    'etcd',
    '2026-11-21 08:48:12.124589 I | etcdmain: etcd Version: 3.4.23',
    {
      format: 'capnslog',
      severity: 'info',
      time: '2026-11-21T08:48:12.124589',
      logger: 'etcdmain',
      message: 'etcd Version: 3.4.23',
    },
  ],
  [
    'a notice',
    '2026-11-21 08:48:12.124589 N | embed: serving insecure client requests on 127.0.0.1:2379',
    {
      format: 'capnslog',
      severity: 'info',
      time: '2026-11-21T08:48:12.124589',
      logger: 'embed',
      message: 'serving insecure client requests on 127.0.0.1:2379',
    },
  ],
  [
    'a critical line',
    '2026-11-21 08:48:12.124589 C | etcdmain: listen tcp 127.0.0.1:2380: bind: address already in use',
    {
      format: 'capnslog',
      severity: 'fatal',
      time: '2026-11-21T08:48:12.124589',
      logger: 'etcdmain',
      message: 'listen tcp 127.0.0.1:2380: bind: address already in use',
    },
  ],
  [
    'no package',
    '2026-11-21 08:48:12.124589 W | something odd',
    { format: 'capnslog', severity: 'warning', time: '2026-11-21T08:48:12.124589', message: 'something odd' },
  ],
];

describe('a line of capnslog', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['another letter', '2026-11-21 08:48:12.124589 X | etcdmain: x'],
    ['a table', '2026-11-21 08:48:12.124589 | I | x'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('capnslog');
  });
});
