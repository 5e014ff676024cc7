import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the pattern named at the reader. */
const LINES: readonly SampleLine[] = [
  [
    'with a thread',
    '261121 081833 148 WARN dfs.FSNamesystem: Not able to place enough replicas',
    {
      format: 'java',
      severity: 'warning',
      time: '2026-11-21T08:18:33',
      process: 148,
      logger: 'dfs.FSNamesystem',
      message: 'Not able to place enough replicas',
    },
  ],
  [
    'without one',
    '261121 081833 INFO mapred.JobClient: Running job: job_1',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      logger: 'mapred.JobClient',
      message: 'Running job: job_1',
    },
  ],
];

describe("a line of Hadoop's early daemons", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['numbers alone', '261121 081833 148 26 11'],
    ['month 13', '261321 081833 148 WARN dfs.FSNamesystem: x'],
    ['no logger', '261121 081833 148 WARN that is all'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('java');
  });
});
