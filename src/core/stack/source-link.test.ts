import { describe, expect, it } from 'vitest';
import { classifyPath } from './location.ts';
import { type KnownVersions, sourceLink } from './source-link.ts';
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

  it('cannot be led to another place by a strange path', () => {
    const link = linkOf('/go/pkg/mod/github.com/a/b@v1.0.0/x#y?z %.go');
    expect(link).toBe('https://github.com/a/b/blob/v1.0.0/x%23y%3Fz%20%25.go#L7');
  });
});
