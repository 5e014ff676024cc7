import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'with the path in quotes',
    '2026-11-21T08:18:33 10.0.0.7 - GET "/client/" -1 200 5778 "-" "kube-probe/1.27"',
    {
      format: 'access-log',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      message: 'GET "/client/" -1 200 5778 "-" "kube-probe/1.27"',
    },
  ],
  [
    'an error',
    '2026-11-21 08:18:33.120 node-1.example.com alice POST /x 503 12',
    {
      format: 'access-log',
      severity: 'error',
      time: '2026-11-21T08:18:33.120000',
      message: 'POST /x 503 12',
    },
  ],
];

describe('a line of an access log that begins with its time', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['no method', '2026-11-21T08:18:33 10.0.0.7 - FETCH /client/ 200 5778'],
    ['no status', '2026-11-21T08:18:33 10.0.0.7 - GET /client/ done'],
    ['no host', '2026-11-21T08:18:33 we - GET /client/ 200'],
  ])('is not seen in one with %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('access-log');
  });
});
