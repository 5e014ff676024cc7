import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from what the programs at the reader print. */
const LINES: readonly SampleLine[] = [
  [
    'bars',
    '2026-11-21T08:18:33.203Z | INFO  | state-manager | started',
    {
      format: 'timestamped',
      severity: 'info',
      time: '2026-11-21T08:18:33.203000Z',
      message: 'state-manager | started',
    },
  ],
  [
    'Envoy',
    '[2026-11-21 08:18:33.123][8][warning][config] [source/server.cc:168] slow',
    {
      format: 'timestamped',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123000',
      place: 'source/server.cc:168',
      logger: 'config',
      message: 'slow',
    },
  ],
  [
    'Elasticsearch',
    '[2026-11-21T08:18:33,262][ERROR][o.e.b.Bootstrap ] [node-1] failed',
    {
      format: 'timestamped',
      severity: 'error',
      time: '2026-11-21T08:18:33.262000',
      logger: 'o.e.b.Bootstrap',
      message: '[node-1] failed',
    },
  ],
  [
    'Kafka',
    '[2026-11-21 08:18:33,226] INFO [SocketServer nodeId=1] Enabling requests (kafka.network.SocketServer)',
    {
      format: 'timestamped',
      severity: 'info',
      time: '2026-11-21T08:18:33.226000',
      message: '[SocketServer nodeId=1] Enabling requests (kafka.network.SocketServer)',
    },
  ],
  [
    'Laravel',
    '[2026-11-21 08:18:33] local.ERROR: Something bad happened',
    {
      format: 'timestamped',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      message: 'Something bad happened',
    },
  ],
  [
    'colons',
    '2026-11-21 08:18:33,672:DEBUG:foo bar',
    { format: 'timestamped', severity: 'debug', time: '2026-11-21T08:18:33.672000', message: 'foo bar' },
  ],
  [
    'a level in lower case, right behind the time',
    '2026-11-21T08:18:33.193Z warning vpxd[7] slow',
    {
      format: 'timestamped',
      severity: 'warning',
      time: '2026-11-21T08:18:33.193000Z',
      message: 'vpxd[7] slow',
    },
  ],
  [
    'a level as a pair',
    '2026-11-21T08:18:33Z app level=error failed',
    {
      format: 'timestamped',
      severity: 'error',
      time: '2026-11-21T08:18:33Z',
      message: 'app level=error failed',
    },
  ],
  [
    'one bracket around all',
    '[2026-11-21T08:18:33.969Z tomcat-1      ERROR com.acme.Servlet] failed',
    { format: 'timestamped', severity: 'error', time: '2026-11-21T08:18:33.969000Z', message: 'failed' },
  ],
  [
    'a name in front',
    '(acme.pool): 2026-11-21 08:18:33,355 DEBUG Connection returned',
    {
      format: 'timestamped',
      severity: 'debug',
      time: '2026-11-21T08:18:33.355000',
      message: 'Connection returned',
    },
  ],
  [
    'no level, but a whole date',
    '2026-11-21 08:18:33 started with 1 error',
    { format: 'timestamped', time: '2026-11-21T08:18:33', message: 'started with 1 error' },
  ],
];

describe('a line with a time', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['a time of the day without a level', '08:18:33 started'],
    ['a time alone', '2026-11-21 08:18:33'],
    ['a date glued to a word', '2026-11-21T08:18:33Zulu x'],
    ['rows of a table', '2026-11-21   3   4'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('timestamped');
  });
});
