import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'a plugin',
    '[ERROR] plugin/errors: 2 example.org. A: read udp 10.244.0.5:53->8.8.8.8:53: i/o timeout',
    {
      format: 'coredns',
      severity: 'error',
      logger: 'plugin/errors',
      message: '2 example.org. A: read udp 10.244.0.5:53->8.8.8.8:53: i/o timeout',
    },
  ],
  [
    'a query',
    '[INFO] 10.244.0.7:41234 - 123 "A IN example.org. udp 29 false 512" NOERROR qr,rd 56 0.0012s',
    {
      format: 'coredns',
      severity: 'info',
      message: '10.244.0.7:41234 - 123 "A IN example.org. udp 29 false 512" NOERROR qr,rd 56 0.0012s',
    },
  ],
  [
    'a fatal plugin',
    '[FATAL] plugin/loop: Loop (127.0.0.1:55953 -> :53) detected for zone "."',
    {
      format: 'coredns',
      severity: 'fatal',
      logger: 'plugin/loop',
      message: 'Loop (127.0.0.1:55953 -> :53) detected for zone "."',
    },
  ],
];

describe('a line of CoreDNS', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
