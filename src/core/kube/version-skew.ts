import type { Release } from './release.ts';

/** What may differ from kube-apiserver, and kube-apiserver itself where there are several. */
export const SKEW_COMPONENTS = [
  'kubelet',
  'kube-proxy',
  'kube-controller-manager',
  'kube-scheduler',
  'cloud-controller-manager',
  'kubectl',
] as const;

export type SkewComponent = (typeof SKEW_COMPONENTS)[number];

/** How far a component may be from kube-apiserver, in minors. */
export interface SkewRule {
  readonly older: number;
  readonly newer: number;
  readonly source: string;
}

export const SKEW_VERDICTS = [
  'same',
  'within',
  /** Newer than a kube-apiserver may be asked by. */
  'too-new',
  'too-old',
] as const;

export type SkewVerdict = (typeof SKEW_VERDICTS)[number];

export interface Skew {
  readonly component: SkewComponent;
  readonly verdict: SkewVerdict;
  /** Minors behind kube-apiserver, its nearest end if there are several; negative: ahead. */
  readonly behind: number;
  readonly rule: SkewRule;
  /** The minors that would be within, oldest first. Empty if the servers are too far from one another. */
  readonly allowed: { readonly from: number; readonly to: number } | undefined;
  /** Several kube-apiservers more than one minor apart, which is not supported either. */
  readonly serversApart: boolean;
}

const NOW = 'https://kubernetes.io/releases/version-skew-policy/';

/**
 * The rule for a component. Source: [version skew policy](https://kubernetes.io/releases/version-skew-policy/), as of
 * 1.35. Up to 1.27 its page gave every kubelet and kube-proxy two minors; 1.28 made that three for those from 1.25 on,
 * older ones keep two. kube-apiserver 1.27 and kubelet 1.24 are three apart and outside by either.
 */
export function skewRule(component: SkewComponent, { minor }: Release): SkewRule {
  switch (component) {
    case 'kubelet':
    case 'kube-proxy':
      return { older: minor < 25 ? 2 : 3, newer: 0, source: `${NOW}#${component}` };
    case 'kubectl':
      return { older: 1, newer: 1, source: `${NOW}#kubectl` };
    default:
      return {
        older: 1,
        newer: 0,
        source: `${NOW}#kube-controller-manager-kube-scheduler-and-cloud-controller-manager`,
      };
  }
}

/**
 * Whether a component's release is within the supported skew of every kube-apiserver that it may talk to. Patches do not
 * count. With several servers the oldest bounds how new it may be, the newest how old.
 */
export function versionSkew(
  component: SkewComponent,
  release: Release,
  servers: readonly [Release, ...Release[]],
): Skew {
  const minors = servers.map(({ minor }) => minor);
  const [oldest, newest] = [Math.min(...minors), Math.max(...minors)];
  const rule = skewRule(component, release);
  const from = Math.max(newest - rule.older, 0);
  const to = oldest + rule.newer;
  const behind = release.minor > oldest ? oldest - release.minor : newest - release.minor;
  const verdict =
    release.minor > to ? 'too-new' : release.minor < from ? 'too-old' : behind === 0 ? 'same' : 'within';
  return {
    component,
    verdict,
    behind,
    rule,
    allowed: from <= to ? { from, to } : undefined,
    serversApart: newest - oldest > 1,
  };
}
