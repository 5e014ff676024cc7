import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    '2.4',
    '[Sat Nov 21 08:18:33.605341 2026] [core:error] [pid 17962:tid 139] [client 127.0.0.1:60444] AH00135: Invalid method',
    {
      format: 'apache',
      severity: 'error',
      time: '2026-11-21T08:18:33.605341',
      process: 17962,
      logger: 'core',
      message: 'AH00135: Invalid method',
    },
  ],
  [
    '2.2',
    '[Sat Nov 21 08:18:33 2026] [notice] Digest: generating secret for digest authentication ...',
    {
      format: 'apache',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      message: 'Digest: generating secret for digest authentication ...',
    },
  ],
  [
    'a module without a name',
    '[Sat Nov 21 08:18:33.605341 2026] [:warn] [pid 7] PHP Warning:  x',
    {
      format: 'apache',
      severity: 'warning',
      time: '2026-11-21T08:18:33.605341',
      process: 7,
      message: 'PHP Warning:  x',
    },
  ],
];

describe("a line of Apache's error log", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
