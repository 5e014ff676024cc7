import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { findPattern } from '../find-pattern.ts';
import { isPatternError, parsePattern } from '../pattern.ts';
import { toPattern } from './to-pattern.ts';
import { splitVariables } from './variables.ts';

const patternOf = (message: string): string => toPattern(splitVariables(message)).source;

describe('the variables of a message', () => {
  it.each([
    ['addresses and ports', 'dial tcp 10.0.0.7:443: i/o timeout', 'dial tcp <ip>:<port>: i/o timeout'],
    ['IPv6 addresses', 'dial tcp [2001:db8::7]:443: refused', 'dial tcp <ip>:<port>: refused'],
    [
      'a URL up to its quote',
      'Get "https://10.0.0.7:6443/api?limit=500&v=0": EOF',
      'Get "https://<ip>:<port>/<path>": EOF',
    ],
    ['a URL of a name', 'Post "https://lb.example.com/v": EOF', 'Post "https://<str>/<path>": EOF'],
    [
      'the port alone where the address means this machine',
      'Get "https://localhost:6443/healthz"',
      'Get "https://localhost:<port>/<path>"',
    ],
    ['durations and numbers', 'retry 3 after 1m30.5s now', 'retry <int> after <dur> now'],
    ['UUIDs', 'volume 8f14e45f-ceea-467f-a1d2-0123456789ab lost', 'volume <uuid> lost'],
    ['hex', 'member 2e1259d415f2a040 at 0xc000 left', 'member <hex> at <hex> left'],
    ['generated names', 'pod shop/web-7d4b9c6f5d-x2x7k evicted', 'pod <pod> evicted'],
    ['images', 'pulling image registry.k8s.io/pause:3.9 failed', 'pulling image <image> failed'],
    ['nodes by what stands before them', 'register node "node-1" with', 'register node "<node>" with'],
    ['names in quotes', 'calling webhook "guard.example.com": x', 'calling webhook "<str>": x'],
    ['types of Go clients', 'failed to list *v1.Pod: x', 'failed to list <str>: x'],
    ['the line of a source file', 'factory.go:134: Failed', 'factory.go:<int>: Failed'],
    ['clocks, which are no addresses', 'since 13:57:53 idle', 'since <str> idle'],
    ['fingerprints, which are none either', 'SKID=C0:04:65:D7:C5:CB failed', 'SKID=<str> failed'],
  ])('are %s', (_, message, pattern) => {
    expect(patternOf(message)).toBe(pattern);
  });

  it.each([
    'x509: certificate has expired or is not yet valid',
    'etcdserver: mvcc: database space exceeded',
    'stat /etc/kubernetes/bootstrap-kubelet.conf: no such file or directory',
    'metrics.k8s.io/v1beta1: the server is currently unable to handle the request',
    'utf-8 and sha256 and k8s and ipv6',
    '"Failed to watch" type="Pod"',
  ])('are none of `%s`', (message) => {
    expect(patternOf(message)).toBe(message);
  });

  it('are cut to eight, and the pattern begins and ends in words', () => {
    const pattern = patternOf(`10.0.0.7 says ${'a 1 '.repeat(20)}`);
    expect(pattern).toBe(` says ${'a <int> '.repeat(8)}a `);
    expect(patternOf('12 10.0.0.7')).toBe('');
  });

  it('joined give the message back, and its pattern matches it', () => {
    const piece = fc.constantFrom(
      'dial',
      ' ',
      '10.0.0.7',
      ':443',
      '"',
      '\\',
      '<',
      'https://',
      '/a/b',
      '3m0s',
      '=',
      '(',
      'é',
      '\ud800',
      '0x1f',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const message = pieces.join('');
        const split = splitVariables(message);
        expect(split.map(({ text }) => text).join('')).toBe(message);
        const { source } = toPattern(split);
        const pattern = parsePattern(source);
        if (source !== '' && !isPatternError(pattern)) expect(findPattern(pattern, message)).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it('are found in time in proportion to the message', () => {
    for (const unit of ['10.0.0.7:443 ', '"', 'a-', '/', '1', 'https://'])
      expect(growth(patternOf, (size) => unit.repeat(size / unit.length), 10_000)).toBeLessThan(LINEAR);
  });
});
