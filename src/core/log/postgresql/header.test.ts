import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'the default prefix',
    '2026-11-21 08:18:33.123 CET [12345] ERROR:  syntax error at or near "null" at character 510',
    {
      format: 'postgresql',
      severity: 'error',
      time: '2026-11-21T08:18:33.123000',
      process: 12345,
      message: 'syntax error at or near "null" at character 510',
    },
  ],
  [
    'LOG',
    '2026-11-21 08:18:33.123 UTC [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432',
    {
      format: 'postgresql',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000Z',
      process: 1,
      message: 'listening on IPv4 address "0.0.0.0", port 5432',
    },
  ],
  [
    'user and database',
    '2026-11-21 08:18:33 UTC [44]: [371-1] user=a,db=b,app=psql,client=10.0.0.1 FATAL:  password authentication failed for user "a"',
    {
      format: 'postgresql',
      severity: 'fatal',
      time: '2026-11-21T08:18:33Z',
      process: 44,
      message: 'password authentication failed for user "a"',
    },
  ],
  [
    'colons',
    '2026-11-21 08:18:33 CET:[local]:postgres@template1:[12777]:LOG:  duration: 0.038 ms',
    {
      format: 'postgresql',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      process: 12777,
      message: 'duration: 0.038 ms',
    },
  ],
  [
    'a line behind an error',
    '2026-11-21 08:18:33.123 CET [12345] STATEMENT:  select 1',
    { format: 'postgresql', time: '2026-11-21T08:18:33.123000', process: 12345, message: 'select 1' },
  ],
  [
    'DEBUG1',
    '2026-11-21 08:18:33.123 UTC [1] DEBUG1:  x',
    {
      format: 'postgresql',
      severity: 'debug',
      time: '2026-11-21T08:18:33.123000Z',
      process: 1,
      message: 'x',
    },
  ],
];

describe('a line of PostgreSQL', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
