import { describe, expect, it } from 'vitest';
import { parseStack } from './stack-pattern.ts';

const TWO = 'expected two keys, or one function of the program itself, beside Go and its loggers';

describe('the stack of a signature', () => {
  it('says where other calls may stand', () => {
    expect(parseStack(['k8s.io/klog/v2.Fatalf', '...', 'example.com/a.(*T).Run', 'a.b/c.*'])).toMatchObject({
      keys: [
        { key: 'k8s.io/klog/v2.Fatalf', afterGap: false },
        { key: 'example.com/a.T.Run', afterGap: true },
        { key: 'a.b/c.*', afterGap: false, any: true },
      ],
    });
  });

  it('may be one function of the program', () => {
    expect(parseStack(['k8s.io/kubernetes/pkg/kubelet.(*Kubelet).Run'])).toHaveProperty('keys');
  });

  it.each([
    [['net/http.(*conn).serve', 'runtime.goexit'], 0, TWO],
    [['k8s.io/client-go/tools/cache.(*Reflector).Run'], 0, TWO],
    [['k8s.io/kubernetes/pkg/kubelet.*'], 0, TWO],
    [['main.main'], 0, TWO],
    [[], 0, TWO],
    [['...', 'a.b/c.F', 'a.b/c.G'], 0, 'expected `...` between two keys'],
    [['a.b/c.F', '...'], 1, 'expected `...` between two keys'],
    [['a.b/c.F', '...', '...', 'a.b/c.G'], 1, 'expected `...` between two keys'],
    [
      ['a.b/c.F', 'serve()'],
      1,
      'expected a function such as `example.com/app/store.(*Store).Get` or `net/http.*`, found `serve()`',
    ],
    [Array.from({ length: 17 }, () => 'a.b/c.F'), 0, 'expected at most 16 keys, found 17'],
  ])('%j is none', (keys, at, message) => {
    expect(parseStack(keys)).toEqual({ at, message });
  });
});
