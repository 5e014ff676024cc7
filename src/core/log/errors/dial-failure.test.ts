import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../../tests/support/growth.ts';
import { hostileText } from '../../../../tests/support/hostile-text.ts';
import { readErrorChain } from './chain.ts';
import { DIAL_FAILURES, type DialFailure, readDialFailure } from './dial-failure.ts';

const read = (message: string): DialFailure | undefined => readDialFailure(readErrorChain(message));

const GET = 'Get "https://localhost:6443/api/v1/services": ';

describe('the end of a failed connection', () => {
  it.each<readonly [string, Partial<DialFailure>]>([
    [
      `${GET}dial tcp: i/o timeout`,
      { kind: 'lookup-timeout', host: 'localhost', tail: 'dial tcp: i/o timeout' },
    ],
    [`${GET}dial tcp: lookup localhost: i/o timeout`, { kind: 'lookup-timeout', name: 'localhost' }],
    [
      `${GET}dial tcp: lookup localhost on 127.0.0.11:53: read udp 127.0.0.1:52955->127.0.0.11:53: i/o timeout`,
      { kind: 'lookup-server-timeout', server: '127.0.0.11' },
    ],
    [
      `${GET}dial tcp: lookup localhost on [::1]:53: read udp [::1]:48322->[::1]:53: read: connection refused`,
      { kind: 'lookup-refused', server: '::1' },
    ],
    [`${GET}dial tcp: lookup localhost: no such host`, { kind: 'no-such-host', name: 'localhost' }],
    [
      `${GET}dial tcp: lookup localhost on 10.96.0.10:53: server misbehaving`,
      { kind: 'lookup-misbehaving', server: '10.96.0.10' },
    ],
    [
      `${GET}dial tcp [::1]:6443: connect: cannot assign requested address`,
      { kind: 'own-address-missing', address: '::1' },
    ],
    [`${GET}dial tcp [::1]:6443: connect: network is unreachable`, { kind: 'network-unreachable' }],
    [`${GET}dial tcp 127.0.0.1:6443: connect: connection refused`, { kind: 'connection-refused' }],
    [`${GET}dial tcp 127.0.0.1:6443: i/o timeout`, { kind: 'connect-timeout', address: '127.0.0.1' }],
    [`${GET}dial tcp 10.20.30.40:6443: i/o timeout`, { kind: 'other-address', address: '10.20.30.40' }],
    [
      'Get "https://10.20.30.40:6443/api": dial tcp 10.20.30.40:6443: connect: no route to host',
      { kind: 'no-route-to-host', host: '10.20.30.40' },
    ],
    [
      `${GET}net/http: TLS handshake timeout`,
      { kind: 'tls-timeout', tail: 'net/http: TLS handshake timeout' },
    ],
    [`${GET}x509: certificate signed by unknown authority`, { kind: 'certificate' }],
    [`${GET}EOF`, { kind: 'closed-early' }],
    [`${GET}context deadline exceeded`, { kind: 'request-deadline' }],
    ['unable to refresh the service IP block: etcdserver: request timed out', { kind: 'etcd' }],
    [
      'E0614 19:57:01.264713       1 reflector.go:138] x: Failed to watch *v1.Pod: Get https://[::1]:6443/api: dial tcp [::1]:6443: connect: connection refused',
      { kind: 'connection-refused', host: '::1' },
    ],
  ])('%s', (message, expected) => {
    expect(read(message)).toMatchObject(expected);
  });

  it.each(['', 'all is well', 'dial tcp', 'context deadline exceeded', 'pods "x" not found'])(
    'says nothing of `%s`',
    (message) => {
      expect(read(message)).toBeUndefined();
    },
  );

  it('is read from any text without failing, in linear time', () => {
    fc.assert(
      fc.property(
        hostileText(['dial tcp', 'lookup ', ': ', ' on ', 'Get "https://', 'i/o timeout', '[::1]:1']),
        (text) => {
          const failure = read(text);
          if (failure) expect(DIAL_FAILURES).toContain(failure.kind);
        },
      ),
    );
    expect(growth(read, (size) => 'dial tcp a: lookup b on c: '.repeat(size), 100)).toBeLessThan(LINEAR);
  });
});
