import type { Release } from '../kube/index.ts';

/** The logging library of a release of Kubernetes. */
export interface LogLibrary {
  /** `glog` up to 1.12: klog's ancestor, without the flags that klog added. */
  readonly name: 'glog' | 'klog';
  /** `v2.4.0`; for glog, and before 1.17, the first klog: the rules of routing are the same. */
  readonly version: string;
}

/** The version of klog in go.mod of [component-base](https://github.com/kubernetes/component-base) v0.17.0 … v0.36.0. */
const BY_MINOR: readonly (readonly [minor: number, version: string])[] = [
  [36, 'v2.140.0'],
  [31, 'v2.130.1'],
  [30, 'v2.120.1'],
  [29, 'v2.110.1'],
  [28, 'v2.100.1'],
  [27, 'v2.90.1'],
  [26, 'v2.80.1'],
  [25, 'v2.70.1'],
  [24, 'v2.60.1'],
  [23, 'v2.30.0'],
  [22, 'v2.9.0'],
  [21, 'v2.8.0'],
  [20, 'v2.4.0'],
  [19, 'v2.2.0'],
];

/** Which klog a release logs with. Kubernetes went from glog to klog in 1.13 (PR 70889). */
export function logLibrary({ minor }: Release): LogLibrary {
  const version = BY_MINOR.find(([first]) => minor >= first)?.[1] ?? 'v1.0.0';
  return { name: minor < 13 ? 'glog' : 'klog', version };
}
