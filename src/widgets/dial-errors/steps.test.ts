import { describe, expect, it } from 'vitest';
import { readContent } from '../../gate/index.ts';
import { ROOT } from '../../../tests/support/content.ts';
import { DIAL_FAILURES, readDialFailure, readErrorChain } from '../../core/log/index.ts';
import { stepOf } from './steps.ts';

const lead = (message: string): string | undefined => {
  const failure = readDialFailure(readErrorChain(message));
  const place = failure && stepOf(failure);
  return place && `${place.runbook} ${place.step}`;
};

const GET = 'Get "https://localhost:6443/api/v1/services": ';

describe('the ending of a failed connection', () => {
  it.each([
    [`${GET}dial tcp: i/o timeout`, 'APISRV-BOOT-001 s-resolv'],
    [`${GET}dial tcp: lookup localhost: i/o timeout`, 'APISRV-BOOT-001 s-resolv'],
    [`${GET}dial tcp: lookup localhost: no such host`, 'APISRV-BOOT-001 s-resolv'],
    [`${GET}dial tcp [::1]:6443: connect: cannot assign requested address`, 'APISRV-BOOT-001 s-ifaddr'],
    [`${GET}dial tcp 10.20.30.40:6443: i/o timeout`, 'APISRV-BOOT-001 s-resolv'],
    ['dial tcp: i/o timeout', 'APISRV-BOOT-001 s-resolv'],
    [
      'Get "https://[::1]:6443/api": dial tcp [::1]:6443: connect: network is unreachable',
      'APISRV-BOOT-002 s-enable-v6',
    ],
    [`${GET}net/http: TLS handshake timeout`, undefined],
    [`${GET}dial tcp 127.0.0.1:6443: connect: connection refused`, undefined],
    ['Get "https://registry.example/v2/": dial tcp: lookup registry.example: i/o timeout', undefined],
  ])('%s leads to %s', (message, place) => {
    expect(lead(message)).toBe(place);
  });

  it('leads to steps that there are', () => {
    const { runbooks } = readContent(ROOT);
    for (const kind of DIAL_FAILURES)
      for (const host of ['localhost', '::1']) {
        const place = stepOf({ kind, host, tail: '' });
        if (!place) continue;
        const steps = runbooks.find(({ data }) => data.id === place.runbook)?.pages.en.structure.steps ?? [];
        expect(steps.map(({ id }) => id)).toContain(place.step);
      }
  });
});
