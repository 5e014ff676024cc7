import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the formats named at the reader. */
const LINES: readonly SampleLine[] = [
  [
    'env_logger',
    '[2026-11-21T08:18:33Z INFO  acme::server] started',
    {
      format: 'rust',
      severity: 'info',
      time: '2026-11-21T08:18:33Z',
      logger: 'acme::server',
      message: 'started',
    },
  ],
  [
    'tracing',
    '2026-11-21T08:18:33.123456Z ERROR acme::server: cannot bind: in use',
    {
      format: 'rust',
      severity: 'error',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'acme::server',
      message: 'cannot bind: in use',
    },
  ],
  [
    'tracing, in spans',
    '2026-11-21T08:18:33.123456Z  WARN request{id=7 path="/"}:inner{n=1}: acme::server: slow',
    {
      format: 'rust',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'acme::server',
      message: 'slow',
    },
  ],
  [
    'simple_logger',
    '2026-11-21T08:18:33.123456789Z WARN [acme] slow',
    {
      format: 'rust',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'acme',
      message: 'slow',
    },
  ],
];

describe('a line of a Rust logger', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
