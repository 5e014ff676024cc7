import { describe, expect, it } from 'vitest';
import type { ApiService } from './api-service.ts';
import { DISCOVERY_FAILURE_WORDS, discoveryFailure } from './discovery-message.ts';
import { EFFECT_IDS, generalEffects, groupEffects } from './effects.ts';
import { apiServiceFindings, unavailable } from './findings.ts';
import { readApiServices } from './list.ts';
import { AVAILABILITY_REASONS, REASONS, reasonFirst, reasonMeans, reasonSource } from './reasons.ts';

const find = (text: string): unknown => apiServiceFindings(readApiServices(text));
const row = (available: string, service = 'a/b'): string => `v1.x.io  ${service}  ${available}  5s\n`;

describe('what is found in a list of APIServices', () => {
  it.each([
    ['False (MissingEndpoints)', ['missing-endpoints']],
    ['False (EndpointsNotFound)', ['endpoints-not-found']],
    ['False (ServicePortError)', ['service-port-error']],
    ['False (ServiceNotFound)', ['service-not-found']],
    ['False (FailedDiscoveryCheck)', ['failed-discovery-check']],
    ['Unknown (ServiceAccessError)', ['access-error']],
    ['Unknown (EndpointsAccessError)', ['access-error']],
    ['False (ReasonOfTomorrow)', ['other-reason']],
    ['False (constructor)', ['other-reason']],
    ['Unknown', ['other-reason']],
    ['True', ['all-available']],
  ])('%s', (available, findings) => {
    expect(find(row(available))).toEqual(findings);
  });

  it('an API of kube-apiserver itself is another matter', () => {
    expect(find(row('False', 'Local'))).toEqual(['local-unavailable']);
    expect(find(row('True', 'Local'))).toEqual(['all-available']);
  });

  it('a log line names an API that no row says to be down', () => {
    const log =
      'loading OpenAPI spec for "v1.x.io" failed with: ResponseCode: 503, Body: service unavailable\n';
    expect(find(log)).toEqual(['named-by-log']);
    expect(find(log + row('True'))).toEqual(['all-available', 'named-by-log']);
    expect(find(log + row('False (MissingEndpoints)'))).toEqual(['missing-endpoints']);
  });

  it('is nothing where there is nothing', () => {
    expect(find('hello\n')).toEqual([]);
  });

  it('those with a Service come before those of kube-apiserver', () => {
    const text = `v1.a  Local  False  5s\n${row('False (MissingEndpoints)')}v1.b  Local  True  5s\n`;
    expect(unavailable(readApiServices(text).services).map(({ name }) => name)).toEqual(['v1.x.io', 'v1.a']);
  });
});

describe('a reason', () => {
  const service = (reason?: string): ApiService => {
    const [first] = readApiServices(row('False')).services;
    if (!first) throw new Error('no row');
    return reason === undefined ? first : { ...first, reason };
  };

  it.each(AVAILABILITY_REASONS)(
    '%s is explained in both languages, with where the source gives it',
    (reason) => {
      expect(reasonMeans(service(reason))).toBe(REASONS[reason].means);
      expect(reasonFirst(service(reason))?.zh).toMatch(/[一-鿿]/);
      for (const version of ['v0.17.3', 'v0.34.0'] as const) {
        expect(reasonSource(reason, version)).toMatch(
          new RegExp(`^https://github.com/kubernetes/kube-aggregator/blob/${version}/pkg/.+\\.go#L\\d+$`),
        );
      }
    },
  );

  it('that nobody knows is shown as it stands, and not guessed', () => {
    expect(reasonMeans(service('ReasonOfTomorrow')).en).toMatch(/^Not a reason that kube-aggregator/);
    expect(reasonFirst(service('toString'))).toBeUndefined();
    expect(reasonMeans(service()).en).toMatch(/^No condition yet/);
  });
});

describe('the message of a failed discovery check', () => {
  const URL = 'https://10.96.12.3:443/apis/metrics.k8s.io/v1beta1';

  it.each([
    [`failing or missing response from ${URL}: bad status from ${URL}: 404`, 'bad-status'],
    [
      `failing or missing response from ${URL}: Get "${URL}": x509: certificate signed by unknown authority`,
      'certificate',
    ],
    [
      `failing or missing response from ${URL}: Get "${URL}": tls: failed to verify certificate: x509: certificate is valid for a, not b`,
      'certificate',
    ],
    [`failing or missing response from ${URL}: Get "${URL}": remote error: tls: bad certificate`, 'tls'],
    [
      `failing or missing response from ${URL}: Get "${URL}": dial tcp 10.96.12.3:443: connect: connection refused`,
      'refused',
    ],
    [
      `failing or missing response from ${URL}: Get "${URL}": dial tcp 10.96.12.3:443: connect: no route to host`,
      'no-route',
    ],
    [
      `failing or missing response from ${URL}: Get "${URL}": dial tcp 10.96.12.3:443: i/o timeout`,
      'timeout',
    ],
    [
      `failing or missing response from ${URL}: Get "${URL}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
      'timeout',
    ],
    [`timed out waiting for ${URL}`, 'timeout'],
    ['something else', undefined],
  ])('tells how: %s', (message, failure) => {
    expect(discoveryFailure(message)).toBe(failure);
    if (failure) expect(DISCOVERY_FAILURE_WORDS[failure as 'tls'].zh).toMatch(/[一-鿿]/);
  });
});

describe('what an API that is not available breaks', () => {
  it('is discovery, namespace deletion, garbage collection and more, whichever it is', () => {
    const ids = generalEffects().map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['discovery', 'namespace-deletion', 'garbage-collection', 'quota']),
    );
  });

  it.each([
    ['metrics.k8s.io', ['hpa-resource', 'top']],
    ['custom.metrics.k8s.io', ['hpa-custom']],
    ['external.metrics.k8s.io', ['hpa-external']],
    ['example.com', []],
    ['constructor', []],
  ])('is of %s moreover %j', (group, ids) => {
    expect(groupEffects(group).map(({ id }) => id)).toEqual(ids);
  });

  it('has a source, and words in both languages', () => {
    const all = [
      ...generalEffects(),
      ...['metrics', 'custom.metrics', 'external.metrics'].flatMap((name) => groupEffects(`${name}.k8s.io`)),
    ];
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(EFFECT_IDS));
    for (const { source, words } of all) {
      expect(source).toMatch(/^https:\/\/github\.com\/kubernetes\/.+\/blob\/v/);
      expect(words.zh).toMatch(/[一-鿿]/);
    }
  });
});
