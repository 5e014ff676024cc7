import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the format. */
const LINES: readonly SampleLine[] = [
  [
    'of a connection',
    '2026/11/21 08:18:33 [error] 12#12: *3 open() "/x" failed (2: No such file or directory), client: 10.0.0.1',
    {
      format: 'nginx',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      process: 12,
      message: 'open() "/x" failed (2: No such file or directory)',
      fields: { client: '10.0.0.1' },
    },
  ],
  [
    'of a request that was passed on',
    '2026/11/21 08:18:33 [error] 12#12: *3 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: _, request: "GET /a, host: b HTTP/1.1", upstream: "http://10.0.0.7:8080/", host: "web"',
    {
      format: 'nginx',
      severity: 'error',
      time: '2026-11-21T08:18:33',
      process: 12,
      message: 'connect() failed (111: Connection refused) while connecting to upstream',
      fields: {
        client: '10.0.0.9',
        server: '_',
        request: 'GET /a, host: b HTTP/1.1',
        upstream: 'http://10.0.0.7:8080/',
        host: 'web',
      },
    },
  ],
  [
    'of the server',
    '2026/11/21 08:18:33 [notice] 1#1: signal 15 (SIGTERM) received, exiting',
    {
      format: 'nginx',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      process: 1,
      message: 'signal 15 (SIGTERM) received, exiting',
    },
  ],
  [
    'emerg',
    '2026/11/21 08:18:33 [emerg] 1#1: host not found in upstream "api" in /etc/nginx/conf.d/default.conf:3',
    {
      format: 'nginx',
      severity: 'fatal',
      time: '2026-11-21T08:18:33',
      process: 1,
      message: 'host not found in upstream "api" in /etc/nginx/conf.d/default.conf:3',
    },
  ],
];

describe("a line of nginx's error log", () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
