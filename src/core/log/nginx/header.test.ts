import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'of a connection',
    '2026/11/21 08:18:33 [error] 12#12: *3 open() "/x" failed (2: No such file or directory), client: 10.0.0.1',
    {
      format: 'nginx',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      process: 12,
      message: 'open() "/x" failed (2: No such file or directory), client: 10.0.0.1',
    },
  ],
  [
    'of the server',
    '2026/11/21 08:18:33 [notice] 1#1: signal 15 (SIGTERM) received, exiting',
    {
      format: 'nginx',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      process: 1,
      message: 'signal 15 (SIGTERM) received, exiting',
    },
  ],
  [
    'emerg',
    '2026/11/21 08:18:33 [emerg] 1#1: host not found in upstream "api" in /etc/nginx/conf.d/default.conf:3',
    {
      format: 'nginx',
      severity: 'fatal',
      time: '2026-11-21T08:18:33',
      process: 1,
      message: 'host not found in upstream "api" in /etc/nginx/conf.d/default.conf:3',
    },
  ],
];

describe("a line of nginx's error log", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
