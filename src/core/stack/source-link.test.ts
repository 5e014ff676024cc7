import { describe, expect, it } from 'vitest';
import { classifyPath } from './location.ts';
import { type KnownVersions, sourceLink, sourceLinks } from './source-link.ts';
import { classifyNodePath } from './node/location.ts';
import { classifyPythonPath } from './python/frame-line.ts';
import { classifyRustPath } from './rust/location.ts';
import table from './samples/source-links.json' with { type: 'json' };

interface Row {
  readonly path: string;
  readonly line: number;
  readonly link: string | null;
  readonly module?: string;
  readonly known?: KnownVersions;
}

const linkOf = (path: string, known: KnownVersions = {}): string | undefined =>
  sourceLink(classifyPath(path), 7, known);

const MODULES: Readonly<Record<string, string>> = {
  'google.golang.org/grpc@v1.33.1/server.go': 'grpc/grpc-go/blob/v1.33.1/server.go',
  'google.golang.org/protobuf@v1.28.0/proto/decode.go':
    'protocolbuffers/protobuf-go/blob/v1.28.0/proto/decode.go',
  'go.etcd.io/bbolt@v1.3.5/db.go': 'etcd-io/bbolt/blob/v1.3.5/db.go',
  'go.etcd.io/etcd/client/v3@v3.5.0/client.go': 'etcd-io/etcd/blob/client/v3.5.0/client/client.go',
  'sigs.k8s.io/kustomize/api@v0.8.0/run.go': 'kubernetes-sigs/kustomize/blob/api/v0.8.0/api/run.go',
  'github.com/cenkalti/backoff/v4@v4.1.0/retry.go': 'cenkalti/backoff/blob/v4.1.0/retry.go',
  'github.com/vmihailenco/msgpack/v5@v5.0.0/map.go': 'vmihailenco/msgpack/blob/v5.0.0/map.go',
  'gopkg.in/square/go-jose.v2@v2.2.2/jws.go': 'square/go-jose/blob/v2.2.2/jws.go',
  'k8s.io/utils@v0.0.0-20201110183641-67b214c5f920/exec/exec.go':
    'kubernetes/utils/blob/67b214c5f920/exec/exec.go',
  'github.com/a/b@v1.2.4-0.20191109021931-daa7c04131f5/c.go': 'a/b/blob/daa7c04131f5/c.go',
  'github.com/a/b@v1.2.3-pre.0.20191109021931-daa7c04131f5+incompatible/c.go': 'a/b/blob/daa7c04131f5/c.go',
  'github.com/a/b@v1.2.3-20191109021931/c.go': 'a/b/blob/v1.2.3-20191109021931/c.go',
  'google.golang.org/grpc/examples@v0.1.0/main.go': 'grpc/grpc-go/blob/examples/v0.1.0/examples/main.go',
  'cloud.google.com/go/storage@v1.10.0/writer.go':
    'googleapis/google-cloud-go/blob/storage/v1.10.0/storage/writer.go',
  'go.mongodb.org/mongo-driver@v1.4.0/mongo/client.go': 'mongodb/mongo-go-driver/blob/v1.4.0/mongo/client.go',
  'go.opentelemetry.io/contrib/propagators@v0.20.0/b3.go':
    'open-telemetry/opentelemetry-go-contrib/blob/propagators/v0.20.0/propagators/b3.go',
};

describe('the address of a source line', () => {
  it.each(table as readonly Row[])('of $path:$line is $link', ({ path, line, link, module, known }) => {
    const location = classifyPath(path);
    expect(sourceLink(location, line, known) ?? null).toBe(link);
    if (module) expect(location).toMatchObject({ kind: 'module', module });
  });

  it.each(Object.entries(MODULES))('of module %s is in its repository', (path, address) => {
    expect(linkOf(`/go/pkg/mod/${path}`)).toBe(`https://github.com/${address}#L7`);
  });

  it.each([
    ['a module whose host is not known', '/go/pkg/mod/example.com/x@v1.0.0/a.go', {}],
    ['a host without a repository', '/go/pkg/mod/github.com/only@v1.0.0/a.go', {}],
    ['Kubernetes of no known version', '/go/src/k8s.io/kubernetes/pkg/a.go', { go: '1.20.1' }],
    ['a standard library of no known version', '/usr/local/go/src/net/dial.go', { kubernetes: '1.20.2' }],
    ["the program's own code", '/home/u/main.go', { go: '1.20.1', kubernetes: '1.20.2' }],
    ['code that only looks like the standard library', '/go/src/app/main.go', { go: '1.20.1' }],
  ])('is not guessed at for %s', (_, path, known) => {
    expect(linkOf(path, known)).toBeUndefined();
  });

  it('of the standard library is on a branch while only the minor version is known', () => {
    const path = '/usr/lib/go-1.19/src/net/dial.go';
    expect(linkOf(path)).toContain('/golang/go/blob/release-branch.go1.19/src/net/dial.go#L7');
    expect(linkOf(path, { go: '1.19.8' })).toContain('/golang/go/blob/go1.19.8/src/net/dial.go#L7');
  });

  it.each([
    ['1.22rc1', 'go1.22rc1'],
    ['1.22.0', 'go1.22.0'],
    ['1.22', 'release-branch.go1.22'],
  ])('of the standard library of Go %s is at %s', (go, ref) => {
    expect(linkOf('/usr/local/go/src/net/dial.go', { go })).toContain(`/golang/go/blob/${ref}/src/`);
  });

  it('believes the path where the paste tells of another Go', () => {
    expect(linkOf('/usr/lib/go-1.19/src/net/dial.go', { go: '1.21.3' })).toContain('release-branch.go1.19/');
  });

  it('of a module on GitLab is of its form there', () => {
    expect(linkOf('/go/pkg/mod/gitlab.com/a/b@v1.0.0/c.go')).toBe(
      'https://gitlab.com/a/b/-/blob/v1.0.0/c.go#L7',
    );
  });

  it('cannot be led to another place by a strange path', () => {
    const link = linkOf('/go/pkg/mod/github.com/a/b@v1.0.0/x#y?z %.go');
    expect(link).toBe('https://github.com/a/b/blob/v1.0.0/x%23y%3Fz%20%25.go#L7');
  });
});

describe('a file that two repositories hold', () => {
  const inMirror = 'https://github.com/kubernetes/apiserver/blob/v0.17.3/pkg/server/healthz.go#L7';
  const inStaging =
    'https://github.com/kubernetes/kubernetes/blob/v1.17.3/staging/src/k8s.io/apiserver/pkg/server/healthz.go#L7';
  const linksOf = (path: string, known: KnownVersions = {}): string[] =>
    sourceLinks(classifyPath(path), 7, known);

  it('has both addresses, that of the path first', () => {
    expect(linksOf('/go/pkg/mod/k8s.io/apiserver@v0.17.3/pkg/server/healthz.go')).toEqual([
      inMirror,
      inStaging,
    ]);
    const vendored = '/go/src/k8s.io/kubernetes/vendor/k8s.io/apiserver/pkg/server/healthz.go';
    expect(linksOf(vendored, { kubernetes: '1.17.3' })).toEqual([inStaging, inMirror]);
  });

  it.each([['of no known version', '/go/src/k8s.io/kubernetes/vendor/k8s.io/apiserver/a.go', {}]] as const)(
    'has no address %s',
    (_, path, known) => {
      expect(linksOf(path, known)).toEqual([]);
    },
  );

  it.each([
    ['a module that is not in staging', '/go/pkg/mod/k8s.io/klog@v0.4.0/klog.go', {}],
    ['a pseudo-version', '/go/pkg/mod/k8s.io/api@v0.0.0-20201110183641-67b214c5f920/a.go', {}],
    ['numbers of its own', '/go/pkg/mod/k8s.io/client-go@v12.0.0+incompatible/a.go', {}],
    ['a version before the tags', '/go/pkg/mod/k8s.io/api@v0.16.4/a.go', {}],
    ['a part of Kubernetes alone', '/go/src/k8s.io/kubernetes/pkg/kubelet/a.go', { kubernetes: '1.20.2' }],
  ] as const)('is none: %s', (_, path, known) => {
    expect(linksOf(path, known)).toHaveLength(1);
  });
});

describe('the address of a line of another language', () => {
  const commit = '59807616e1fa2540724bfbac14d7976d7e4a3860';
  it.each([
    [
      { ...classifyNodePath('node:internal/modules/cjs/loader'), version: '20.20.2' },
      'nodejs/node/blob/v20.20.2/lib/internal/modules/cjs/loader.js',
    ],
    [
      classifyPythonPath('/root/.pyenv/versions/3.11.7/lib/python3.11/json/decoder.py'),
      'python/cpython/blob/v3.11.7/Lib/json/decoder.py',
    ],
    [
      classifyPythonPath('/usr/lib/python3.11/json/decoder.py'),
      'python/cpython/blob/3.11/Lib/json/decoder.py',
    ],
    [
      classifyRustPath(`/rustc/${commit}/library/std/src/panicking.rs`),
      `rust-lang/rust/blob/${commit}/library/std/src/panicking.rs`,
    ],
    [
      classifyRustPath('/usr/src/rustc-1.63.0/library/core/src/option.rs'),
      'rust-lang/rust/blob/1.63.0/library/core/src/option.rs',
    ],
  ])('%j is in %s', (location, address) => {
    expect(sourceLink(location, 7)).toBe(`https://github.com/${address}#L7`);
  });

  it.each([
    ['Node.js of no known release', classifyNodePath('node:fs')],
    [
      "another project's code",
      { ...classifyNodePath('node:internal/deps/undici/undici'), version: '20.20.2' },
    ],
    ['a package of npm', classifyNodePath('/srv/node_modules/.pnpm/a@1.0.0/node_modules/a/b.js')],
    ['code that is frozen into Python', classifyPythonPath('<frozen importlib._bootstrap>')],
    ['a package of Python', classifyPythonPath('/usr/lib/python3/dist-packages/yaml/reader.py')],
    [
      'a repository inside of that of Rust',
      classifyRustPath(`/rustc/${commit}/library/std/src/../../backtrace/src/lib.rs`),
    ],
    [
      'a crate',
      classifyRustPath('/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/a-1.0.0/src/lib.rs'),
    ],
    [
      'Rust of no known release',
      classifyRustPath('/root/.rustup/toolchains/stable/lib/rustlib/src/rust/library/std/src/rt.rs'),
    ],
  ])('is not guessed at for %s', (_, location) => {
    expect(sourceLink(location, 7)).toBeUndefined();
  });

  it('of a crate names crate and version', () => {
    const path = '/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/serde-json-1.0.0/src/de.rs';
    expect(classifyRustPath(path)).toEqual({
      kind: 'package',
      language: 'rust',
      name: 'serde-json',
      version: '1.0.0',
      file: 'src/de.rs',
    });
  });
});
