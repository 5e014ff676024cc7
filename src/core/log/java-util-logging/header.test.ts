import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Printed by OpenJDK 17; the one at midnight is composed. */
const LINES: readonly SampleLine[] = [
  [
    'the first line',
    'Nov 21, 2026 1:39:04 PM J main',
    { format: 'java-util-logging', time: '2026-11-21T13:39:04', logger: 'J', message: '' },
  ],
  [
    'midnight',
    'Nov 21, 2026 12:05:04 AM com.acme.Server start',
    { format: 'java-util-logging', time: '2026-11-21T00:05:04', logger: 'com.acme.Server', message: '' },
  ],
  [
    'the second line',
    'SEVERE: cannot bind',
    { format: 'java-util-logging', severity: 'error', message: 'cannot bind' },
  ],
];

describe('a record of java.util.logging', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([['a sentence', 'Nov 21, 2026 1:39:04 PM was when it went down']])(
    'is not seen in %s',
    (_, line) => {
      expect(describeLine(line)?.format).not.toBe('java-util-logging');
    },
  );
});
