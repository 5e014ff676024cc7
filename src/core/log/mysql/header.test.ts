import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'MySQL 8',
    '2026-11-21T08:18:33.123456Z 0 [Warning] [MY-010068] [Server] CA certificate ca.pem is self signed.',
    {
      format: 'mysql',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'Server',
      message: 'CA certificate ca.pem is self signed.',
    },
  ],
  [
    'System',
    '2026-11-21T08:18:33.123456Z 0 [System] [MY-010931] [Server] ready for connections.',
    {
      format: 'mysql',
      severity: 'info',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'Server',
      message: 'ready for connections.',
    },
  ],
  [
    'MariaDB',
    '2026-11-21  8:18:33 0 [Note] InnoDB: 10.11 started',
    { format: 'mysql', severity: 'info', time: '2026-11-21T08:18:33', message: 'InnoDB: 10.11 started' },
  ],
  [
    'an error of a thread',
    '2026-11-21T08:18:33.123456Z 12 [ERROR] [MY-013183] [InnoDB] Assertion failure',
    {
      format: 'mysql',
      severity: 'error',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'InnoDB',
      message: 'Assertion failure',
    },
  ],
];

describe('a line of the error log of MySQL', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
