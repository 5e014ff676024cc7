import { describe, expect, it } from 'vitest';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const LINE = '    738 /usr/bin/kubelet --kubeconfig=/etc/k/kc --logtostderr=false\n';

async function kb(args: readonly string[], file = LINE) {
  const io = ioOf({ 'ps.txt': file });
  const exit = await main(args, io);
  return { exit, ...io.told() };
}

describe('kb flags', () => {
  it('tells the worst first, with its source, and the corrected line', async () => {
    const { exit, out } = await kb(['flags', '--version', '1.7.16', 'ps.txt']);
    expect(exit).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "# kubelet 1.7.16, 2 flags, from ps
      error   Standalone: this kubelet has no API server and never registers its node. Up to 1.7 \`--kubeconfig\` alone only lends its credentials. Add \`--require-kubeconfig\`.
              kubernetes/kubernetes 40049
      warning Only ERROR and FATAL reach the terminal; INFO and WARNING lines are in the files only, all of them in \`/tmp/kubelet.INFO\`. Set \`--logtostderr=true\`.
              klog v2.4.0 klog.go:907
      # log lines: Only ERROR and FATAL reach the terminal. INFO and WARNING lines do not; \`/tmp/kubelet.INFO\` has every line. To see them: \`--logtostderr=true\`, \`--alsologtostderr\`, or \`--stderrthreshold=INFO\`.
      # corrected
      /usr/bin/kubelet --kubeconfig=/etc/k/kc --logtostderr=true --require-kubeconfig
      "
    `);
  });

  it('has spans, kinds and sources as JSON', async () => {
    const { out } = await kb(['flags', '--json', '--version=1.7.16', 'ps.txt']);
    const [audit] = JSON.parse(out) as { findings: { kind: string; span: { from: number; to: number } }[] }[];
    expect(audit).toMatchObject({
      component: 'kubelet',
      source: 'ps',
      version: '1.7.16',
      versionFrom: 'asked',
      changed: true,
      corrected: ['/usr/bin/kubelet', '--kubeconfig=/etc/k/kc', '--logtostderr=true', '--require-kubeconfig'],
      findings: [
        { kind: 'standalone', severity: 'error', sources: [{ title: 'kubernetes/kubernetes 40049' }] },
        { kind: 'hidden-severities', severity: 'warning' },
      ],
    });
    const span = audit?.findings[0]?.span;
    expect(LINE.slice(span?.from, span?.to)).toBe('--kubeconfig=/etc/k/kc');
  });

  it('says that nothing is wrong, which is no empty answer', async () => {
    const { exit, out } = await kb(['flags', 'ps.txt', '--version=1.20.2'], 'kubelet --kubeconfig=/k --v=2');
    expect(exit).toBe(0);
    expect(out).toContain('nothing wrong with these flags');
    expect(out).toContain('# nothing to correct');
  });

  it('takes flags alone for those of the component that is named', async () => {
    const { out } = await kb(
      ['flags', '--json', '--component=kube-proxy', 'ps.txt'],
      '--v=2 --proxy-mode=ipvs',
    );
    expect(JSON.parse(out)).toMatchObject([{ component: 'kube-proxy' }]);
  });

  it('masks secrets', async () => {
    const { out } = await kb(['flags', 'ps.txt'], 'kubelet --token=abc --token=def --kubeconfig=/k');
    expect(out).not.toMatch(/abc|def/);
  });

  it('finds nothing where there is no flag', async () => {
    expect(await kb(['flags', 'ps.txt'], 'hello\n')).toMatchObject({ exit: 1, out: '' });
  });

  it.each([
    [['--version', 'two', 'ps.txt'], 'expected a version such as 1.20.2, found `two`'],
    [['--component', 'etcd', 'ps.txt'], 'expected a component of kubelet, kube-apiserver'],
    [[], 'expected one file, or - for standard input'],
  ])('is told how it is used with %j', async (args, message) => {
    const { exit, error } = await kb(['flags', ...args]);
    expect(exit).toBe(2);
    expect(error).toContain(message);
  });
});

describe('kb visibility', () => {
  it('draws the table of severities and outputs', async () => {
    const { exit, out } = await kb(['visibility', '--version', '1.7.16', 'ps.txt']);
    expect(exit).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "# kubelet 1.7.16, glog
                 terminal, journal (stderr)  kubelet.INFO  kubelet.WARNING  kubelet.ERROR  kubelet.FATAL
      INFO       -                           yes           -                -              -
      WARNING    -                           yes           yes              -              -
      ERROR      yes                         yes           yes              yes            -
      FATAL      yes                         yes           yes              yes            yes
      # Only ERROR and FATAL reach the terminal. INFO and WARNING lines do not; \`/tmp/kubelet.INFO\` has every line. To see them: \`--logtostderr=true\`, \`--alsologtostderr\`, or \`--stderrthreshold=INFO\`.
      "
    `);
  });

  it('has it as JSON', async () => {
    const { out } = await kb(['visibility', '--json', '--version', '1.26', 'ps.txt']);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'refused', refused: ['logtostderr'] });
  });

  it('finds nothing where there is no flag', async () => {
    expect((await kb(['visibility', 'ps.txt'], 'hello\n')).exit).toBe(1);
  });
});

describe('kb skew', () => {
  it('judges each component against every kube-apiserver', async () => {
    const { exit, out } = await kb(['skew', '--apiserver', '1.9.11', 'kubelet=1.7.16', 'kubectl=v1.11.0']);
    expect(exit).toBe(0);
    expect(out).toContain(
      'kubelet 1.7.16: kubelet is 2 minors behind kube-apiserver; up to 2 are supported: not the cause.',
    );
    expect(out).toContain('kubectl 1.11.0: kubectl is 2 minors ahead');
  });

  it('has it as JSON', async () => {
    const { out } = await kb([
      'skew',
      '--json',
      '--apiserver=1.35.0',
      '--apiserver=1.34.0',
      'kubelet=1.35.0',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      apiservers: ['1.35.0', '1.34.0'],
      components: [{ component: 'kubelet', verdict: 'too-new' }],
    });
  });

  it.each([
    [['kubelet=1.7'], 'expected --apiserver with a version'],
    [['--apiserver=1.7'], 'expected a component with its version'],
    [['--apiserver=1.7', 'etcd=3'], 'expected NAME=VERSION with a name of kubelet'],
    [['--apiserver=x', 'kubelet=1.7'], 'expected a version such as 1.20.2, found `x`'],
  ])('is told how it is used with %j', async (args, message) => {
    const { exit, error } = await kb(['skew', ...args]);
    expect(exit).toBe(2);
    expect(error).toContain(message);
  });
});
