import { describe, expect, it } from 'vitest';
import type { Frame } from './frame.ts';
import { isOwn, libraryOf, tellingFrame } from './libraries.ts';
import { classifyPath } from './location.ts';
import { parseSymbol } from './symbol.ts';

const frameOf = (raw: string, file?: string): Frame => ({
  symbol: parseSymbol(raw),
  args: '',
  inlined: false,
  ...(file === undefined ? {} : { file, line: 7, location: classifyPath(file) }),
  span: { from: 0, to: 0 },
});

const GOROOT = '/usr/local/go/src';

describe('a frame', () => {
  it.each([
    ['runtime.gopark', `${GOROOT}/runtime/proc.go`, 'standard library'],
    ['net/http.(*conn).serve', `${GOROOT}/net/http/server.go`, 'standard library'],
    [
      'k8s.io/client-go/tools/cache.(*Reflector).Run',
      '/go/pkg/mod/k8s.io/client-go@v0.20.2/tools/cache/reflector.go',
      'client-go',
    ],
    ['github.com/owner/thing.F', '/go/pkg/mod/github.com/owner/thing@v1.2.3/f.go', 'github.com/owner/thing'],
    ['google.golang.org/grpc.(*Server).Serve', '/build/src/google.golang.org/grpc/server.go', 'gRPC'],
    ['google.golang.org/grpc/internal/transport.F', undefined, 'gRPC'],
    ['go.etcd.io/etcd/clientv3.(*Client).Get', undefined, 'etcd client'],
    ['github.com/spf13/cobra.(*Command).Execute', '/home/u/cobra/command.go', 'cobra'],
    ['k8s.io/klog/v2.Fatal', '/home/u/klog/klog.go', 'klog'],
    ['k8s.io/api/core/v1.F', undefined, 'Kubernetes'],
    [
      'example.com/app/vendor/example.com/lib.F',
      '/home/u/app/vendor/example.com/lib/f.go',
      'example.com/lib',
    ],
    [
      'k8s.io/kubernetes/pkg/kubelet.F',
      '/go/src/k8s.io/kubernetes/pkg/kubelet/kubelet.go',
      'kubernetes/kubernetes',
    ],
  ])('of %s in %s belongs to a library', (raw, file, name) => {
    expect(libraryOf(frameOf(raw, file))?.name).toBe(name);
    expect(isOwn(frameOf(raw, file))).toBe(false);
  });

  it.each([
    ['main.main', '/home/u/app/main.go'],
    ['example.com/app/server.(*Server).Run', '/home/u/app/server/server.go'],
    ['k8s.io/kubernetes/pkg/kubelet.F', '/home/u/kubernetes/pkg/kubelet/kubelet.go'],
    ['go.etcd.io/etcd/server/v3/etcdserver.F', '/tmp/etcd/server/etcdserver/server.go'],
    ['k8s.io.example.com/x.F', '/home/u/x/x.go'],
    ['k8s.iox/client-go.F', '/home/u/x/x.go'],
  ])('of %s in %s is code of the program itself', (raw, file) => {
    expect(libraryOf(frameOf(raw, file))).toBeUndefined();
    expect(isOwn(frameOf(raw, file))).toBe(true);
  });

  it('without a place is not said to be of the program', () => {
    expect(isOwn(frameOf('example.com/app.F'))).toBe(false);
  });
});

describe('the frame that tells most', () => {
  const standard = frameOf('sync.(*Mutex).Lock', `${GOROOT}/sync/mutex.go`);
  const library = frameOf('google.golang.org/grpc.F', '/go/pkg/mod/google.golang.org/grpc@v1.50.0/server.go');
  const own = frameOf('main.main', '/home/u/main.go');

  it.each([
    ['the first own one', [standard, library, own], own],
    ['else the first that is not of the standard library', [standard, library], library],
    ['else the top one', [standard], standard],
    ['none where there are no frames', [], undefined],
  ])('is %s', (_, frames, expected) => {
    expect(tellingFrame(frames)).toBe(expected);
  });
});
