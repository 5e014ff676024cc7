import { describe, expect, it } from 'vitest';
import { type Release, readRelease } from '../kube/index.ts';
import { splitWords } from '../shell/index.ts';
import { logLibrary } from './klog-of.ts';
import { readTokens } from './tokens.ts';
import { visibilityWords } from './visibility-words.ts';
import { type Visibility, logVisibility } from './visibility.ts';

const see = (flags: string, version = '1.20.2'): Visibility =>
  logVisibility('kubelet', readRelease(version) as Release, readTokens('kubelet', splitWords(flags).words));

const LETTERS: Readonly<Record<string, string>> = { info: 'I', warning: 'W', error: 'E', fatal: 'F' };
const drawn = ({ outputs }: Visibility): string =>
  outputs
    .map(({ kind, name, takes }) => `${name || kind}:${takes.map((one) => LETTERS[one]).join('')}`)
    .join(' ');

describe('the lines of a component', () => {
  it.each([
    ['1.20.2', '', 'all-on-stderr', 'stderr:IWEF'],
    ['1.20.2', '--logtostderr=true --stderrthreshold=FATAL', 'all-on-stderr', 'stderr:IWEF'],
    [
      '1.7.16',
      '--logtostderr=false',
      'hidden',
      'stderr:EF kubelet.INFO:IWEF kubelet.WARNING:WEF kubelet.ERROR:EF kubelet.FATAL:F',
    ],
    [
      '1.20.2',
      '--logtostderr=false --one-output',
      'hidden',
      'stderr:EF kubelet.INFO:I kubelet.WARNING:W kubelet.ERROR:E kubelet.FATAL:F',
    ],
    ['1.20.2', '--logtostderr=false --log-file=/l', 'hidden', 'stderr:EF /l:IWEF'],
    ['1.20.2', '--logtostderr=false --stderrthreshold=4', 'hidden', ''],
    ['1.22.0', '--logging-format=json', 'all-on-streams', 'stdout:IWEF'],
    ['1.23.0', '--logging-format=json', 'all-on-stderr', 'stderr:IWEF'],
    ['1.23.0', '--logging-format=json --log-json-split-stream', 'all-on-streams', 'stdout:IW stderr:EF'],
    ['1.30.0', '--log-text-split-stream', 'all-on-streams', 'stdout:IW stderr:EF'],
    ['1.26.0', '--v=4', 'all-on-stderr', 'stderr:IWEF'],
  ] as const)('%s with `%s`: %s', (version, flags, verdict, outputs) => {
    const seen = see(flags, version);
    expect(seen.verdict).toBe(verdict);
    if (outputs !== '') expect(drawn(seen)).toBe(outputs);
  });

  it.each([
    '--logtostderr=true',
    '--logtostderr=false --alsologtostderr',
    '--logtostderr=false --stderrthreshold=INFO',
  ])('all reach the terminal with %s', (flags) => {
    expect(see(flags).verdict).toBe('all-on-stderr');
  });

  it.each([
    ['1.26.0', '--logtostderr=false', ['logtostderr']],
    ['1.12.0', '--log-file=/x', ['log-file']],
    ['1.19.0', '--one-output', ['one-output']],
    ['1.20.2', '--v=loud', ['v']],
  ])('%s are nowhere with `%s`: it does not start', (version, flags, refused) => {
    expect(see(flags, version)).toMatchObject({ verdict: 'refused', refused, outputs: [] });
  });

  it('that are hidden are named, with the file that has them all', () => {
    const { en, zh } = visibilityWords(see('--logtostderr=false --log-dir=/var/log'));
    expect(en).toMatch(
      /^Only ERROR and FATAL reach the terminal\. INFO and WARNING lines do not; `\/var\/log\/kubelet\.INFO`/,
    );
    expect(zh).toContain('`/var/log/kubelet.INFO` 里有所有的行');
  });

  it('of V(n) are of severity INFO, up to -v', () => {
    expect(see('-v4').verbosity).toBe(4);
  });
});

describe('the logging library of a release', () => {
  it.each([
    ['1.7.16', 'glog', 'v1.0.0'],
    ['1.12.0', 'glog', 'v1.0.0'],
    ['1.18.0', 'klog', 'v1.0.0'],
    ['1.20.2', 'klog', 'v2.4.0'],
    ['1.33.0', 'klog', 'v2.130.1'],
    ['1.36.0', 'klog', 'v2.140.0'],
  ])('%s logs with %s %s', (version, name, klog) => {
    expect(logLibrary(readRelease(version) as Release)).toEqual({ name, version: klog });
  });
});
