import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/**
 * Those of basicConfig, of the tutorial and of Flask's format were printed by Python 3.11; the others are composed from the
 * formats named at the reader.
 */
const LINES: readonly SampleLine[] = [
  [
    'basicConfig',
    'CRITICAL:acme.server:down',
    { format: 'python', severity: 'fatal', logger: 'acme.server', message: 'down' },
  ],
  [
    'basicConfig, with a colon',
    'WARNING:acme.server:slow: 3',
    { format: 'python', severity: 'warning', logger: 'acme.server', message: 'slow: 3' },
  ],
  [
    'the format of the tutorial',
    '2026-11-21 13:39:01,614 - acme.server - ERROR - cannot bind',
    {
      format: 'python',
      severity: 'error',
      time: '2026-11-21T13:39:01.614000',
      logger: 'acme.server',
      message: 'cannot bind',
    },
  ],
  [
    'no name',
    '2026-11-21 13:39:01,614 - INFO - a - b',
    { format: 'python', severity: 'info', time: '2026-11-21T13:39:01.614000', message: 'a - b' },
  ],
  [
    'OpenStack',
    '2026-11-21 08:18:33.123 7 INFO nova.compute [req-1 - -] started',
    {
      format: 'python',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000',
      process: 7,
      logger: 'nova.compute',
      message: 'started',
    },
  ],
  [
    'gunicorn',
    '[2026-11-21 08:18:33 +0000] [7] [INFO] Booting worker with pid: 7',
    {
      format: 'gunicorn',
      severity: 'info',
      time: '2026-11-21T08:18:33Z',
      process: 7,
      message: 'Booting worker with pid: 7',
    },
  ],
  [
    'Flask',
    '[2026-11-21 13:39:02,131] ERROR in app: cannot bind',
    {
      format: 'python',
      severity: 'error',
      time: '2026-11-21T13:39:02.131000',
      logger: 'app',
      message: 'cannot bind',
    },
  ],
  [
    'Celery',
    '[2026-11-21 08:18:33,123: WARNING/MainProcess] slow',
    {
      format: 'python',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123000',
      logger: 'MainProcess',
      message: 'slow',
    },
  ],
  [
    'Airflow',
    '[2026-11-21T08:18:33.123+0000] {dag.py:12} INFO - done',
    {
      format: 'python',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000Z',
      place: 'dag.py:12',
      message: 'done',
    },
  ],
];

describe("a line of Python's logging", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['one colon only', 'ERROR: cannot bind'],
    ['a blank in the name', 'ERROR:not a name:x'],
  ])('is not seen in %s', (_, line) => {
    expect(describeLine(line)?.format).not.toBe('python');
  });
});
