import type { Layer } from './layer.ts';

/**
 * Whose log a file of the node is:
 *
 *     /var/log/pods/kube-system_etcd-node1_3f6…/etcd/0.log               namespace_pod_uid/container
 *     /var/log/containers/etcd-node1_kube-system_etcd-4bd….log           pod_namespace_container-id
 *
 * Source: k8s.io/kubernetes `pkg/kubelet/kuberuntime/helpers.go`, `BuildContainerLogsDirectory`, and
 * `legacy.go`, `legacyLogSymlink` (v1.31).
 */
export function readLogPath(path: string): Pick<Layer, 'namespace' | 'pod' | 'container'> {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const pods = parts.lastIndexOf('pods');
  if (pods >= 0 && parts.length >= pods + 3) {
    const [namespace, pod, uid] = (parts[pods + 1] ?? '').split('_');
    const container = parts[pods + 2];
    if (namespace && pod && uid && container) return { namespace, pod, container };
  }
  const [pod, namespace, last] = file.split('_');
  const dash = last?.lastIndexOf('-') ?? -1;
  // The container's id has 64 hexadecimal digits.
  const isId = last !== undefined && last.length - dash === 1 + 64 + '.log'.length;
  return pod && namespace && isId ? { namespace, pod, container: last.slice(0, dash) } : {};
}
