import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRelease } from '../kube/index.ts';
import { type FlagAudit, auditFlags, toldFindings } from './audit.ts';
import type { FlagFindingKind } from './finding.ts';
import table from './samples/changes-by-release.json' with { type: 'json' };
import { findingWords } from './words.ts';

function audit(text: string, version = ''): FlagAudit {
  const [first] = auditFlags(text, { release: readRelease(version) });
  if (!first) throw new Error('no command line');
  return first;
}

/** `error standalone`, in the order of the report. */
const toldOf = (text: string, version?: string): string[] =>
  audit(text, version).findings.map(({ kind, severity }) => `${severity} ${kind}`);

const kindsOf = (text: string, version?: string): FlagFindingKind[] =>
  audit(text, version).findings.map(({ kind }) => kind);

const correctedOf = (text: string, version?: string): string =>
  audit(text, version).corrected.words.join(' ');

const LINE = 'kubelet --kubeconfig=/etc/k/kc --logtostderr=false';

describe('a kubelet that never registers', () => {
  it('1.7.16 is standalone, and only ERROR and above reach the terminal', () => {
    expect(toldOf(LINE, '1.7.16')).toEqual(['error standalone', 'warning hidden-severities']);
    const [standalone, hidden] = audit(LINE, '1.7.16').findings;
    expect(standalone && findingWords(standalone, 'en')).toContain('Add `--require-kubeconfig`.');
    expect(hidden && findingWords(hidden, 'en')).toContain('Only ERROR and FATAL reach the terminal');
    expect(correctedOf(LINE, '1.7.16')).toBe(
      'kubelet --kubeconfig=/etc/k/kc --logtostderr=true --require-kubeconfig',
    );
  });

  it('1.8.0 with the same flags is not standalone', () => {
    expect(kindsOf(LINE, '1.8.0')).not.toContain('standalone');
  });

  it('--require-kubeconfig in 1.8 is deprecated', () => {
    expect(toldOf(`${LINE} --require-kubeconfig`, '1.8')).toContain('note deprecated-flag');
  });

  it('--api-servers in 1.8 is removed', () => {
    expect(toldOf('kubelet --kubeconfig=/k --api-servers=https://m:6443', '1.8')).toEqual([
      'error removed-flag',
    ]);
  });

  it('--require-kubeconfig=false is as if it were absent', () => {
    const off = 'kubelet --kubeconfig=/k --require-kubeconfig=false';
    expect(kindsOf(off, '1.7.16')).toEqual(['standalone']);
    expect(correctedOf(off, '1.7.16')).toBe('kubelet --kubeconfig=/k --require-kubeconfig');
  });

  it.each([
    [
      'a unit with Environment=',
      `[Service]\nEnvironment="A=--kubeconfig=/etc/k/kc --logtostderr=false"\nExecStart=/usr/bin/kubelet $A\n`,
    ],
    ['Environment= alone', 'Environment="KUBELET_ARGS=--kubeconfig=/etc/k/kc --logtostderr=false"\n'],
    ['an environment file', 'KUBELET_KUBEADM_ARGS="--kubeconfig=/etc/k/kc --logtostderr=false"\n'],
    ['/proc, with NUL', '/usr/bin/kubelet\0--kubeconfig=/etc/k/kc\0--logtostderr=false\0'],
    ['values of their own word', 'kubelet --kubeconfig /etc/k/kc --logtostderr=false'],
    ['flags alone, one a line', '--kubeconfig=/etc/k/kc \\\n--logtostderr=false\n'],
    ['hyperkube', '/hyperkube kubelet --kubeconfig=/etc/k/kc --logtostderr=false'],
    ['underscores', 'kubelet --kubeconfig=/etc/k/kc --logtostderr=false'],
  ])('is read alike from %s', (_, text) => {
    const { tokens } = audit(text);
    expect(tokens.map(({ name, value }) => [name, value])).toEqual([
      ['kubeconfig', '/etc/k/kc'],
      ['logtostderr', 'false'],
    ]);
    expect(toldOf(text, '1.7.16')).toEqual(['error standalone', 'warning hidden-severities']);
  });

  it('unknown flags are listed, never dropped', () => {
    const text = 'kubelet --kubeconfig=/k --frobnicate=3 --no-such';
    expect(kindsOf(text, '1.18')).toEqual(['unknown-flag', 'unknown-flag']);
    expect(correctedOf(text, '1.18')).toBe(text);
  });

  it.each([
    ['1.7.16', '--kubeconfig=/k', 'standalone'],
    ['1.7.16', '--kubeconfig=/k --require-kubeconfig', ''],
    ['1.7.16', '--api-servers=https://m:6443', 'deprecated-flag'],
    ['1.8.0', '--kubeconfig=/k', ''],
    ['1.9.11', '--kubeconfig=/k --require-kubeconfig', 'deprecated-flag'],
    ['1.10.0', '--kubeconfig=/k --require-kubeconfig', 'removed-flag'],
    ['1.20.2', '', 'standalone'],
    ['1.20.2', '--kubeconfig=/k', ''],
    ['1.20.2', '--kubeconfig=', 'standalone'],
    ['1.20.2', '--bootstrap-kubeconfig=/b', 'standalone'],
  ])('of %s with `%s` is told %s', (version, flags, kinds) => {
    expect(kindsOf(`kubelet --v=2 ${flags}`.trim(), version).join(' ')).toBe(kinds);
  });

  it('of an unknown version is told for which releases it stands alone, with no fix that fits only some', () => {
    const { findings, corrected } = audit('kubelet --kubeconfig=/k');
    expect(findings.map(({ kind, facts }) => [kind, facts['releases']])).toEqual([['standalone', '≤1.7']]);
    expect(corrected.changed).toBe(false);
  });

  it('is judged by the version that the paste names', () => {
    const { release, releaseFrom } = audit(`Kubernetes v1.7.16\n${LINE}`);
    expect({ release, releaseFrom }).toEqual({ release: { minor: 7, patch: 16 }, releaseFrom: 'paste' });
  });

  it('is told with less certainty where the line may go on', () => {
    expect(toldOf('ExecStart=/usr/bin/kubelet $KUBELET_ARGS --v=2', '1.20')).toEqual(['warning standalone']);
  });

  it('exits if its config file wants the API server, which it has not', () => {
    const file = 'kind: KubeletConfiguration\nauthentication:\n  webhook:\n    enabled: true\n';
    expect(kindsOf(`kubelet --config=/c\n${file}`, '1.20')).toEqual(['no-client', 'standalone'].toReversed());
    const without =
      'kind: KubeletConfiguration\nauthentication:\n  webhook:\n    enabled: false\nauthorization:\n  mode: AlwaysAllow\n';
    expect(kindsOf(`kubelet --config=/c\n${without}`, '1.20')).toEqual(['standalone']);
  });

  it('leaves its Node to others with --register-node=false', () => {
    expect(kindsOf('kubelet --kubeconfig=/k --register-node=false', '1.20')).toContain('register-node-off');
  });
});

const FINDING: Readonly<Record<string, FlagFindingKind>> = {
  removed: 'removed-flag',
  deprecated: 'deprecated-flag',
  inert: 'inert-flag',
  added: 'not-yet-flag',
  required: 'missing-flag',
};

describe('what became of a flag', () => {
  it.each(table as [string, string, string, number][])(
    '%s --%s: %s in 1.%i',
    (component, name, kind, minor) => {
      const [flag = '', value] = name.split('=');
      const isGate = component === 'gate';
      const program = isGate ? 'kube-apiserver' : component;
      const given = isGate ? `--feature-gates=${name}=true` : `--${flag}${value ? `=${value}` : '=0'}`;
      const text = `${program} ${kind === 'required' ? '--v=2' : given}`;
      const wanted = isGate
        ? 'removed-gate'
        : value && kind === 'removed'
          ? 'refused-value'
          : (FINDING[kind] as FlagFindingKind);
      const now = audit(text, `1.${minor}`).findings.filter(
        ({ kind: found, facts }) =>
          found === wanted && (kind !== 'required' || facts['flag'] === `--${flag}`),
      );
      const before = kindsOf(text, `1.${minor - 1}`);
      if (kind === 'added') {
        expect(now).toEqual([]);
        expect(before).toContain(wanted);
        return;
      }
      expect(now).toHaveLength(1);
      expect(now[0]?.sources.length).toBe(1);
      if (kind !== 'required') expect(before).not.toContain(wanted);
    },
  );
});

describe('the flags of a component', () => {
  it.each([
    ['a value of the wrong type', 'kube-apiserver --v=x', 'error bad-value'],
    ['a switch with a strange value', 'kubelet --kubeconfig=/k --fail-swap-on=maybe', 'error bad-value'],
    ['a flag that takes the next for its value', 'kubelet --kubeconfig --v=2', 'error swallowed-flag'],
    ['a flag without its value', 'kubelet --kubeconfig', 'error bad-value'],
    ['one dash', 'kubelet --kubeconfig=/k -node-ip=10.0.0.1', 'error single-dash'],
    ['a loose word', 'kube-proxy --profiling maybe', 'error stray-word'],
    ['underscores beyond the kubelet', 'kube-scheduler --log_dir=/x', 'error underscore'],
    ['an empty argument for a kubelet', 'kubelet  --kubeconfig=/k', 'error empty-argument'],
    ['an empty argument elsewhere', 'kube-proxy  --v=2', 'note empty-argument'],
    ['twins that differ', 'kube-proxy --v=2 --v=4', 'warning differing-duplicate'],
    ['twins that agree', 'kube-proxy --v=2 --v=2', 'note same-duplicate'],
    [
      'a gate set both ways',
      'kube-proxy --feature-gates=A=true --feature-gates=A=false',
      'warning differing-duplicate',
    ],
    ['a port that must be 0', 'kube-apiserver --insecure-port=8080', 'error refused-value'],
    [
      'a plugin on and off',
      'kube-apiserver --enable-admission-plugins=A,B --disable-admission-plugins=B',
      'error plugin-on-and-off',
    ],
    ['an idle logging flag', 'kube-proxy --log-dir=/x', 'note ignored-log-flags'],
    ['a flag that 1.20 does not have', 'kube-proxy --frobnicate', 'error unknown-flag'],
  ])('show %s', (_, text, told) => {
    expect(toldOf(text, '1.20.2')).toContain(told);
  });

  it.each([
    [
      'lists that add up',
      'kube-apiserver --feature-gates=A=true --feature-gates=B=false --service-account-issuer=a --service-account-signing-key-file=b --service-account-key-file=c --etcd-servers=d',
    ],
    ['-v in every spelling', 'kube-proxy -v4'],
    ['an empty value', 'kube-proxy --kubeconfig='],
    ['the kubelet with underscores', 'kubelet --kubeconfig=/k --fail_swap_on=false --v=2'],
  ])('are right with %s', (_, text) => {
    const told = toldOf(text, '1.20.2').filter((one) => !one.startsWith('note '));
    expect(told).toEqual([]);
  });

  it('of two eras fit no release', () => {
    const { findings } = audit('kubelet --require-kubeconfig --logging-format=json');
    expect(findings.map(({ kind }) => kind)).toContain('no-common-release');
  });

  it('of the kubelet count more than its config file', () => {
    const text =
      'kubelet --kubeconfig=/k --cluster-domain=a.local\nkind: KubeletConfiguration\nclusterDomain: cluster.local\n';
    expect(toldOf(text, '1.20')).toContain('warning flag-over-config');
  });

  it('of a mistyped name have a suggestion', () => {
    const { findings } = audit('kubelet --kubeconfg=/k', '1.18');
    const unknown = findings.find(({ kind }) => kind === 'unknown-flag');
    expect(unknown?.facts['nearest']).toBe('--kubeconfig');
  });

  it('are corrected word by word, so that the two lines can be laid side by side', () => {
    const text = 'kube-apiserver --experimental-encryption-provider-config=/e --basic-auth-file=/b --v=2';
    expect(audit(text, '1.25').corrected.diff).toEqual([
      { kind: 'kept', text: 'kube-apiserver' },
      { kind: 'dropped', text: '--experimental-encryption-provider-config=/e' },
      { kind: 'added', text: '--encryption-provider-config=/e' },
      { kind: 'dropped', text: '--basic-auth-file=/b' },
      { kind: 'kept', text: '--v=2' },
    ]);
  });

  it('are reported at their own place in the paste', () => {
    const text = 'root 1 0 0 10:00 ? 00:00:01 kubelet --kubeconfig=/k --cadvisor-port=0';
    const [finding] = audit(text, '1.20').findings;
    expect(finding && text.slice(finding.span.from, finding.span.to)).toBe('--cadvisor-port=0');
  });
});

/** A kube-apiserver of a development cluster and one of 1.20, in rows of `ps aux`. */
const shellSample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'shell', 'argv', 'samples', name), 'utf8');

describe('the command lines of two API servers', () => {
  it.each([
    ['ps-aux-remote.txt', '1.20.2', []],
    ['ps-aux-remote.txt', '1.22', []],
    ['ps-aux-remote.txt', '1.23', ['removed-gate BoundServiceAccountTokenVolume']],
    [
      'ps-aux-remote.txt',
      '1.24',
      ['removed-flag --insecure-port', 'removed-gate BoundServiceAccountTokenVolume'],
    ],
    ['ps-aux-local.txt', '1.20.2', []],
    ['ps-aux-local.txt', '1.32', []],
    ['ps-aux-local.txt', '1.33', ['removed-flag --cloud-provider', 'removed-flag --cloud-config']],
  ])('%s of %s stop it with %j', (name, version, told) => {
    const errors = audit(shellSample(name), version).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ kind, facts }) => `${kind} ${facts['gate'] ?? facts['flag'] ?? ''}`)).toEqual(told);
  });
});

describe('what a page hears of an audit', () => {
  it.each([
    ['kubelet --kubeconfig=/k', '1.20', ['registers', 'nothing-wrong']],
    ['kubelet --v=2', '1.20', ['standalone']],
    ['kubelet --kubeconfig=/k --v=2 --v=3 --v=4', '1.20', ['differing-duplicate', 'registers']],
    ['kube-proxy --v=2', '1.20', ['nothing-wrong']],
  ])('of `%s` in %s is %j', (text, version, told) => {
    expect(toldFindings(audit(text, version))).toEqual(told);
  });
});
