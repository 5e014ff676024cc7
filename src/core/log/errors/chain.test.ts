import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { innermost, readErrorChain } from './chain.ts';
import { ERROR_KIND_WORDS } from './words.ts';

/** `kind(code) text`, a link a line, two blanks for each depth. */
const shown = (message: string): string[] =>
  readErrorChain(message).map(
    ({ kind, code, text, depth }) => `${'  '.repeat(depth)}${kind}${code ? `(${code})` : ''} ${text}`,
  );

describe('a chain of errors', () => {
  it.each([
    [
      'failed to list: Get "https://10.0.0.1:443/api?x=1: 2": dial tcp 10.0.0.1:443: connect: connection refused',
      [
        'message failed to list',
        '  request(Get) Get "https://10.0.0.1:443/api?x=1: 2"',
        '    network(dial) dial tcp 10.0.0.1:443',
        '      syscall(connect) connect',
        '        errno(ECONNREFUSED) connection refused',
      ],
    ],
    [
      'Get https://localhost:6443/api: dial tcp [::1]:6443: i/o timeout',
      [
        'request(Get) Get https://localhost:6443/api',
        '  network(dial) dial tcp [::1]:6443',
        '    message(timeout) i/o timeout',
      ],
    ],
    [
      'dial tcp: lookup example.com on 10.96.0.10:53: no such host',
      [
        'network(dial) dial tcp',
        '  network(lookup) lookup example.com on 10.96.0.10:53',
        '    message(no-such-host) no such host',
      ],
    ],
    [
      'read tcp 10.0.0.5:3312->10.0.0.9:2379: read: connection reset by peer',
      [
        'network(read) read tcp 10.0.0.5:3312->10.0.0.9:2379',
        '  syscall(read) read',
        '    errno(ECONNRESET) connection reset by peer',
      ],
    ],
    [
      'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial unix /run/a.sock: connect: no such file or directory"',
      [
        'rpc(Unavailable) rpc error: code = Unavailable',
        '  message connection error',
        '    message transport',
        '      message Error while dialing dial unix /run/a.sock',
        '        syscall(connect) connect',
        '          errno(ENOENT) no such file or directory',
      ],
    ],
    [
      'create pod: rpc error: code = Unknown desc = rpc error: code = NotFound desc = no container: gone',
      [
        'message create pod',
        '  rpc(Unknown) rpc error: code = Unknown',
        '    rpc(NotFound) rpc error: code = NotFound',
        '      message no container',
        '        message gone',
      ],
    ],
    [
      '"Failed to update lease" err="Put \\"https://10.0.0.1:6443/x\\": context deadline exceeded" lease="a/b: c"',
      [
        'message Failed to update lease',
        '  request(Put) Put "https://10.0.0.1:6443/x"',
        '    message(deadline-exceeded) context deadline exceeded',
      ],
    ],
    [
      '"Error syncing pod" err="failed to \\"StartContainer\\" for \\"a\\" with CrashLoopBackOff: \\"back-off 5m0s: exit \\\\\\"1\\\\\\"\\"" pod="x"',
      [
        'message Error syncing pod',
        '  message failed to "StartContainer" for "a" with CrashLoopBackOff',
        '    message back-off 5m0s',
        '      message exit "1"',
      ],
    ],
    ['retrying err=EOF attempt=2', ['message retrying', '  message(eof) EOF']],
    [
      '"Probe failed" err=<\n\tcommand: exit 1\n > pod="a"',
      ['message Probe failed', '  message command', '    message exit 1'],
    ],
    [
      'sync failed: [pods "a" not found, services "b: c" is forbidden: no, EOF]',
      [
        'message sync failed',
        '  aggregate […]',
        '    message pods "a" not found',
        '    message services "b: c" is forbidden',
        '      message no',
        '    message(eof) EOF',
      ],
    ],
    [
      'apply: 2 errors occurred:\n\t* open /a: permission denied\n\t* EOF\n\n',
      [
        'message apply',
        '  aggregate 2 errors occurred',
        '    message open /a',
        '      errno(EACCES) permission denied',
        '    message(eof) EOF',
      ],
    ],
    [
      'decode: {"kind":"Status","message":"pods \\"a\\" not found: gone","reason":"NotFound","code":404}',
      ['message decode', '  message pods "a" not found', '    message gone'],
    ],
    [
      'sync failed: late\t{"error": "dial: EOF", "n": "a: b"}',
      ['message sync failed', '  message late', '    message dial', '      message(eof) EOF'],
    ],
    ['synced\t{"n": "a: b"}', ['message synced']],
    ['decode: {"a":{"b":[1,2]}}', ['message decode', '  message {"a":{"b":[1,2]}}']],
    [
      'org.x.AccessException: I/O error; nested exception is java.net.ConnectException: Connection refused',
      [
        'exception(org.x.AccessException) org.x.AccessException',
        '  message I/O error',
        '    exception(java.net.ConnectException) java.net.ConnectException',
        '      errno(ECONNREFUSED) Connection refused',
      ],
    ],
    [
      "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
      [
        'message Connection aborted.',
        '  exception(RemoteDisconnected) RemoteDisconnected',
        '    message Remote end closed connection without response',
      ],
    ],
    [
      "Max retries exceeded with url: /v1 (Caused by NewConnectionError('<C object at 0x7f>: Failed: [Errno 111] Connection refused'))",
      [
        'message Max retries exceeded with url',
        '  message /v1',
        '    exception(NewConnectionError) NewConnectionError',
        '      message <C object at 0x7f>',
        '        message Failed',
        '          errno(ECONNREFUSED) [Errno 111] Connection refused',
      ],
    ],
    [
      'Error from server (Forbidden): pods is forbidden: User "a" cannot list',
      [
        'server(Forbidden) Error from server (Forbidden)',
        '  message pods is forbidden',
        '    message User "a" cannot list',
      ],
    ],
    [
      'http: TLS handshake error from 10.0.0.1:443: remote error: tls: bad certificate',
      [
        'message http: TLS handshake error from 10.0.0.1:443',
        '  message remote error',
        '    message tls: bad certificate',
      ],
    ],
    [
      'failed to retrieve openAPI spec, http error: ResponseCode: 503, Body: service unavailable\n, Header: map[a:[b]]',
      [
        'message failed to retrieve openAPI spec, http error',
        '  message ResponseCode: 503, Body: service unavailable\n, Header: map[a:[b]]',
      ],
    ],
    [
      'at 09:02:49 main.go:12 C:\\dir\\x: nothing',
      ['message at 09:02:49 main.go:12 C:\\dir\\x', '  message nothing'],
    ],
    ['[ContainerManager]: no rootfs', ['message [ContainerManager]', '  message no rootfs']],
    ['(client.Timeout: a, b): "x" is bad', ['message (client.Timeout: a, b)', '  message "x" is bad']],
    ['ends with a colon:', ['message ends with a colon:']],
    ['ends with a colon: ', ['message ends with a colon']],
    ['"open quote: and on', ['message "open quote', '  message and on']],
    ['(open bracket: and on', ['message (open bracket', '  message and on']],
    [
      'io.k8s.v1.Api_1$Exception: x',
      ['exception(io.k8s.v1.Api_1$Exception) io.k8s.v1.Api_1$Exception', '  message x'],
    ],
    ['This is an Error: x', ['message This is an Error', '  message x']],
    ['no error', ['message no error']],
    ['', []],
  ])('%s', (message, expected) => {
    expect(shown(message)).toEqual(expected);
  });

  it.each([
    ['err="a: \\"b\\"" x=1', ['a', 'b']],
    ['x: {"message":"no \\u003cb\\u003e: gone"}', ['x', 'no \\u003cb\\u003e', 'gone']],
    [
      '"m" err="a: [one \\"x\\", two: \\"y: z\\"]"',
      ['m', 'a', '[one \\"x\\", two: \\"y: z\\"]', 'one \\"x\\"', 'two', 'y', 'z'],
    ],
  ])('leads back to the message: %s', (message, expected) => {
    expect(readErrorChain(message).map(({ span }) => message.slice(span.from, span.to))).toEqual(expected);
  });

  it('says what happened: its innermost errors', () => {
    const texts = (message: string): string[] => innermost(readErrorChain(message)).map(({ text }) => text);
    expect(texts('a: b: c')).toEqual(['c']);
    expect(texts('a: [b: c, d]')).toEqual(['c', 'd']);
    expect(texts('')).toEqual([]);
  });

  it('has words for each kind in both languages', () => {
    for (const { en, zh } of Object.values(ERROR_KIND_WORDS)) {
      expect(en).not.toBe('');
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('is bounded: the last link takes the rest', () => {
    const message = 'a: '.repeat(1000) + 'end';
    const chain = readErrorChain(message);
    expect(chain).toHaveLength(64);
    expect(chain.at(-1)?.span.to).toBe(message.length);
  });

  it('gives plain wrapped errors back as they were joined', () => {
    const error = fc.stringMatching(/^[a-z]{2,9}( [a-z0-9.:/-]{1,9}[a-z]){1,3}$/);
    fc.assert(
      fc.property(fc.array(error, { minLength: 1, maxLength: 10 }), (errors) => {
        expect(readErrorChain(errors.join(': ')).map(({ text }) => text)).toEqual(errors);
      }),
    );
  });

  it('never throws, and its spans lie in the message and hold its text', () => {
    const keywords = [
      'a: ',
      'err="',
      '\\"',
      ' error=',
      '{"message":"',
      '"}',
      '[a, ',
      ']',
      "Error('",
      "')",
      'rpc error: code = X desc = ',
      '; nested exception is ',
      '(Caused by ',
      '1 error occurred:\n\t* ',
    ];
    fc.assert(
      fc.property(hostileText(keywords), (message) => {
        for (const { span, text, kind } of readErrorChain(message)) {
          expect(span.from).toBeLessThan(span.to);
          expect(span.to).toBeLessThanOrEqual(message.length);
          const raw = message.slice(span.from, span.to);
          if (kind !== 'aggregate' && !raw.includes('\\')) expect(raw).toBe(text);
        }
      }),
    );
  });

  it.each([
    ['links', (size: number) => 'a: '.repeat(size)],
    ['capital words', (size: number) => 'A: '.repeat(size)],
    ['open brackets', (size: number) => '[a, ('.repeat(size)],
    ['closed brackets', (size: number) => '['.repeat(size) + 'a, b' + ']'.repeat(size)],
    ['escaped quotes', (size: number) => `"${'\\"'.repeat(size)}`],
    ['fields', (size: number) => ' err= '.repeat(size)],
    ['fields in text', (size: number) => 'a: '.repeat(size) + 'err=x'],
    ['calls', (size: number) => 'AError('.repeat(size) + ')'.repeat(size)],
    ['causes', (size: number) => '(Caused by '.repeat(size) + ')'.repeat(size)],
    ['errors in JSON', (size: number) => `{${'"error":"a\\n: b",'.repeat(size)}}`],
    ['fields behind tabs', (size: number) => 'a\t{'.repeat(size)],
    ['bullets', (size: number) => `2 errors occurred:${'\n\t* a'.repeat(size)}`],
  ])('costs time in proportion to the message: %s', (_, make) => {
    expect(growth(readErrorChain, make, 1000)).toBeLessThan(LINEAR);
  });
});
