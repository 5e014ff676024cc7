import type { Location } from './location.ts';

/** Versions that a path does not tell but the rest of the paste may. Without `v` or `go` in front. */
export interface KnownVersions {
  readonly kubernetes?: string;
  readonly go?: string;
}

/**
 * The web address of the very line, or `undefined` where the path and the known versions do not decide it.
 * A link is only offered where repository, revision and path are certain: a wrong one costs more than none.
 */
export function sourceLink(location: Location, line: number, known: KnownVersions = {}): string | undefined {
  switch (location.kind) {
    case 'module': {
      const place = moduleRepository(location.module);
      if (!place) return undefined;
      const ref = gitRef(location.version, place.folder);
      return github(place.repository, ref, [place.folder, location.file].filter(Boolean).join('/'), line);
    }
    case 'repository':
      return known.kubernetes && github(location.repository, `v${known.kubernetes}`, location.file, line);
    case 'goroot': {
      const ref = goRef(location.goVersion, known.go);
      return ref && github('golang/go', ref, `src/${location.file}`, line);
    }
    case 'local':
      return undefined;
  }
}

/** Modules whose import path is not their repository: the hosts' redirects, as of November 2026. */
const VANITY: readonly { prefix: string; repository: string; folder?: boolean }[] = [
  { prefix: 'google.golang.org/grpc', repository: 'grpc/grpc-go' },
  { prefix: 'google.golang.org/protobuf', repository: 'protocolbuffers/protobuf-go' },
  { prefix: 'google.golang.org/genproto', repository: 'googleapis/go-genproto', folder: true },
  { prefix: 'google.golang.org/api', repository: 'googleapis/google-api-go-client' },
  { prefix: 'go.etcd.io/etcd', repository: 'etcd-io/etcd', folder: true },
  { prefix: 'go.etcd.io/bbolt', repository: 'etcd-io/bbolt' },
  { prefix: 'go.opentelemetry.io/otel', repository: 'open-telemetry/opentelemetry-go', folder: true },
  { prefix: 'go.opencensus.io', repository: 'census-instrumentation/opencensus-go' },
];

/** Hosts whose next path element is the repository's name. */
const HOSTS: Readonly<Record<string, string>> = {
  'k8s.io': 'kubernetes',
  'sigs.k8s.io': 'kubernetes-sigs',
  'golang.org/x': 'golang',
  'go.uber.org': 'uber-go',
};

interface Repository {
  readonly repository: string;
  /** The folder of the module inside it, without the `/v2` of its import path. */
  readonly folder: string;
}

function moduleRepository(module: string): Repository | undefined {
  const path = withoutMajor(module);
  for (const { prefix, repository, folder } of VANITY) {
    if (path === prefix || path.startsWith(`${prefix}/`)) {
      return { repository, folder: folder ? path.slice(prefix.length + 1) : '' };
    }
  }
  for (const [host, owner] of Object.entries(HOSTS)) {
    if (!path.startsWith(`${host}/`)) continue;
    const [name, ...folder] = path.slice(host.length + 1).split('/');
    return name ? { repository: `${owner}/${name}`, folder: folder.join('/') } : undefined;
  }
  const [host, owner, name, ...folder] = path.split('/');
  if (host === 'github.com' && owner && name) {
    return { repository: `${owner}/${name}`, folder: folder.join('/') };
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

/**
 * The git revision of a module version: the commit of a pseudo-version (`v0.0.0-20201110031124-69a78807bb2b`), the tag
 * otherwise, with the folder in front for a module in one. Source: https://go.dev/ref/mod#vcs-version.
 */
function gitRef(version: string, folder: string): string {
  const tag = version.endsWith('+incompatible') ? version.slice(0, -'+incompatible'.length) : version;
  const commit = pseudoCommit(tag);
  if (commit) return commit;
  return folder ? `${folder}/${tag}` : tag;
}

function pseudoCommit(version: string): string | undefined {
  const dash = version.lastIndexOf('-');
  const commit = version.slice(dash + 1);
  const stamp = version.slice(dash - 14, dash);
  const before = version.charAt(dash - 15);
  const shape = dash > 15 && commit.length === 12 && isNumber(stamp) && (before === '-' || before === '.');
  return shape ? commit : undefined;
}

/** `1.19` names a branch only; `1.19.8` and, from the paste, a full version name a tag. */
function goRef(fromPath: string | undefined, known: string | undefined): string | undefined {
  const full = known ?? fromPath;
  if (!full) return undefined;
  return full.split('.').length > 2 ? `go${full}` : `release-branch.go${full}`;
}

const isNumber = (text: string): boolean =>
  text !== '' && [...text].every((character) => character >= '0' && character <= '9');

const github = (repository: string, ref: string, file: string, line: number): string =>
  `https://github.com/${repository}/blob/${encode(ref)}/${encode(file)}#L${line}`;

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
