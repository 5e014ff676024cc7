import { createServer } from 'node:http';

/**
 * A server that answers like a kube-apiserver with some APIServices, so that a real kubectl prints them in all its
 * forms: `node stub.ts 18080`, then `kubectl --server http://127.0.0.1:18080 get apiservice -o yaml`.
 */
interface Api {
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly service?: { readonly namespace: string; readonly name: string; readonly port: number };
  readonly condition?: readonly [status: string, reason: string, message: string];
}

const KUBE = 'kube-system';
const APIS: readonly Api[] = [
  {
    name: 'v1.',
    group: '',
    version: 'v1',
    condition: ['True', 'Local', 'Local APIServices are always available'],
  },
  {
    name: 'v1.apps',
    group: 'apps',
    version: 'v1',
    condition: ['True', 'Local', 'Local APIServices are always available'],
  },
  {
    name: 'v1beta1.custom.metrics.k8s.io',
    group: 'custom.metrics.k8s.io',
    version: 'v1beta1',
    service: { namespace: 'monitoring', name: 'prometheus-adapter', port: 443 },
    condition: [
      'False',
      'FailedDiscoveryCheck',
      'failing or missing response from https://10.96.12.3:443/apis/custom.metrics.k8s.io/v1beta1: Get "https://10.96.12.3:443/apis/custom.metrics.k8s.io/v1beta1": dial tcp 10.96.12.3:443: i/o timeout',
    ],
  },
  {
    name: 'v1beta1.external.metrics.k8s.io',
    group: 'external.metrics.k8s.io',
    version: 'v1beta1',
    service: { namespace: 'keda', name: 'keda-metrics-apiserver', port: 443 },
    condition: ['False', 'ServiceNotFound', 'service/keda-metrics-apiserver in "keda" is not present'],
  },
  {
    name: 'v1beta1.metrics.k8s.io',
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    service: { namespace: KUBE, name: 'metrics-server', port: 443 },
    condition: [
      'False',
      'MissingEndpoints',
      'endpoints for service/metrics-server in "kube-system" have no addresses with port name "https"',
    ],
  },
  {
    name: 'v1.new.example.com',
    group: 'new.example.com',
    version: 'v1',
    service: { namespace: 'default', name: 'new', port: 8443 },
  },
];

const CREATED = '2026-11-20T08:00:00Z';

const toObject = ({ name, group, version, service, condition }: Api): object => ({
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: {
    name,
    creationTimestamp: CREATED,
    labels: service
      ? { 'k8s-app': service.name }
      : { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' },
    resourceVersion: '415',
    uid: 'fde1b2b4-7a20-4d5b-92d5-7c2a1e6f0a11',
  },
  spec: {
    ...(group === '' ? {} : { group }),
    groupPriorityMinimum: 100,
    ...(service ? { insecureSkipTLSVerify: true, service } : {}),
    version,
    versionPriority: 100,
  },
  status: condition
    ? {
        conditions: [
          {
            lastTransitionTime: '2026-11-21T08:55:11Z',
            message: condition[2],
            reason: condition[1],
            status: condition[0],
            type: 'Available',
          },
        ],
      }
    : {},
});

const COLUMNS = ['Name', 'Service', 'Available', 'Age'].map((name) => ({
  name,
  type: 'string',
  format: name === 'Name' ? 'name' : '',
  description: '',
  priority: 0,
}));

const toRow = (api: Api): object => {
  const [status, reason] = api.condition ?? ['Unknown', ''];
  const available = status === 'True' || reason === '' ? status : `${status} (${reason})`;
  const service = api.service ? `${api.service.namespace}/${api.service.name}` : 'Local';
  return { cells: [api.name, service, available, '15m'], object: toObject(api) };
};

const RESOURCES = {
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: 'apiregistration.k8s.io/v1',
  resources: [
    {
      name: 'apiservices',
      singularName: 'apiservice',
      namespaced: false,
      kind: 'APIService',
      verbs: ['get', 'list'],
    },
  ],
};
const VERSION = { groupVersion: 'apiregistration.k8s.io/v1', version: 'v1' };
const GROUP = { name: 'apiregistration.k8s.io', versions: [VERSION], preferredVersion: VERSION };
const LIST = '/apis/apiregistration.k8s.io/v1/apiservices';

function answer(path: string, wantsTable: boolean): object | undefined {
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups: [GROUP] };
  if (path === '/api/v1') return { kind: 'APIResourceList', groupVersion: 'v1', resources: [] };
  if (path === '/apis/apiregistration.k8s.io/v1') return RESOURCES;
  const chosen = path === LIST ? APIS : APIS.filter(({ name }) => path === `${LIST}/${name}`);
  if (!path.startsWith(LIST) || chosen.length === 0) return undefined;
  if (wantsTable) {
    return {
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { resourceVersion: '1' },
      columnDefinitions: COLUMNS,
      rows: chosen.map(toRow),
    };
  }
  const [first] = chosen;
  if (path !== LIST && first) return toObject(first);
  return {
    kind: 'APIServiceList',
    apiVersion: 'apiregistration.k8s.io/v1',
    metadata: { resourceVersion: '1' },
    items: chosen.map(toObject),
  };
}

createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const body = answer(path, (request.headers.accept ?? '').includes('as=Table'));
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404 }));
}).listen(Number(process.argv[2] ?? 18080), '127.0.0.1');
