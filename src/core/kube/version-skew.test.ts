import { describe, expect, it } from 'vitest';
import { type Release, readRelease, releaseName } from './release.ts';
import { skewWords } from './version-skew-words.ts';
import { type Skew, type SkewComponent, versionSkew } from './version-skew.ts';

const release = (text: string): Release => {
  const found = readRelease(text);
  if (!found) throw new Error(`no release: ${text}`);
  return found;
};

const skew = (component: SkewComponent, version: string, first: string, ...others: string[]): Skew =>
  versionSkew(component, release(version), [release(first), ...others.map(release)]);

describe('the skew of two versions', () => {
  it('of kubelet 1.7.16 and kube-apiserver 1.9.11 is two minors, and not the cause', () => {
    const found = skew('kubelet', '1.7.16', '1.9.11');
    expect(found).toMatchObject({ verdict: 'within', behind: 2, rule: { older: 2 } });
    expect(skewWords(found).en).toBe(
      'kubelet is 2 minors behind kube-apiserver; up to 2 are supported: not the cause.',
    );
  });

  it.each([
    ['kubelet', '1.6.0', '1.9.11', 'too-old'],
    ['kubelet', '1.10.0', '1.9.11', 'too-new'],
    ['kubelet', '1.25.0', '1.28.0', 'within'],
    ['kubelet', '1.24.0', '1.27.0', 'too-old'],
    ['kubelet', '1.25.3', '1.27.0', 'within'],
    ['kubelet', '1.32.0', '1.35.0', 'within'],
    ['kubelet', '1.31.0', '1.35.0', 'too-old'],
    ['kubelet', '1.20.9', '1.20.0', 'same'],
    ['kube-proxy', '1.24.0', '1.27.0', 'too-old'],
    ['kube-proxy', '1.25.0', '1.28.0', 'within'],
    ['kubectl', '1.21.0', '1.20.0', 'within'],
    ['kubectl', '1.22.0', '1.20.0', 'too-new'],
    ['kubectl', '1.18.0', '1.20.0', 'too-old'],
    ['kube-scheduler', '1.19.0', '1.20.0', 'within'],
    ['kube-scheduler', '1.21.0', '1.20.0', 'too-new'],
    ['kube-controller-manager', '1.18.0', '1.20.0', 'too-old'],
  ] as const)('of %s %s and kube-apiserver %s is %s', (component, version, server, verdict) => {
    expect(skew(component, version, server).verdict).toBe(verdict);
  });

  it('is narrowed by the oldest and the newest of several servers', () => {
    expect(skew('kubelet', '1.35.0', '1.35.0', '1.34.0').verdict).toBe('too-new');
    expect(skew('kubelet', '1.31.0', '1.35.0', '1.34.0').verdict).toBe('too-old');
    expect(skew('kubelet', '1.32.0', '1.35.0', '1.34.0').verdict).toBe('within');
    const apart = skew('kubelet', '1.20.0', '1.20.0', '1.22.0');
    expect(apart.serversApart).toBe(true);
    expect(skewWords(apart).en).toContain('more than one minor apart');
  });

  it('is said with what would be supported', () => {
    expect(skewWords(skew('kubelet', '1.6.0', '1.9.11')).zh).toContain('支持的是 1.7–1.9');
    expect(skewWords(skew('kube-scheduler', '1.21.0', '1.20.0')).en).toContain('none may be newer');
  });
});

describe('a release', () => {
  it.each([
    ['v1.20.2', '1.20.2'],
    ['1.7', '1.7'],
    ['v1.28.3-gke.100', '1.28.3'],
    ['1.20.2+k3s1', '1.20.2'],
    ['1.27-alpha', '1.27'],
  ])('is read from %s', (text, name) => {
    expect(releaseName(release(text))).toBe(name);
  });

  it.each(['', '2.1.0', 'v1', '1.', '1.x', '1.20.', '1.99999', '1.2x'])('is not read from `%s`', (text) => {
    expect(readRelease(text)).toBeUndefined();
  });
});
