import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Printed by winston 3.19 with the formats of its README. */
const LINES: readonly SampleLine[] = [
  ['simple', 'info: listening', { format: 'winston', severity: 'info', message: 'listening' }],
  [
    'simple, with more fields',
    'error: bad {"service":"user-service"}',
    { format: 'winston', severity: 'error', message: 'bad {"service":"user-service"}' },
  ],
  ['the level of requests', 'http: get', { format: 'winston', severity: 'info', message: 'get' }],
  [
    'a label',
    '2026-11-21T13:39:06.676Z [right meow!] warn: what time is it?',
    {
      format: 'winston',
      severity: 'warning',
      time: '2026-11-21T13:39:06.676000Z',
      logger: 'right meow!',
      message: 'what time is it?',
    },
  ],
  [
    'the level in brackets',
    '2026-11-21T13:39:06.677Z [verbose]: v',
    { format: 'winston', severity: 'debug', time: '2026-11-21T13:39:06.677000Z', message: 'v' },
  ],
];

describe('a line of winston', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['what a command prints', 'error: You must be logged in to the server (Unauthorized)'],
    ['a key of YAML', 'information: x'],
    ['no blank behind', 'info:x'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('winston');
  });
});
