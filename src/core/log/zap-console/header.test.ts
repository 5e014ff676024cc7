import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Printed by zap 1.23; the one with blanks is the first as a terminal copies it, the one with a brace is composed. */
const LINES: readonly SampleLine[] = [
  [
    'development, with everything',
    '2026-11-21T14:40:09.466+0100\tINFO\tsetup\tgen/main.go:29\tstarting manager\t{"port": 8080}',
    {
      format: 'zap-console',
      severity: 'info',
      time: '2026-11-21T14:40:09.466000+60',
      place: 'gen/main.go:29',
      logger: 'setup',
      message: 'starting manager',
      fields: { port: '8080' },
    },
  ],
  [
    'no logger and no fields',
    '2026-11-21T14:40:09.466+0100\tDEBUG\tgen/main.go:29\tno fields',
    {
      format: 'zap-console',
      severity: 'debug',
      time: '2026-11-21T14:40:09.466000+60',
      place: 'gen/main.go:29',
      message: 'no fields',
    },
  ],
  [
    'production, no caller',
    '1.7952684094665725e+09\terror\tsetup\tno caller\t{"err": "x y"}',
    {
      format: 'zap-console',
      severity: 'error',
      time: '2026-11-21T13:40:09.466573Z',
      logger: 'setup',
      message: 'no caller',
      fields: { err: 'x y' },
    },
  ],
  [
    'only a message',
    '1.7952684094665797e+09\twarn\tbare',
    { format: 'zap-console', severity: 'warning', time: '2026-11-21T13:40:09.466580Z', message: 'bare' },
  ],
  [
    'blanks for TABs',
    '2026-11-21T14:40:09.466+0100    INFO    setup   gen/main.go:29  starting manager        {"port": 8080}',
    {
      format: 'zap-console',
      severity: 'info',
      time: '2026-11-21T14:40:09.466000+60',
      place: 'gen/main.go:29',
      logger: 'setup',
      message: 'starting manager',
      fields: { port: '8080' },
    },
  ],
  [
    'a brace in the message',
    '2026-11-21T14:40:09.466+0100\tINFO\tapplied patch {a} to b',
    {
      format: 'zap-console',
      severity: 'info',
      time: '2026-11-21T14:40:09.466000+60',
      message: 'applied patch {a} to b',
    },
  ],
];

describe("a line of zap's console encoder", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
