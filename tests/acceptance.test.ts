import { describe, expect, it } from 'vitest';
import { type Answer, compilePack, judge, toAnswer } from '../src/core/match/index.ts';
import { buildPack } from '../src/gate/index.ts';
import { ownContent } from './support/content.ts';
import { read } from './support/sources.ts';

const pack = compilePack(buildPack(ownContent()));

const sample = (name: string): string => read(`tests/samples/${name}`);

const answer = (text: string): Answer => toAnswer(judge(pack, text), 'en');

const verdicts = ({ lines }: Answer): string[] => lines.map(({ verdict }) => verdict);

/** Runbook, signature and step of the best match. */
const lead = ({ matches: [best] }: Answer): unknown =>
  best && `${best.runbook} ${best.signature} ${best.step}`;

const facts = (text: string): string[] =>
  judge(pack, text).hits.flatMap(({ fact }) => (fact ? [`${fact.kind} ${fact.value}`] : []));

describe('a generated apiserver that adds one health check twice', () => {
  const log = sample('duplicate-etcd.log');

  it('is known at once, with the check, the list and every line of the stack', () => {
    expect(answer(log).matches[0]).toMatchObject({ runbook: 'APISRV-DEV-001', step: 's-list' });
    expect(facts(log)).toEqual(['health-check.duplicate etcd']);
    expect(new Set(verdicts(answer(log)))).toEqual(new Set(['cause']));
  });

  it('is of a release that the source lines name', () => {
    const { versions } = answer(log);
    expect(versions?.ranges.join(' ')).toMatch(/1\.17\.0–1\.17\.\d+$/);
    expect(versions?.evidence.map(({ place }) => place)).toContain('healthz.go:123');
  });

  it('is no longer called a duplicate where the list names etcd once', () => {
    const once = log.replace('"etcd","etcd"', '"etcd"');
    expect(facts(once)).toEqual([]);
    expect(answer(once).lines[0]?.verdict).toBe('info');
    expect(answer(once).matches[0]?.runbook).toBe('APISRV-DEV-001');
  });

  it('is not proven by a 403, which is noise and says why', () => {
    const told = answer(sample('forbidden-probe.txt'));
    expect(told.lines.filter(({ verdict }) => verdict === 'noise')).toHaveLength(1);
    expect(verdicts(told)).not.toContain('cause');
    expect(lead(told)).toBe('APISRV-DEV-001 sig-forbidden-probe s-probe');
    expect(told.matches[0]?.reason).toMatch(/no evidence/i);
  });
});

describe('an aggregated API without endpoints', () => {
  const table = sample('apiservice-table.txt');
  const [, header = '', row = ''] = table.split('\n');

  it.each([
    ['as it was pasted', table],
    ['without the prompt', `${header}\n${row}\n`],
    ['as the row alone', row],
    ['with tabs', row.replace(/ {2,}/g, '\t')],
    ['with collapsed blanks', row.replace(/ +/g, ' ')],
    [
      'with local ones beside it',
      `${header}\nv1.   Local   True   120d\nv1.apps   Local   True   120d\n${row}\n`,
    ],
  ])('is known from its row, %s, and fills the variables', (_, text) => {
    const told = answer(text);
    expect(lead(told)).toBe('AGG-STEADY-001 sig-unready-backend s-backend');
    expect(facts(text)).toEqual(expect.arrayContaining(['apiservice.unavailable MissingEndpoints']));
    expect(told.lines.filter(({ verdict }) => verdict === 'cause')).toHaveLength(1);
    const captures = Object.fromEntries(
      told.matches[0]?.captures.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(captures).toMatchObject({
      apiservice: 'v1beta1.metrics.k8s.io',
      namespace: 'kube-system',
      service: 'metrics-server',
    });
  });

  it('shows a reason that nobody knows as it stands, and does not guess', () => {
    const told = answer(row.replace('MissingEndpoints', 'SomethingNew'));
    expect(lead(told)).toBe('AGG-STEADY-001 sig-unavailable s-apiservice');
    expect(told.matches[0]?.reason).toContain('`SomethingNew`');
  });

  it.each([
    ['a table in which all work', row.replace('False (MissingEndpoints)', 'True')],
    ['local ones alone', 'v1.   Local   True   120d\n'],
  ])('is not seen in %s', (_, text) => {
    expect(answer(text).matches).toEqual([]);
  });

  it('is behind the 503 in the log, which is called a consequence', () => {
    const told = answer(sample('openapi-503.log'));
    expect(told.matches[0]?.runbook).toBe('AGG-STEADY-001');
    expect(verdicts(told)).toEqual(['consequence']);
    expect(told.versions?.ranges.join(' ')).toMatch(/1\.17\.|1\.14\.\d+–1\.18\./);
  });

  it('is behind a refused connection, whose line was cut when it was copied', () => {
    const told = answer(sample('refused.txt'));
    expect(told.matches[0]?.runbook).toBe('AGG-STEADY-001');
    expect(verdicts(told)).toEqual(['consequence']);
  });

  it('stands above its consequences when everything is pasted together', () => {
    const all = sample('refused.txt') + sample('openapi-503.log') + table;
    expect(lead(answer(all))).toBe('AGG-STEADY-001 sig-unready-backend s-backend');
  });
});

describe('a kubelet that never registers', () => {
  const errors = sample('kubelet-errors.log');
  const warning = sample('kubelet-warning.log');

  it('is not explained by its four errors: all are noise, and the answer is to look for more', () => {
    const told = answer(errors);
    expect(verdicts(told)).toEqual(['noise', 'noise', 'noise', 'noise']);
    expect(lead(told)).toBe('KUBELET-JOIN-001 sig-gc-once s-loglevel');
  });

  it.each([
    ['below the errors', errors + warning],
    ['above the errors', warning + errors],
    ['below a thousand of them', errors.repeat(250) + warning],
  ])('is explained by one warning, wherever it stands: %s', (_, text) => {
    const told = answer(text);
    expect(told.matches[0]).toMatchObject({
      runbook: 'KUBELET-JOIN-001',
      signature: 'sig-standalone',
      step: 's-cmdline',
    });
    expect(told.lines.filter(({ verdict }) => verdict === 'cause')).toHaveLength(1);
    expect(told.lines.filter(({ verdict }) => verdict === 'noise')).toHaveLength(text.split('\n').length - 2);
  });

  it.each([
    'kubelet --kubeconfig=/etc/k/kc --logtostderr=false',
    '738 /usr/bin/kubelet --kubeconfig=/etc/k/kc',
  ])('is looked for in its command line: %s', (text) =>
    expect(lead(answer(text))).toBe('KUBELET-JOIN-001 sig-kubelet s-cmdline'),
  );
});

describe('a kube-apiserver that looks localhost up in DNS', () => {
  const log = sample('boot.log');
  const fatal = log.split('\n').find((line) => line.startsWith('F')) ?? '';

  it('is known from its fatal line, though an information looks guilty', () => {
    const told = answer(log);
    expect(told.matches[0]).toMatchObject({
      runbook: 'APISRV-BOOT-001',
      signature: 'sig-ip-allocation',
      tail: 't-lookup',
      step: 's-resolv',
      versionFits: true,
    });
    expect(told.lines[0]?.verdict).toBe('noise');
    expect(told.matches[0]?.reason).toContain('(fatal)');
  });

  it('is of the releases that its source lines have in common', () => {
    expect(answer(log).versions?.ranges).toEqual(['1.20.11–1.20.15', '1.21.6–1.21.14']);
  });

  it.each([
    ['dial tcp: i/o timeout', 't-lookup', 's-resolv'],
    ['dial tcp: lookup localhost: i/o timeout', 't-lookup-named', 's-resolv'],
    ['dial tcp [::1]:6443: connect: cannot assign requested address', 't-no-v6', 's-ifaddr'],
    ['net/http: TLS handshake timeout', 't-tls', 's-tail'],
    ['dial tcp 10.20.30.40:6443: i/o timeout', 't-foreign', 's-resolv'],
  ])('goes where the end of the line says: %s', (end, tail, step) => {
    const told = answer(fatal.replace('dial tcp: i/o timeout', end));
    expect(told.matches[0]).toMatchObject({ runbook: 'APISRV-BOOT-001', tail, step });
  });

  it('asks in its first step where it does not know the end of the line', () => {
    const told = answer(fatal.replace('dial tcp: i/o timeout', 'something that nobody has seen'));
    expect(told.matches[0]).toMatchObject({ runbook: 'APISRV-BOOT-001', step: 's-tail' });
    expect(told.matches[0]).not.toHaveProperty('tail');
  });
});

describe('a kube-apiserver that somebody wants to debug', () => {
  it.each(['ps-local.txt', 'ps-remote.txt'])('is known from its row in %s', (file) => {
    expect(answer(sample(file)).matches[0]).toMatchObject({ runbook: 'APISRV-DEBUG-001', step: 's-capture' });
  });
});
