import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from what the programs at the reader print. */
const LINES: readonly SampleLine[] = [
  [
    'etcd before its logger is there',
    "[WARNING] Deprecated '--logger=capnslog' flag is set",
    { format: 'level-first', severity: 'warning', message: "Deprecated '--logger=capnslog' flag is set" },
  ],
  [
    'a name in brackets',
    '[INFO][acme] started',
    { format: 'level-first', severity: 'info', message: '[acme] started' },
  ],
  [
    'upper case and a colon',
    'WARNING: This is a development server.',
    { format: 'level-first', severity: 'warning', message: 'This is a development server.' },
  ],
  [
    'Dropwizard',
    'INFO  [2026-11-21 08:18:33,123] com.acme.Server: started',
    {
      format: 'level-first',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000',
      message: 'com.acme.Server: started',
    },
  ],
  [
    'Java Service Wrapper',
    'INFO   | jvm 1    | 2026/11/21 08:18:33 | started',
    { format: 'level-first', severity: 'info', time: '2026-11-21T08:18:33', message: 'started' },
  ],
  [
    'the time in the bracket',
    '[ERROR 2026-11-21 08:18:33 main] failed',
    { format: 'level-first', severity: 'error', time: '2026-11-21T08:18:33', message: 'failed' },
  ],
];

describe('a line that starts with its level', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['what commands print', 'Error: unknown flag: --log_dir'],
    ['prose', 'NOTE: read this first'],
    ['a step of kubeadm', '[init] Using Kubernetes version: v1.27.0'],
    ['a word that starts like one', 'INFORMATIVE: x'],
    ['a heading', 'WARNING'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('level-first');
  });
});
