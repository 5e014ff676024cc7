import { isDigit, runEnd } from '../text/index.ts';

/**
 * Modules whose import path is not their repository: the hosts' redirects, as of November 2026. What follows the
 * prefix is a folder in the repository.
 */
const VANITY: readonly { readonly prefix: string; readonly repository: string }[] = [
  { prefix: 'google.golang.org/grpc', repository: 'grpc/grpc-go' },
  { prefix: 'google.golang.org/protobuf', repository: 'protocolbuffers/protobuf-go' },
  { prefix: 'google.golang.org/genproto', repository: 'googleapis/go-genproto' },
  { prefix: 'google.golang.org/api', repository: 'googleapis/google-api-go-client' },
  { prefix: 'google.golang.org/appengine', repository: 'golang/appengine' },
  { prefix: 'cloud.google.com/go', repository: 'googleapis/google-cloud-go' },
  { prefix: 'go.etcd.io/etcd', repository: 'etcd-io/etcd' },
  { prefix: 'go.etcd.io/bbolt', repository: 'etcd-io/bbolt' },
  { prefix: 'go.etcd.io/raft', repository: 'etcd-io/raft' },
  { prefix: 'go.opentelemetry.io/contrib', repository: 'open-telemetry/opentelemetry-go-contrib' },
  { prefix: 'go.opentelemetry.io/otel', repository: 'open-telemetry/opentelemetry-go' },
  { prefix: 'go.opentelemetry.io/proto', repository: 'open-telemetry/opentelemetry-proto-go' },
  { prefix: 'go.opencensus.io', repository: 'census-instrumentation/opencensus-go' },
  { prefix: 'go.mongodb.org/mongo-driver', repository: 'mongodb/mongo-go-driver' },
  { prefix: 'helm.sh/helm', repository: 'helm/helm' },
  { prefix: 'gorm.io/gorm', repository: 'go-gorm/gorm' },
  { prefix: 'dario.cat/mergo', repository: 'imdario/mergo' },
];

/** Hosts whose next path element is the repository's name. */
const HOSTS: Readonly<Record<string, string>> = {
  'k8s.io': 'kubernetes',
  'sigs.k8s.io': 'kubernetes-sigs',
  'golang.org/x': 'golang',
  'go.uber.org': 'uber-go',
};

/** Where the source of a module is kept. */
export interface Repository {
  /** None for GitHub. */
  readonly host?: string;
  readonly repository: string;
  /** The folder of the module inside it, without the `/v2` of its import path. */
  readonly folder: string;
}

/** The repository of a module; `undefined` where its host does not tell. */
export function moduleRepository(module: string): Repository | undefined {
  const path = withoutMajor(module);
  for (const { prefix, repository } of VANITY) {
    if (path === prefix || path.startsWith(`${prefix}/`)) {
      return { repository, folder: path.slice(prefix.length + 1) };
    }
  }
  for (const [host, owner] of Object.entries(HOSTS)) {
    if (!path.startsWith(`${host}/`)) continue;
    const [name, ...folder] = path.slice(host.length + 1).split('/');
    return name ? { repository: `${owner}/${name}`, folder: folder.join('/') } : undefined;
  }
  const [host, owner, name, ...folder] = path.split('/');
  if ((host === 'github.com' || host === 'gitlab.com') && owner && name) {
    return { host, repository: `${owner}/${name}`, folder: folder.join('/') };
  }
  return host === 'gopkg.in' ? gopkg(module.slice('gopkg.in/'.length)) : undefined;
}

/** `yaml.v2` → go-yaml/yaml; `user/name.v3` → user/name. */
function gopkg(path: string): Repository | undefined {
  const [first = '', second] = path.split('/');
  const last = second ?? first;
  const dot = last.lastIndexOf('.v');
  if (dot <= 0) return undefined;
  const name = last.slice(0, dot);
  return { repository: second ? `${first}/${name}` : `go-${name}/${name}`, folder: '' };
}

/** Drops a `/v2` and up at the end of an import path: most modules keep it on a branch, not in a folder. */
function withoutMajor(module: string): string {
  const slash = module.lastIndexOf('/v');
  return slash >= 0 && isNumber(module.slice(slash + 2)) ? module.slice(0, slash) : module;
}

const isNumber = (text: string): boolean =>
  text !== '' && runEnd(text, 0, text.length, isDigit) === text.length;
