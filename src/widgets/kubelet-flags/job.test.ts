import { describe, expect, it } from 'vitest';
import { seeLines } from '../log-visibility/job.ts';
import { type FlagsReport, audit } from './job.ts';

const SETTINGS = { component: undefined, minor: undefined };

function report(paste: string, minor?: number, index = 0): FlagsReport {
  const found = audit({ paste, settings: { component: undefined, minor }, index, language: 'en' });
  if (!found) throw new Error('no flags');
  return found;
}

describe('the report of a command line', () => {
  it('marks each word with the worst that was found about it', () => {
    const { words } = report('kubelet --kubeconfig /k --v=2 --logtostderr=false', 7);
    expect(words).toEqual([
      { text: 'kubelet', severity: undefined },
      { text: '--kubeconfig', severity: 'error' },
      { text: '/k', severity: 'error' },
      { text: '--v=2', severity: undefined },
      { text: '--logtostderr=false', severity: 'warning' },
    ]);
  });

  it('marks no word for what is missing', () => {
    const { words, findings } = report('kubelet --v=2', 20);
    expect(findings.map(({ kind }) => kind)).toEqual(['standalone']);
    expect(words.every(({ severity }) => severity === undefined)).toBe(true);
  });

  it('says what a runbook calls by a name, with its line', () => {
    const { values } = report('PID COMMAND\n738 /usr/bin/kubelet --kubeconfig=/k --logtostderr=false\n', 7);
    expect(values).toEqual([
      { name: 'pid', value: '738', line: 2 },
      { name: 'kubeconfig', value: '/k', line: 2 },
      { name: 'logdir', value: '/tmp', line: 2 },
    ]);
  });

  it('masks secrets on the screen, and keeps them for the clipboard', () => {
    const found = report('kubelet --token=abc --kubeconfig=/k --cadvisor-port=0', 20);
    expect(JSON.stringify({ ...found, corrected: '' })).not.toContain('abc');
    expect(found.corrected).toBe('kubelet --token=abc --kubeconfig=/k');
  });

  it.each([
    ['kubelet --babysit-daemons', '≤1.6'],
    ['kube-apiserver --tracing-config-file=/t', '≥1.22'],
    ['kubelet --require-kubeconfig --v=2', '≤1.9'],
    ['kubelet --logging-format=json --chaos-chance=0', '1.19–1.21'],
    ['kubelet --v=2', ''],
    ['kubelet --require-kubeconfig --logging-format=json', ''],
  ])('of `%s` names the releases that take it: %s', (paste, taking) => {
    expect(report(paste).taking).toBe(taking);
  });

  it('is of the chosen one of several', () => {
    const paste = '1 kubelet --kubeconfig=/k\n2 kube-proxy --v=2\n';
    expect(report(paste).found.map(({ pid }) => pid)).toEqual([1, 2]);
    expect(report(paste, 20, 1).component).toBe('kube-proxy');
    expect(report(paste, 20, 9).component).toBe('kube-proxy');
  });

  it('is none for a paste without flags', () => {
    expect(audit({ paste: 'hello', settings: SETTINGS, index: 0, language: 'zh' })).toBeUndefined();
    expect(seeLines({ paste: 'hello', settings: SETTINGS, index: 0, language: 'zh' })).toBeUndefined();
  });
});

describe('the report of where lines go', () => {
  it('has a row for each output', () => {
    const found = seeLines({ paste: '--logtostderr=false', settings: SETTINGS, index: 0, language: 'en' });
    expect(found).toMatchObject({
      component: 'kubelet',
      finding: 'hidden',
      directory: '/tmp',
      severities: ['INFO', 'WARNING', 'ERROR', 'FATAL'],
    });
    expect(found?.rows[0]).toEqual({
      output: 'terminal, journal (stderr)',
      reaches: [false, false, true, true],
    });
  });
});
