import type { ApiService } from './api-service.ts';
import type { ApiServiceList } from './list.ts';

/** What a list of APIServices means for what to do next. */
export const API_SERVICE_FINDINGS = [
  'missing-endpoints',
  'endpoints-not-found',
  'service-port-error',
  'service-not-found',
  'failed-discovery-check',
  /** `ServiceAccessError` or `EndpointsAccessError`: kube-apiserver's own trouble. */
  'access-error',
  /** A reason that no known version gives, or none. */
  'other-reason',
  /** An API of kube-apiserver itself is not available. */
  'local-unavailable',
  /** There are rows, and all of them are available. */
  'all-available',
  /** No row says it, but a log line or an error names an API that does not answer. */
  'named-by-log',
] as const;

export type ApiServiceFinding = (typeof API_SERVICE_FINDINGS)[number];

const FINDING_OF: Readonly<Record<string, ApiServiceFinding>> = {
  MissingEndpoints: 'missing-endpoints',
  EndpointsNotFound: 'endpoints-not-found',
  ServicePortError: 'service-port-error',
  ServiceNotFound: 'service-not-found',
  FailedDiscoveryCheck: 'failed-discovery-check',
  ServiceAccessError: 'access-error',
  EndpointsAccessError: 'access-error',
};

/** The APIs that are not available, those with a Service first, in the order of the paste. */
export const unavailable = (services: readonly ApiService[]): ApiService[] =>
  services
    .filter(({ available }) => available !== 'True')
    .toSorted((a, b) => Number(a.local) - Number(b.local));

/** What is found, each id once, in the order of {@link API_SERVICE_FINDINGS}. */
export function apiServiceFindings({
  services,
  mentions,
}: Pick<ApiServiceList, 'services' | 'mentions'>): ApiServiceFinding[] {
  const found = new Set<ApiServiceFinding>();
  const down = unavailable(services);
  for (const { local, reason } of down) {
    const known = reason !== undefined && Object.hasOwn(FINDING_OF, reason) ? FINDING_OF[reason] : undefined;
    found.add(local ? 'local-unavailable' : (known ?? 'other-reason'));
  }
  const told = new Set(down.map(({ name }) => name));
  const inLog = mentions.some(({ apis }) => apis.some(({ name }) => !told.has(name)));
  if (inLog) found.add('named-by-log');
  if (services.length > 0 && down.length === 0) found.add('all-available');
  return API_SERVICE_FINDINGS.filter((finding) => found.has(finding));
}
