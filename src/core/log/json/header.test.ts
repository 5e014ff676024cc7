import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/**
 * Printed by component-base 1.20.2 (the first two), etcd (the one with its peers), zap 1.23, logrus 1.9.0,
 * golang.org/x/exp/slog of October 2022, pino 9.14, bunyan 1.8 and winston 3.19; stacks and paths are shortened. The two of
 * later klog, the one with a source of slog, cut lines and all behind winston are composed from the formats.
 */
const LINES: readonly SampleLine[] = [
  [
    'klog, printf',
    String.raw`{"ts":1795249413979.914,"msg":"plain info\n","v":0}`,
    { format: 'klog-json', time: '2026-11-21T08:23:33.979914Z', message: 'plain info', fields: { v: '0' } },
  ],
  [
    'klog, an error',
    '{"ts":1795249413979.9846,"msg":"Failed to update pod status","v":0,"n":3,"err":"timeout"}',
    {
      format: 'klog-json',
      severity: 'error',
      time: '2026-11-21T08:23:33.979984Z',
      message: 'Failed to update pod status',
      fields: { v: '0', n: '3', err: 'timeout' },
    },
  ],
  [
    'klog since 1.22',
    '{"ts":1795249413979.914,"caller":"app/server.go:12","msg":"started","v":2}',
    {
      format: 'klog-json',
      severity: 'info',
      time: '2026-11-21T08:23:33.979914Z',
      place: 'app/server.go:12',
      message: 'started',
      fields: { v: '2' },
    },
  ],
  [
    'klog since 1.23, an error',
    '{"ts":1795249413979.914,"caller":"app/server.go:12","msg":"lost"}',
    {
      format: 'klog-json',
      severity: 'error',
      time: '2026-11-21T08:23:33.979914Z',
      place: 'app/server.go:12',
      message: 'lost',
    },
  ],
  [
    'etcd',
    '{"level":"info","ts":"2026-11-21T08:48:08.073Z","caller":"embed/etcd.go:117","msg":"configuring peer listeners","listen-peer-urls":["http://127.0.0.1:32380"]}',
    {
      format: 'zap',
      severity: 'info',
      time: '2026-11-21T08:48:08.073000Z',
      place: 'embed/etcd.go:117',
      message: 'configuring peer listeners',
      fields: { 'listen-peer-urls': '["http://127.0.0.1:32380"]' },
    },
  ],
  [
    'zap in production',
    '{"level":"info","ts":1795268409.466472,"logger":"http","caller":"gen/main.go:25","msg":"request","status":200}',
    {
      format: 'zap',
      severity: 'info',
      time: '2026-11-21T13:40:09.466472Z',
      place: 'gen/main.go:25',
      logger: 'http',
      message: 'request',
      fields: { status: '200' },
    },
  ],
  [
    'zap with a stack',
    String.raw`{"level":"error","ts":1795268409.466507,"caller":"gen/main.go:25","msg":"failed \"x\"","error":"boom","stacktrace":"main.main\n\t/src/main.go:25"}`,
    {
      format: 'zap',
      severity: 'error',
      time: '2026-11-21T13:40:09.466507Z',
      place: 'gen/main.go:25',
      message: 'failed "x"',
      fields: { error: 'boom', stacktrace: 'main.main\n\t/src/main.go:25' },
    },
  ],
  [
    'logrus',
    String.raw`{"level":"warning","msg":"a \u003cb\u003e","n":1,"time":"2026-11-21T14:40:09+01:00"}`,
    {
      format: 'logrus-json',
      severity: 'warning',
      time: '2026-11-21T14:40:09+60',
      message: 'a <b>',
      fields: { n: '1' },
    },
  ],
  [
    'slog',
    '{"time":"2026-11-21T13:40:30.206917687Z","level":"ERROR","msg":"failed","err":"boom"}',
    {
      format: 'slog-json',
      severity: 'error',
      time: '2026-11-21T13:40:30.206917Z',
      message: 'failed',
      fields: { err: 'boom' },
    },
  ],
  [
    'slog with its source',
    '{"time":"2026-11-21T13:40:30Z","level":"INFO","source":{"function":"main.main","file":"/src/main.go","line":12},"msg":"x"}',
    {
      format: 'slog-json',
      severity: 'info',
      time: '2026-11-21T13:40:30Z',
      place: '/src/main.go:12',
      message: 'x',
    },
  ],
  [
    'pino',
    '{"level":30,"time":1795268346597,"pid":12778,"hostname":"vm","msg":"listening"}',
    {
      format: 'pino',
      severity: 'info',
      time: '2026-11-21T13:39:06.597000Z',
      process: 12778,
      message: 'listening',
      fields: { hostname: 'vm' },
    },
  ],
  [
    'bunyan',
    '{"name":"api","hostname":"vm","pid":12778,"level":60,"err":{},"msg":"down","time":"2026-11-21T13:39:06.638Z","v":0}',
    {
      format: 'bunyan',
      severity: 'fatal',
      time: '2026-11-21T13:39:06.638000Z',
      process: 12778,
      logger: 'api',
      message: 'down',
      fields: { hostname: 'vm', err: '{}', v: '0' },
    },
  ],
  [
    'winston',
    '{"level":"info","message":"as json","timestamp":"2026-11-21T13:39:06.694Z"}',
    { format: 'json', severity: 'info', time: '2026-11-21T13:39:06.694000Z', message: 'as json' },
  ],
  [
    'journalctl -o json',
    '{"__REALTIME_TIMESTAMP":"1795249413979914","PRIORITY":"3","_PID":"812","SYSLOG_IDENTIFIER":"kubelet","MESSAGE":"text"}',
    {
      format: 'journald-json',
      severity: 'error',
      time: '2026-11-21T08:23:33.979914Z',
      process: 812,
      logger: 'kubelet',
      message: 'text',
    },
  ],
  [
    "Rust's tracing",
    '{"timestamp":"2026-11-21T08:18:33.123456Z","level":"WARN","fields":{"message":"slow","n":3},"target":"acme::server"}',
    {
      format: 'json',
      severity: 'warning',
      time: '2026-11-21T08:18:33.123456Z',
      logger: 'acme::server',
      message: 'slow',
      fields: { n: '3' },
    },
  ],
  [
    'ECS',
    '{"@timestamp":"2026-11-21T08:18:33.123Z","log":{"level":"error","logger":"app"},"message":"failed"}',
    {
      format: 'json',
      severity: 'error',
      time: '2026-11-21T08:18:33.123000Z',
      logger: 'app',
      message: 'failed',
    },
  ],
  [
    'MongoDB',
    '{"t":{"$date":"2026-11-21T08:18:33.401+00:00"},"s":"W","c":"STORAGE","id":22220,"ctx":"main","msg":"Unclean shutdown"}',
    {
      format: 'json',
      severity: 'warning',
      time: '2026-11-21T08:18:33.401000Z',
      logger: 'STORAGE',
      message: 'Unclean shutdown',
      fields: { id: '22220', ctx: 'main' },
    },
  ],
  [
    'blanks between its members',
    '{ "time" : "2026-11-21T08:18:33Z" , "level" : "info" , "msg" : "x" }',
    { format: 'logrus-json', severity: 'info', time: '2026-11-21T08:18:33Z', message: 'x' },
  ],
  [
    'cut in its message',
    '{"level":"info","ts":1795268409.466472,"msg":"cut off he',
    { format: 'zap', severity: 'info', time: '2026-11-21T13:40:09.466472Z', message: 'cut off he' },
  ],
  [
    'no message',
    '{"level":"error","ts":1795268409.466472,"error":"boom"}',
    {
      format: 'zap',
      severity: 'error',
      time: '2026-11-21T13:40:09.466472Z',
      message: 'boom',
      fields: { error: 'boom' },
    },
  ],
];

describe('a line that is a JSON object', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });

  it.each([
    ['what docker writes', '{"log":"text\\n","stream":"stderr","time":"2026-11-21T08:18:33.9Z"}'],
    [
      'a status of Kubernetes',
      '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"not found","code":404}',
    ],
    [
      'an event of the audit log',
      '{"kind":"Event","level":"Metadata","auditID":"x","stage":"ResponseComplete"}',
    ],
    ['a message and nothing else', '{"message":"x"}'],
    ['text behind it', '{"level":"info","ts":1795268409.4,"msg":"x"} and more'],
    ['what is no JSON', '{level: info, msg: x}'],
    ['a word that is none of JSON', '{"level":info,"ts":1795268409.4,"msg":"x"}'],
    ['nothing', '{}'],
    ['a lone brace', '{'],
  ])('is no log line with %s', (_, line) => {
    expect(describeLine(line)).toBeUndefined();
  });
});
