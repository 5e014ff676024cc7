import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Printed by logrus 1.9.0 with ForceColors, its colours taken off; the one with two blanks is composed. */
const LINES: readonly SampleLine[] = [
  [
    'a field',
    'INFO[0000] starting containerd                           module=containerd',
    {
      format: 'logrus-tty',
      severity: 'info',
      message: 'starting containerd',
      fields: { module: 'containerd' },
    },
  ],
  [
    'a message that is longer than its column',
    'ERRO[0000] a message that is longer than the forty-four columns it is padded to  error="bad thing"',
    {
      format: 'logrus-tty',
      severity: 'error',
      message: 'a message that is longer than the forty-four columns it is padded to',
      fields: { error: 'bad thing' },
    },
  ],
  [
    'no field',
    'WARN[0000] plain                                        ',
    { format: 'logrus-tty', severity: 'warning', message: 'plain' },
  ],
  [
    'the whole time',
    'DEBU[2026-11-21T14:40:09+01:00] full                                         ',
    { format: 'logrus-tty', severity: 'debug', time: '2026-11-21T14:40:09+60', message: 'full' },
  ],
  [
    'two blanks in the message',
    'FATA[0012] a  b  c=d e  f=1',
    { format: 'logrus-tty', severity: 'fatal', message: 'a  b  c=d e', fields: { f: '1' } },
  ],
];

describe('a line of logrus in a terminal', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['another word', 'INFX[0000] x'],
    ['letters in the bracket', 'INFO[abc] x'],
    ['an open bracket', 'INFO[0000'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('logrus-tty');
  });
});
