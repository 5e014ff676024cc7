import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { LOG_FORMATS, readHeader } from './formats.ts';
import type { LogHeader, Part } from './header.ts';
import { decodePart } from './part.ts';

/** What people paste beside logs: the frames of each language, sessions, tables, manifests, prose. */
const NO_LOG_LINES = [
  '',
  ' ',
  'goroutine 47 [chan receive, 5 minutes]:',
  'panic: runtime error: invalid memory address or nil pointer dereference',
  'fatal error: all goroutines are asleep - deadlock!',
  '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a5b6c]',
  'main.(*Server).Serve(0xc000010000, {0x7f, 0x1})',
  'k8s.io/kubernetes/pkg/kubelet.(*Kubelet).syncLoop(0xc000123, 0x1, {0x123, 0x45})',
  '\t/usr/local/go/src/net/http/server.go:3285 +0x4b4',
  'created by net/http.(*Server).Serve in goroutine 1',
  'exit status 2',
  'WARNING: DATA RACE'.slice(9),
  'Exception in thread "main" java.lang.IllegalStateException: boom',
  '\tat com.acme.Server.start(Server.java:12)',
  'Caused by: java.net.BindException: Address already in use',
  '\t... 12 more',
  'Traceback (most recent call last):',
  '  File "/app/main.py", line 3, in <module>',
  'ValueError: invalid literal for int() with base 10',
  'TypeError: Cannot read properties of undefined',
  '    at Object.<anonymous> (/app/index.js:3:9)',
  "thread 'main' panicked at src/main.rs:2:5:",
  '   3: core::panicking::panic_fmt',
  '$ kubectl get pods -A',
  '# systemctl status kubelet',
  'root@node-1:~# journalctl -u kubelet',
  'NAME                       READY   STATUS    RESTARTS   AGE',
  'coredns-5d78c9869d-abcde   1/1     Running   0          12d',
  'LAST SEEN   TYPE      REASON      OBJECT        MESSAGE',
  '2m          Warning   BackOff     pod/web-0     Back-off restarting failed container',
  'v1beta1.metrics.k8s.io   kube-system/metrics-server   False (MissingEndpoints)   12d',
  'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
  'Error from server (NotFound): pods "web" not found',
  'error: You must be logged in to the server (Unauthorized)',
  'Error: unknown flag: --log_dir',
  'Warning: resource deployments/web is missing the annotation',
  'Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout',
  'apiVersion: v1',
  'kind: Pod',
  'level: info',
  '  - name: LOG_LEVEL',
  '    value: "debug"',
  '- --v=2',
  '--v=2',
  'export LOG_LEVEL=info',
  'LOG_LEVEL=info ./run',
  '[Unit]',
  '[Service]',
  'ExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --v=2',
  '● kubelet.service - Kubernetes Kubelet',
  '     Active: active (running) since Sat 2026-11-21 08:18:33 UTC; 2h ago',
  '-- Boot 0dc874d3fbd44bdbb6fbcfaa27481492 --',
  '-- No entries --',
  'Log file created at: 2026/11/21 08:21:30',
  'Running on machine: vm',
  'Log line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg',
  '[init] Using Kubernetes version: v1.27.0',
  '[preflight] Running pre-flight checks',
  '\t[WARNING Swap]: swap is enabled',
  'In 2026 the kubelet changed how it registers.',
  'I upgraded on 2026-11-21 08:18:33 and got this error.',
  'May I ask why the pod is pending?',
  'Sat down and read the log.',
  'March 3 was the day it broke.',
  'Information: there is an error in the log.',
  'Note: this is not an error.',
  'Fine, it works.',
  '2026-11-21',
  '2026-11-21 was the day on which it broke',
  '1. First, look at the log',
  '10.0.0.7 node-1.example.com node-1',
  '127.0.0.1:8080: bind: address already in use',
  '12:30 is when it starts',
  '1.26.3',
  '{',
  '}',
  '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"web"}}',
  '{"message":"not found","code":404}',
  '[1, 2, 3]',
  '["info", "x"]',
  '<html>',
  '<1>',
  '| time | level | msg |',
  '> quoted',
  '```',
  '…',
  'äöü Zeichen',
];

describe('the header of a line', () => {
  it.each(NO_LOG_LINES)('is not seen in `%s`', (line) => {
    expect(readHeader(line)).toBeUndefined();
  });

  it.each([
    ['a frame behind a time', '2026-11-21T08:18:33.000000000Z', undefined],
    ['klog in front of everything', 'W1121 08:18:33.123456       1 a.go:1] [ERROR] x', 'klog'],
    ['a bracket that is no time', '[ERROR] x', 'level-first'],
    ['a time in a bracket', '[2026-11-21 08:18:33] [ERROR] x', 'timestamped'],
  ])('is of the first format that fits: %s', (_, line, format) => {
    expect(readHeader(line)?.format).toBe(format);
  });

  it('never makes a reader throw, points into the line in order, and decodes', () => {
    fc.assert(
      fc.property(hostileText(KEYWORDS), (line) => {
        checkHeader(line, readHeader(line));
        for (const { readHeader: read } of LOG_FORMATS) checkHeader(line, read(line));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same with any text for a message behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRONTS), fc.string({ unit: 'binary' }), (front, text) => {
        const known = readHeader(`${front}m`);
        const header = readHeader(`${front}m${text}`);
        expect(header?.severity).toBe(known?.severity);
        expect(header?.time).toEqual(known?.time);
        expect(header?.message.span.from).toBe(known?.message.span.from);
        expect(header?.message.span.to).toBe(front.length + 1 + text.length);
      }),
    );
  });

  it.each([
    ['brackets behind a time', (size: number) => `2026-11-21 08:18:33 ${'['.repeat(size)}`],
    ['blanks', (size: number) => `2026-11-21 08:18:33${' '.repeat(size)}`],
    ['bars', (size: number) => `INFO | ${'a | '.repeat(size)}`],
    ['gaps', (size: number) => `INFO[0000] ${'a=b  c  '.repeat(size)}`],
    ['columns with braces', (size: number) => `2026-11-21T08:18:33Z\tinfo\t${'{"a": '.repeat(size)}`],
    [
      'quotes of a request',
      (size: number) => `10.0.0.1 - - [21/Nov/2026:08:18:33 +0000] ${'"\\'.repeat(size)}`,
    ],
    ['structured data', (size: number) => `<30>1 - a b c d ${'[a="b'.repeat(size)}`],
    ['an object', (size: number) => `{"level":"info","msg":"x",${'"a":[{'.repeat(size)}`],
    ['pairs', (size: number) => `level=info ${'a=b '.repeat(size)}`],
  ])('costs time in proportion to the line: %s', (_, make) => {
    expect(growth(readHeader, make, 20_000)).toBeLessThan(LINEAR);
  });
});

const KEYWORDS = [
  '2026-11-21T08:18:33.123Z',
  '[2026-11-21 08:18:33]',
  '2026/11/21 08:18:33',
  'Nov 21 08:18:33 ',
  '08:18:33,123',
  'E0826 04:25:37.762890       1 a.go:1] ',
  '<30>1 ',
  'INFO',
  '[error]',
  'level=info ',
  'msg="',
  '{"level":"info",',
  '"ts":1795249413.9,',
  '"msg":"\\u00',
  'WARN[0000] ',
  ' 1 --- [',
  ' - ',
  ' | ',
  ': ',
  '\tinfo\t',
  'com.acme.Server',
  'host kubelet[812]: ',
  '[pid 7] ',
  '12#12: *3 ',
  '1:M 21 Nov ',
  '10.0.0.1 - - [21/Nov/2026:08:18:33 +0000] "GET /',
  '" 200 ',
];

/** Up to their message. */
const FRONTS = [
  '2026-11-21 08:48:12.124589 I | etcdmain: ',
  '2026/11/21 08:18:33 main.go:12: ',
  '2026/11/21 08:18:33 [error] 12#12: *3 ',
  '[Sat Nov 21 08:18:33.605341 2026] [core:error] [pid 17962:tid 139] AH00135: ',
  'Nov 21 08:18:33 node-1 kubelet[812]: ',
  '<30>1 2026-11-21T08:18:33Z node-1 kubelet 812 - - ',
  '2026-11-21 08:18:33,123 [main] ERROR com.acme.Server - ',
  '2026-11-21T08:18:33.123Z  INFO 1 --- [main] c.acme.Server : ',
  '2026-11-21 08:18:33,123 - acme.server - ERROR - ',
  '[2026-11-21 08:18:33 +0000] [7] [INFO] ',
  '[2026-11-21T08:18:33Z INFO  acme::server] ',
  '2026-11-21T08:18:33.123456Z  INFO acme::server: ',
  '2026-11-21T08:18:33.123Z [info]: ',
  '2026-11-21 08:18:33.123 CET [12345] ERROR:  ',
  '2026-11-21T08:18:33.123456Z 0 [Warning] [MY-010068] [Server] ',
  '1:M 21 Nov 2026 08:18:33.984 * ',
  '[ERROR] plugin/errors: ',
  '[WARNING] ',
];

function checkHeader(line: string, header: LogHeader | undefined): void {
  if (!header) return;
  const parts: Part[] = [header.message, ...header.fields.map(({ value }) => value)];
  for (const part of parts) {
    const { from, to } = part.span;
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(line.length);
    expect(decodePart(line, part).text.length).toBeLessThanOrEqual(to - from);
  }
  const { source, time, process } = header;
  if (source) expect(source.span.to).toBeLessThanOrEqual(line.length);
  if (process !== undefined) expect(Number.isFinite(process)).toBe(true);
  if (time) expect(time.hour * 3600 + time.minute * 60 + time.second).toBeLessThan(86_401);
  expect(header.severity !== undefined || time !== undefined || header.format !== 'timestamped').toBe(true);
}
