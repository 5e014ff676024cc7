import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'the combined format',
    '10.0.0.7 - alice [21/Nov/2026:08:18:33 +0100] "GET /healthz HTTP/1.1" 200 19 "-" "kube-probe/1.27"',
    {
      format: 'access-log',
      severity: 'info',
      time: '2026-11-21T08:18:33+60',
      message: '"GET /healthz HTTP/1.1" 200 19 "-" "kube-probe/1.27"',
    },
  ],
  [
    'an error of the server',
    '::1 - - [21/Nov/2026:08:18:33 +0000] "GET / HTTP/1.0" 503 0',
    {
      format: 'access-log',
      severity: 'error',
      time: '2026-11-21T08:18:33Z',
      message: '"GET / HTTP/1.0" 503 0',
    },
  ],
  [
    'what a client asked for in vain',
    '10.0.0.7 - - [21/Nov/2026:08:18:33 +0000] "GET /x HTTP/1.0" 404 0',
    {
      format: 'access-log',
      severity: 'error',
      time: '2026-11-21T08:18:33Z',
      message: '"GET /x HTTP/1.0" 404 0',
    },
  ],
  [
    'a virtual host in front',
    'www.example.com:443 10.0.0.7 - - [21/Nov/2026:08:18:33 +0000] "GET / HTTP/2.0" 200 17163',
    {
      format: 'access-log',
      severity: 'info',
      time: '2026-11-21T08:18:33Z',
      message: '"GET / HTTP/2.0" 200 17163',
    },
  ],
  [
    'an escaped quote',
    String.raw`10.0.0.7 - - [21/Nov/2026 08:18:33] "GET /\"x HTTP/1.1" 400 -`,
    {
      format: 'access-log',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      message: String.raw`"GET /\"x HTTP/1.1" 400 -`,
    },
  ],
];

describe('a line of an access log', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['no status', '10.0.0.7 - - [21/Nov/2026:08:18:33 +0000] "GET / HTTP/1.0"'],
    ['no time', '10.0.0.7 - - [now] "GET / HTTP/1.0" 200 1'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('access-log');
  });
});
