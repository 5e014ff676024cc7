import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../shell/index.ts';
import { type Line, splitLines, textOf } from '../text/index.ts';
import { type Fact, apiServiceFact, healthCheckFacts, processFact } from './facts.ts';

/** The line behind another one, so that a span relative to the line is told from one relative to the paste. */
function lineOf(text: string): { paste: string; line: Line } {
  const paste = `first\n${text}`;
  const line = splitLines(paste)[1];
  if (!line) throw new Error('two lines');
  return { paste, line };
}

function shown(paste: string, fact: Fact | undefined): unknown {
  return (
    fact && {
      kind: fact.kind,
      value: fact.value,
      captures: fact.captures.map(({ name, value, span }) => {
        expect(textOf(paste, span).replaceAll('"', '')).toBe(value);
        return `${name}=${value}`;
      }),
    }
  );
}

describe('an unavailable APIService', () => {
  const row = 'v1beta1.metrics.k8s.io   kube-system/metrics-server   False (MissingEndpoints)  15m';

  it('is a fact with its reason, and captures its name, namespace and service', () => {
    const { paste, line } = lineOf(row);
    expect(shown(paste, apiServiceFact(line))).toEqual({
      kind: 'apiservice.unavailable',
      value: 'MissingEndpoints',
      captures: ['apiservice=v1beta1.metrics.k8s.io', 'namespace=kube-system', 'service=metrics-server'],
    });
  });

  it.each([
    ['keeps a reason that no version knows', row.replace('MissingEndpoints', 'SomethingNew'), 'SomethingNew'],
    ['says False where no reason is given', row.replace(' (MissingEndpoints)', ''), 'False'],
    ['counts Unknown as unavailable', row.replace('False (MissingEndpoints)', 'Unknown'), 'Unknown'],
  ])('%s', (_, text, value) => {
    expect(apiServiceFact(lineOf(text).line)?.value).toBe(value);
  });

  it.each([
    ['an available one', row.replace('False (MissingEndpoints)', 'True')],
    ['a local one', 'v1.apps   Local   False   9s'],
    ['the header', 'NAME   SERVICE   AVAILABLE   AGE'],
    ['prose', 'the APIService v1beta1.metrics.k8s.io is not available'],
  ])('is not %s', (_, text) => {
    expect(apiServiceFact(lineOf(text).line)).toBeUndefined();
  });
});

describe('a duplicate health check', () => {
  const list = (names: string): string =>
    `I1015 22:11:14.282792   13889 healthz.go:123] Installing health checkers for (/healthz): ${names}`;

  it('is a fact for each name that stands twice, with each of its places', () => {
    const { paste, line } = lineOf(list('"ping","etcd","etcd","log","ping","ping"'));
    expect(healthCheckFacts(line).map((fact) => shown(paste, fact))).toEqual([
      { kind: 'health-check.duplicate', value: 'ping', captures: ['check=ping', 'check=ping', 'check=ping'] },
      { kind: 'health-check.duplicate', value: 'etcd', captures: ['check=etcd', 'check=etcd'] },
    ]);
  });

  it.each([
    ['each name stands once', list('"ping","log","etcd"')],
    ['names only begin alike', list('"etcd","etcd-readiness"')],
    ['the line is no list', 'registered "/healthz/etcd" from goroutine 1 [running]:'],
  ])('is none if %s', (_, text) => {
    expect(healthCheckFacts(lineOf(text).line)).toEqual([]);
  });
});

describe('a process', () => {
  it('is a fact with the name of its program, and captures the path', () => {
    const { paste, line } = lineOf('  738 /usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf');
    const command = readCommandLine(line);
    expect(shown(paste, command && processFact(command))).toEqual({
      kind: 'process',
      value: 'kubelet',
      captures: ['program=/usr/bin/kubelet'],
    });
  });

  it('has no captures where nothing was started', () => {
    const span = { from: 0, to: 0 };
    const fact = processFact({ source: 'typed', argv: [], span, problems: [] });
    expect(fact).toEqual({ kind: 'process', value: '', span, captures: [] });
  });
});
