import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameKeys, readFrameKey } from './frame-key.ts';
import { parseSymbol } from './symbol.ts';

describe('the keys of a frame', () => {
  it.each([
    ['main.main', 'main.main', 'main.*'],
    ['k8s.io/klog/v2.(*loggingT).output', 'k8s.io/klog/v2.loggingT.output', 'k8s.io/klog/v2.loggingT.*'],
    ['k8s.io/kubernetes/vendor/k8s.io/klog/v2.stacks', 'k8s.io/klog/v2.stacks', 'k8s.io/klog/v2.*'],
    ['example.com/app.(*Queue[...]).Pop.func1.2', 'example.com/app.Queue.Pop', 'example.com/app.Queue.*'],
    ['example.com/app.Map[...].func1', 'example.com/app.Map', 'example.com/app.*'],
    ['example.com/app.server.Serve-fm', 'example.com/app.server.Serve', 'example.com/app.server.*'],
    ['gopkg.in/yaml%2ev2.(*dec).Run.gowrap1', 'gopkg.in/yaml.v2.dec.Run', 'gopkg.in/yaml.v2.dec.*'],
  ])('of `%s` are `%s` and `%s`', (raw, key, any) => {
    expect(frameKeys(parseSymbol(raw)).slice(0, 2)).toEqual([key, any]);
  });

  it('are read from any symbol', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(frameKeys(parseSymbol(raw)).length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('a key of an author', () => {
  it.each([
    ['k8s.io/kubernetes/pkg/kubelet.(*Kubelet).Run', 'program'],
    ['main.serve', 'program'],
    ['k8s.io/apiserver/pkg/server/mux.(*PathRecorderMux).Handle', 'library'],
    ['sigs.k8s.io/apiserver-builder-alpha/pkg/cmd/server.*', 'library'],
    ['k8s.io/klog/v2.Fatalf', 'runtime'],
    ['net/http.(*conn).serve', 'runtime'],
    ['runtime/debug.Stack', 'runtime'],
  ])('`%s` is of the %s', (source, owner) => {
    expect(readFrameKey(source)).toMatchObject({ owner, any: source.endsWith('*') });
  });

  it('stands for the frames that are printed so', () => {
    fc.assert(
      fc.property(fc.constantFrom('a/b.F', 'a/b.(*T).F', 'a.b/c.T.F', 'a/b.(*T).*', 'a/b.*'), (source) => {
        const symbol = parseSymbol(source.replace('.*', '.F'));
        expect(frameKeys(symbol)).toContain(readFrameKey(source)?.key);
      }),
    );
  });

  it.each(['', '...', 'serve', 'a.b(0x1)', 'a/b.(*T', 'a*/b.F', 'a/b.F*', 'a/b F.x', 'net/http.'])(
    '`%s` names no function of a package',
    (source) => expect(readFrameKey(source)).toBeUndefined(),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(() => readFrameKey(source)).not.toThrow();
      }),
    );
  });
});
