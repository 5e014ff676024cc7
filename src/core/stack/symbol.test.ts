import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { displaySymbol, parseSymbol } from './symbol.ts';

interface Parts {
  readonly package: string;
  readonly function: string;
  readonly receiver?: string;
  readonly pointer?: boolean;
  readonly closure?: string;
}

const TABLE: Readonly<Record<string, Parts>> = {
  'main.main': { package: 'main', function: 'main' },
  'net/http.(*conn).serve': { package: 'net/http', function: 'serve', receiver: 'conn', pointer: true },
  'net/http.HandlerFunc.ServeHTTP': { package: 'net/http', function: 'ServeHTTP', receiver: 'HandlerFunc' },
  'gopkg.in/yaml%2ev2.(*dec).Run': {
    package: 'gopkg.in/yaml.v2',
    function: 'Run',
    receiver: 'dec',
    pointer: true,
  },
  'example.com/a/b.Map[go.shape.*k8s.io/api/core/v1.Pod,go.shape.string]': {
    package: 'example.com/a/b',
    function: 'Map[go.shape.*k8s.io/api/core/v1.Pod,go.shape.string]',
  },
  'example.com/a/b.(*List[go.shape.*k8s.io/api/core/v1.Pod]).Push.func1': {
    package: 'example.com/a/b',
    function: 'Push',
    receiver: 'List[go.shape.*k8s.io/api/core/v1.Pod]',
    pointer: true,
    closure: 'func1',
  },
  'k8s.io/klog/v2.stacks': { package: 'k8s.io/klog/v2', function: 'stacks' },
  'k8s.io/kubernetes/vendor/k8s.io/klog/v2.stacks': { package: 'k8s.io/klog/v2', function: 'stacks' },
  'main.F.func1': { package: 'main', function: 'F', closure: 'func1' },
  'main.F.func1.2': { package: 'main', function: 'F', closure: 'func1.2' },
  'main.(*T).M.func1': {
    package: 'main',
    function: 'M',
    receiver: 'T',
    pointer: true,
    closure: 'func1',
  },
  'runtime.gcenable.gowrap1': { package: 'runtime', function: 'gcenable', closure: 'gowrap1' },
  'main.F.deferwrap2': { package: 'main', function: 'F', closure: 'deferwrap2' },
  'main.glob..func1': { package: 'main', function: 'glob', closure: 'func1' },
  'main.init.func1': { package: 'main', function: 'init', closure: 'func1' },
  'main.init.0': { package: 'main', function: 'init' },
  'main.GF[...]': { package: 'main', function: 'GF[...]' },
  'main.(*G[...]).M': { package: 'main', function: 'M', receiver: 'G[...]', pointer: true },
  'main.G[...].M.func1': { package: 'main', function: 'M', receiver: 'G[...]', closure: 'func1' },
  'main.functional': { package: 'main', function: 'functional' },
  'main.T.func': { package: 'main', function: 'func', receiver: 'T' },
  panic: { package: '', function: 'panic' },
};

describe('a symbol of a Go stack', () => {
  it.each(Object.entries(TABLE))('%s is taken apart', (raw, { pointer = false, ...parts }) => {
    const symbol = parseSymbol(raw);
    expect(symbol).toMatchObject({ raw, pointerReceiver: pointer, ...parts });
    expect(symbol.receiver).toBe(parts.receiver);
    expect(symbol.closure).toBe(parts.closure);
  });

  it('of a method used as a value is told from the method', () => {
    expect(parseSymbol('main.(*T).M-fm')).toMatchObject({ function: 'M', receiver: 'T', methodValue: true });
    expect(parseSymbol('main.T.M-fm')).toMatchObject({ function: 'M', receiver: 'T', methodValue: true });
    expect(parseSymbol('main.T.M')).toMatchObject({ methodValue: false });
  });

  it('is generic if type arguments are left out in it', () => {
    expect(parseSymbol('main.GF[...]').generic).toBe(true);
    expect(parseSymbol('main.GF').generic).toBe(false);
  });

  it.each([
    ['gopkg.in/yaml%2ev2.(*dec).Run', 'gopkg.in/yaml.v2.(*dec).Run'],
    ['k8s.io/kubernetes/vendor/k8s.io/klog/v2.(*loggingT).output', 'k8s.io/klog/v2.(*loggingT).output'],
    ['main.F.func1.2', 'main.F.func1.2'],
    ['net/http.HandlerFunc.ServeHTTP', 'net/http.HandlerFunc.ServeHTTP'],
    ['panic', 'panic'],
    ['a%zz.F', 'a%zz.F'],
  ])('%s is shown as %s', (raw, shown) => {
    expect(displaySymbol(parseSymbol(raw))).toBe(shown);
  });

  it('never makes the reader throw, and is kept as printed', () => {
    fc.assert(
      fc.property(
        hostileText(['main', '.', '(*T)', '[...]', 'func1', '%2e', '/vendor/', '-fm', 'init']),
        (raw) => {
          expect(parseSymbol(raw).raw).toBe(raw);
          expect(typeof displaySymbol(parseSymbol(raw))).toBe('string');
        },
      ),
    );
  });

  it.each([
    ['dots', (size: number) => `main${'.a'.repeat(size)}`],
    ['closures', (size: number) => `main${'.func1'.repeat(size)}`],
    ['open brackets', (size: number) => `main.${'['.repeat(size)}`],
    ['open receivers', (size: number) => `main.${'(*'.repeat(size)}`],
  ])('costs time in proportion to its length: %s', (_, make) => {
    expect(growth(parseSymbol, make, 20_000)).toBeLessThan(LINEAR);
  });
});
