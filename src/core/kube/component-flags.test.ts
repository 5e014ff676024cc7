import { describe, expect, it } from 'vitest';
import { readCommandLines } from '../shell/index.ts';
import { checkComponentFlags, componentFlag, componentFlagNames } from './component-flags.ts';
import table from './component-flags.json' with { type: 'json' };

function problemsOf(text: string): unknown[] {
  const [command] = readCommandLines(text);
  if (!command) throw new Error('no command line');
  return checkComponentFlags(command).map(({ code, facts, span }) => ({
    code,
    ...facts,
    at: text.slice(span.from, span.to),
  }));
}

describe('the flags of a component', () => {
  it('show that a line was cut in the middle of its last flag', () => {
    expect(problemsOf('kube-apiserver --v=2 --author')).toMatchObject([
      { code: 'cut-flag', found: '--author', at: '--author' },
    ]);
    const [problem] = problemsOf('kube-apiserver --v=2 --author') as { flag: string }[];
    expect(problem?.flag).toMatch(/^--authorization-/);
  });

  it('show a word behind a switch, which the program refuses', () => {
    expect(problemsOf('kube-apiserver --service-account-lookup true --v=2')).toEqual([
      { code: 'word-after-boolean', flag: 'service-account-lookup', found: 'true', at: 'true' },
    ]);
  });

  it.each([
    ['a switch without a value', 'kube-apiserver --v=2 --service-account-lookup'],
    ['a switch in front of a flag', 'kube-apiserver --service-account-lookup --v=2'],
    ['a value of its own', 'kube-apiserver --secure-port 6443 --v 8'],
    ['a whole flag that another one begins with', 'kubelet --v=2 --config'],
    ['a flag of another release', 'kube-apiserver --nosuch-flag'],
    ['a value that is cut', 'kube-apiserver --authorization-mode=No'],
    ['a short flag', 'kubelet -v'],
    ['a program that is not known', '/usr/bin/node --author'],
  ])('find nothing wrong with %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('are known with underscores, too', () => {
    expect(problemsOf('kubelet --fail_swap_on false')).toMatchObject([
      { code: 'word-after-boolean', flag: 'fail-swap-on' },
    ]);
  });

  it.each(Object.entries(table.components))('of %s stand in the table once', (_, byType) => {
    const names = Object.values(byType).flatMap((list) => list.split(' '));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_-]*$/);
  });
});

describe('a flag of Kubernetes 1.20.2', () => {
  const config = 'This parameter should be set via the config file';

  it.each([
    [
      'kube-apiserver',
      'insecure-port',
      'int',
      '0',
      'This flag has no effect now and will be removed in v1.24.',
      true,
    ],
    ['kube-apiserver', 'etcd-prefix', 'string', '/registry', undefined, false],
    ['kube-apiserver', 'service-account-lookup', 'bool', 'true', undefined, false],
    ['kube-apiserver', 'v', 'Level', '0', undefined, false],
    ['kube-apiserver', 'feature-gates', 'mapStringBool', '', undefined, false],
    ['kube-apiserver', 'enable-swagger-ui', 'bool', 'false', 'swagger 1.2 support has been removed', true],
    ['kube-apiserver', 'token-auth-file', 'string', '', undefined, false],
    ['kubelet', 'network-plugin', 'string', '', undefined, false],
    ['kubelet', 'container-runtime', 'string', 'docker', undefined, false],
    ['kubelet', 'logtostderr', 'bool', 'true', undefined, false],
    ['kubelet', 'config', 'string', '', undefined, false],
    ['kube-controller-manager', 'port', 'int', '10252', 'see --secure-port instead.', false],
    ['kube-scheduler', 'address', 'string', '0.0.0.0', undefined, false],
    ['kube-proxy', 'proxy-mode', 'ProxyMode', '', undefined, false],
    ['kube-proxy', 'v', 'Level', '0', undefined, false],
  ] as const)('%s --%s is a %s with its default', (component, name, type, value, deprecated, hidden) => {
    expect(componentFlag(component, name)).toEqual({
      name,
      type,
      default: value,
      ...(deprecated === undefined ? {} : { deprecated }),
      hidden,
      boolean: type === 'bool',
    });
  });

  it('of the kubelet is mostly one that belongs into its config file', () => {
    const flags = componentFlagNames('kubelet').map((name) => componentFlag('kubelet', name));
    expect(flags).toHaveLength(184);
    expect(flags.filter((flag) => flag?.deprecated?.startsWith(config))).toHaveLength(94);
    expect(componentFlag('kubelet', 'cloud-provider')?.deprecated).toMatch(/removed in 1\.23/);
  });

  it('that is none is undefined', () => {
    expect(componentFlag('kubelet', 'require-kubeconfig')).toBeUndefined();
    expect(componentFlag('kubelet', '__proto__')).toBeUndefined();
  });
});
