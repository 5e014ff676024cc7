import { CODE, isDigit } from '../text/index.ts';

/** Where a source file of a stack belongs, as far as its path tells. */
export type Location =
  | {
      readonly kind: 'module';
      readonly module: string;
      readonly version: string;
      readonly file: string;
    }
  /** Vendored into, or part of, a repository whose version the path does not name. */
  | { readonly kind: 'repository'; readonly repository: string; readonly file: string }
  /** The standard library. The version is known only from paths such as `/usr/lib/go-1.19/`. */
  | { readonly kind: 'goroot'; readonly file: string; readonly goVersion?: string }
  /** The standard library or runtime of another language: `lib/internal/net.js`, `library/std/src/panicking.rs`. */
  | {
      readonly kind: 'runtime';
      readonly language: 'java' | 'python' | 'node' | 'rust';
      readonly file: string;
      /** A release, or for Rust the commit. */
      readonly version?: string;
    }
  /** A package of another language: of node_modules, site-packages, cargo's registry, a jar. */
  | {
      readonly kind: 'package';
      readonly language: 'java' | 'python' | 'node' | 'rust';
      readonly name: string;
      readonly version?: string;
      readonly file: string;
    }
  /** A path on the machine that built the program: code that is no library. */
  | { readonly kind: 'local'; readonly file: string };

/**
 * Classifies the path of a frame; the first rule that fits wins: module cache, Kubernetes tree, GOROOT, `-trimpath`
 * forms, local. Escapes of the module cache (`!x` for `X`) are undone.
 *
 * Sources: golang.org/x/mod `module` (EscapePath), Go `cmd/go` help gopath and `-trimpath`.
 */
export function classifyPath(path: string): Location {
  return moduleCache(path) ?? kubernetesTree(path) ?? goroot(path) ?? { kind: 'local', file: path };
}

/** `…/pkg/mod/<module>@<version>/<file>`; with `-trimpath` the part in front of the module is missing. */
function moduleCache(path: string): Location | undefined {
  const at = path.indexOf('@v');
  if (at < 0 || !isDigit(path.charCodeAt(at + 2))) return undefined;
  const slash = path.indexOf('/', at);
  if (slash < 0) return undefined;
  const cache = path.lastIndexOf('/pkg/mod/', at);
  const start = cache >= 0 ? cache + '/pkg/mod/'.length : 0;
  if (cache < 0 && path.startsWith('/')) return undefined;
  const module = unescapeModule(path.slice(start, at));
  const version = unescapeModule(path.slice(at + 1, slash));
  const file = path.slice(slash + 1);
  return toolchain(module, version, file) ?? { kind: 'module', module, version, file };
}

/** Since Go 1.21 a toolchain is a module, too: `golang.org/toolchain@v0.0.1-go1.21.5.linux-amd64/src/runtime/panic.go`. */
function toolchain(module: string, version: string, file: string): Location | undefined {
  if (module !== 'golang.org/toolchain' || !file.startsWith('src/')) return undefined;
  const goVersion = /-go(\d+\.\d+(?:\.\d+)?)/.exec(version)?.[1];
  return { kind: 'goroot', file: file.slice('src/'.length), ...(goVersion ? { goVersion } : {}) };
}

const KUBERNETES = 'k8s.io/kubernetes/';

/**
 * The repositories that live in `staging/src/k8s.io/` of kubernetes/kubernetes; `vendor/k8s.io/<name>` is a link to
 * them there. Source: kubernetes v1.20.2 `vendor/k8s.io`.
 */
export const STAGING: ReadonlySet<string> = new Set(
  (
    'api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap ' +
    'code-generator component-base component-helpers controller-manager cri-api csi-translation-lib ' +
    'kube-aggregator kube-controller-manager kube-proxy kube-scheduler kubectl kubelet legacy-cloud-providers ' +
    'metrics mount-utils sample-apiserver sample-cli-plugin sample-controller'
  ).split(' '),
);

function kubernetesTree(path: string): Location | undefined {
  const at = path.lastIndexOf(KUBERNETES);
  if (at < 0 || (at > 0 && path.charCodeAt(at - 1) !== CODE.slash)) return undefined;
  const file = path.slice(at + KUBERNETES.length);
  const vendored = 'vendor/k8s.io/';
  const name = file.startsWith(vendored) ? file.slice(vendored.length).split('/', 1)[0] : undefined;
  const staged = name !== undefined && STAGING.has(name);
  return {
    kind: 'repository',
    repository: 'kubernetes/kubernetes',
    file: staged ? `staging/src/${file.slice('vendor/'.length)}` : file,
  };
}

function goroot(path: string): Location | undefined {
  const src = '/src/';
  const cached = toolCacheVersion(path);
  for (let at = path.indexOf(src); at >= 0; at = path.indexOf(src, at + 1)) {
    const root = path.slice(0, at);
    const file = path.slice(at + src.length);
    const name = root.slice(root.lastIndexOf('/') + 1);
    if (name === 'go' || name === 'Go' || name === 'golang') {
      if (isStandardLibrary(file)) return { kind: 'goroot', file };
    } else if (name.startsWith('go-1.') || name.startsWith('go1.')) {
      return { kind: 'goroot', file, goVersion: name.slice(name.indexOf('1')) };
    } else if (cached && at >= cached.to) {
      return { kind: 'goroot', file, goVersion: cached.version };
    }
  }
  // `-trimpath` leaves `runtime/panic.go`.
  if (path.includes('/') && isStandardLibrary(path)) return { kind: 'goroot', file: path };
  return undefined;
}

/** Where a build service keeps its Go: `/opt/hostedtoolcache/go/1.20.1/x64/src/…`. */
function toolCacheVersion(path: string): { version: string; to: number } | undefined {
  const folder = 'toolcache/go/';
  const at = path.indexOf(folder);
  const from = at + folder.length;
  const to = path.indexOf('/', from);
  return at < 0 || to <= from ? undefined : { version: path.slice(from, to), to };
}

/**
 * The folders of the standard library, of Go 1.5 to 1.26. A GOPATH such as `/go/src/` holds other code beside hosts
 * (`/go/src/app/main.go`), and so does `-trimpath` for a module without a host in its name (`app/main.go`).
 */
const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  (
    'archive arena bufio builtin bytes cmd cmp compress container context crypto database debug embed encoding ' +
    'errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin ' +
    'reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe ' +
    'vendor weak'
  ).split(' '),
);

const isStandardLibrary = (file: string): boolean => STANDARD_LIBRARY.has(file.split('/', 1)[0] ?? '');

/** `!azure` → `Azure`. A path with an upper-case letter was never escaped. */
function unescapeModule(path: string): string {
  if (!path.includes('!')) return path;
  return path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
