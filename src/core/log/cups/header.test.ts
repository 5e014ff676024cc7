import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'an error',
    'E [21/Nov/2026:08:18:33 +0100] Unknown directive "Browse" on line 22 of /etc/cups/cupsd.conf.',
    {
      format: 'cups',
      severity: 'error',
      time: '2026-11-21T08:18:33+60',
      message: 'Unknown directive "Browse" on line 22 of /etc/cups/cupsd.conf.',
    },
  ],
  [
    'a notice of a job',
    'N [21/Nov/2026:08:18:33 +0000] [Job 7] Queued on "lab".',
    { format: 'cups', severity: 'info', time: '2026-11-21T08:18:33Z', message: '[Job 7] Queued on "lab".' },
  ],
];

describe("a line of CUPS's error log", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['another letter', 'Q [21/Nov/2026:08:18:33 +0000] x'],
    ['no time', 'E [Job 7] x'],
    ['a word in front', 'DE [21/Nov/2026:08:18:33 +0000] x'],
  ])('is not seen in one with %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('cups');
  });
});
