import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'a warning',
    '[WARNING]  (8) : Server be/s1 is DOWN, reason: Layer4 connection problem',
    {
      format: 'haproxy',
      severity: 'warning',
      process: 8,
      message: 'Server be/s1 is DOWN, reason: Layer4 connection problem',
    },
  ],
  [
    'an alert of 2.3 and before',
    '[ALERT] 324/081833 (8) : Starting proxy fe: cannot bind socket [0.0.0.0:80]',
    {
      format: 'haproxy',
      severity: 'fatal',
      process: 8,
      message: 'Starting proxy fe: cannot bind socket [0.0.0.0:80]',
    },
  ],
  [
    'a request',
    '10.0.0.7:50210 [21/Nov/2026:08:18:33.266] fe be/s1 0/0/1/48/49 503 3313 - - ---- 3/2/0/0/0 0/0 "GET / HTTP/1.1"',
    {
      format: 'haproxy',
      severity: 'error',
      time: '2026-11-21T08:18:33.266000',
      message: 'fe be/s1 0/0/1/48/49 503 3313 - - ---- 3/2/0/0/0 0/0 "GET / HTTP/1.1"',
    },
  ],
  [
    'a connection',
    '10.0.0.7:50210 [21/Nov/2026:08:18:33.266] fe be/s1 1/1/861 1485 -- 2/1/0/0/0 0/0',
    {
      format: 'haproxy',
      severity: 'info',
      time: '2026-11-21T08:18:33.266000',
      message: 'fe be/s1 1/1/861 1485 -- 2/1/0/0/0 0/0',
    },
  ],
  [
    'no request at all',
    '10.0.0.7:50210 [21/Nov/2026:08:18:33.266] fe/1: Connection closed during SSL handshake',
    {
      format: 'haproxy',
      severity: 'info',
      time: '2026-11-21T08:18:33.266000',
      message: 'fe/1: Connection closed during SSL handshake',
    },
  ],
  [
    'behind syslog',
    'Nov 21 08:18:33 10.0.0.2 haproxy[7]: Proxy fe started.',
    {
      format: 'haproxy',
      time: '11-21T08:18:33',
      process: 7,
      logger: 'haproxy',
      message: 'Proxy fe started.',
    },
  ],
];

describe('a line of HAProxy', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
