import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { messageFindings } from './findings.ts';
import { readDelveMessages } from './messages.ts';

const NO_DEBUG_INFO =
  "could not launch process: could not open debug info - debuggee must not be built with 'go run' or -ldflags='-s -w', which strip debug info";
const tooOld = (go: string, min: string): string =>
  `Go version ${go} is too old for this version of Delve (minimum supported version ${min}, suppress this error with --check-go-version=false)`;
const tooNew = (go: string, max: string): string =>
  `Version of Delve is too old for ${go} (maximum supported version ${max}, suppress this error with --check-go-version=false)`;

describe('what Delve prints', () => {
  it.each([
    ['dlv-listen-any-120', 'API server listening at: [::]:23452', ['exposed']],
    ['dlv-listen-v4any-120', 'API server listening at: [::]:23456', ['exposed']],
    ['dlv-listen-any-161', 'API server listening at: [::]:23453', ['exposed']],
    [
      'dlv-listen-any-124',
      '2026-11-21T10:40:34Z warning layer=rpc Listening for remote connections (connections are not authenticated nor encrypted)',
      ['exposed'],
    ],
    [
      'dlv-listen-any-127',
      '2026-11-21T10:40:34Z warn layer=rpc Listening for remote connections (connections are not authenticated nor encrypted)',
      ['exposed'],
    ],
    ['dlv-listen-loop', 'API server listening at: 127.0.0.1:23451', []],
    ['a socket', 'API server listening at: /run/dlv.sock', []],
    ['a DAP server', 'DAP server listening at: 10.0.0.1:40321', ['exposed']],
    [
      'dlv-unix-120',
      "couldn't start listener: listen tcp: address tcp//tmp/d.sock: unknown port",
      ['socket'],
    ],
    ['dlv-old-go-120', tooOld('1.15.15', '1.18'), ['go-window']],
    [
      'dlv-old-go-120-nocheck',
      'WARNING: undefined behavior - Go version 1.15.15 is too old for this version of Delve (minimum supported version 1.18)',
      ['go-window'],
    ],
    ['dlv-new-go-120', tooNew('Go version 1.26.10', '1.20'), ['go-window']],
    ['dlv-new-go-124', tooNew('Go version go1.26.10', '1.24'), ['go-window']],
    ['dlv-new-go-161', tooNew('this version of Go', '1.16'), ['go-window']],
    ['dlv-old-go-127', tooOld('go1.19.8', '1.25'), ['go-window']],
    ['dlv-strip_s_w', NO_DEBUG_INFO, ['stripped']],
    ['dlv-strip_w', NO_DEBUG_INFO, ['stripped']],
    ['dlv-strip_s', NO_DEBUG_INFO, ['stripped']],
    ['dlv-no-separator', 'Error: unknown flag: --v', ['no-separator']],
    ['dlv-continue', 'Error: --continue requires --accept-multiclient', ['continue-alone']],
    ['dlv-api3', 'Unknown API version: 3', ['api-version']],
    ['the order of flags', 'Error: unknown command "./kube-apiserver" for "dlv"', ['flag-order']],
    [
      'a port that is taken',
      "couldn't start listener: listen tcp 127.0.0.1:2345: bind: address already in use",
      ['port-taken'],
    ],
    ['an optimised function', 'Warning: debugging optimized function', ['optimised']],
    [
      'a kernel that refuses',
      'could not attach to pid 812: this could be caused by a kernel security setting, try writing "0" to /proc/sys/kernel/yama/ptrace_scope',
      ['ptrace'],
    ],
    [
      'the server itself',
      'I1121 09:07:33.374417       1 secure_serving.go:197] Serving securely on [::]:6443',
      [],
    ],
    ['another program', 'Error: unknown command "dlv" for "kubectl"', []],
  ])('is understood: %s', (_, text, findings) => {
    expect(messageFindings(`before\n${text}\nafter\n`)).toEqual(findings);
  });

  it('names versions, addresses and flags', () => {
    const found = (text: string): string[] => readDelveMessages(text).map((message) => message.found);
    expect(found(tooOld('go1.19.8', '1.25'))).toEqual(['1.19.8']);
    expect(found(tooNew('Go version 1.26.10', '1.20'))).toEqual(['1.26.10']);
    expect(found('API server listening at: 127.0.0.1:2345')).toEqual(['127.0.0.1:2345']);
    expect(found('Error: unknown flag: --v')).toEqual(['--v']);
  });

  it('is read from anything, and points into it', () => {
    const keywords = [
      ' server listening at: ',
      'Go version ',
      'could not open debug info',
      ' for "dlv"',
      '\n',
    ];
    fc.assert(
      fc.property(hostileText(keywords), (text) => {
        for (const { span } of readDelveMessages(text)) {
          expect(span.from).toBeLessThanOrEqual(span.to);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each(['API server listening at: x\n', 'Go version ', 'unknown command "'])(
    'costs time in proportion to its length: %j',
    (piece) => {
      expect(growth(readDelveMessages, (size) => piece.repeat(size), 10_000)).toBeLessThan(LINEAR);
    },
  );
});
