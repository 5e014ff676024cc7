import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'a notice',
    '1:M 21 Nov 2026 08:18:33.984 * Ready to accept connections',
    {
      format: 'redis',
      severity: 'info',
      time: '2026-11-21T08:18:33.984000',
      process: 1,
      message: 'Ready to accept connections',
    },
  ],
  [
    'a warning',
    '1:C 21 Nov 2026 08:18:33.984 # WARNING Memory overcommit must be enabled!',
    {
      format: 'redis',
      severity: 'warning',
      time: '2026-11-21T08:18:33.984000',
      process: 1,
      message: 'WARNING Memory overcommit must be enabled!',
    },
  ],
  [
    'up to 2.8',
    '[3574] 21 Nov 08:18:33.731 # Sentinel runid is 2e3b',
    {
      format: 'redis',
      severity: 'warning',
      time: '11-21T08:18:33.731000',
      process: 3574,
      message: 'Sentinel runid is 2e3b',
    },
  ],
  [
    'a signal',
    '1:signal-handler (1795249413) Received SIGTERM scheduling shutdown...',
    { format: 'redis', process: 1, message: 'Received SIGTERM scheduling shutdown...' },
  ],
];

describe('a line of Redis', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
