import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** The first three were printed by the log package of Go 1.19, the others are composed. */
const LINES: readonly SampleLine[] = [
  [
    'the default flags',
    '2026/11/21 14:40:09 listening on :8080',
    { format: 'go-log', time: '2026-11-21T14:40:09', message: 'listening on :8080' },
  ],
  [
    'Lmicroseconds and Lshortfile',
    '2026/11/21 14:40:09.466236 main.go:10: with file',
    { format: 'go-log', time: '2026-11-21T14:40:09.466236', place: 'main.go:10', message: 'with file' },
  ],
  [
    'Llongfile',
    '2026/11/21 13:40:09 /tmp/gen/gp/src/gen/main.go:11: with long file',
    {
      format: 'go-log',
      time: '2026-11-21T13:40:09',
      place: '/tmp/gen/gp/src/gen/main.go:11',
      message: 'with long file',
    },
  ],
  [
    'slog before a handler is set',
    '2026/11/21 08:18:33 INFO listening port=8080',
    { format: 'go-log', severity: 'info', time: '2026-11-21T08:18:33', message: 'listening port=8080' },
  ],
  [
    'a level of hashicorp/logutils',
    '2026/11/21 08:18:33 [ERR] raft: failed to reach quorum',
    {
      format: 'go-log',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      message: 'raft: failed to reach quorum',
    },
  ],
  [
    'a word of a level in the message',
    '2026/11/21 08:18:33 http: panic serving 127.0.0.1:1: error',
    { format: 'go-log', time: '2026-11-21T08:18:33', message: 'http: panic serving 127.0.0.1:1: error' },
  ],
  [
    'a message that starts with such a word',
    '2026/11/21 08:18:33 error: cannot bind',
    { format: 'go-log', time: '2026-11-21T08:18:33', message: 'error: cannot bind' },
  ],
];

describe("a line of Go's standard log", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
