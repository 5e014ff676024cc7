import type { Bilingual } from '../text/index.ts';

/** Something that happens when a component has stood still for so long. */
export interface PausedEffect {
  /** Seconds after the stop; 0 for at once. */
  readonly after: number;
  readonly what: Bilingual;
  /** Where the number stands. */
  readonly source: string;
  /** Only where the kubelet or systemd still watches the process: attached to, not started by hand under Delve. */
  readonly watched?: true;
}

const ELECTION = 'k8s.io/component-base v0.20.2 to v0.35.0, config/v1alpha1/defaults.go';
const LIVENESS =
  'kubernetes cmd/kubeadm/app/util/staticpod/utils.go (8 failures, 15 s each), pkg/kubelet/prober/worker.go (commit 00421113e1c6)';

const KILLED: PausedEffect = {
  after: 120,
  what: {
    en: 'The liveness probe that kubeadm writes has failed eight times, 15 s each: the kubelet kills the container, and your session with it.',
    zh: 'kubeadm 写的存活探针已失败八次（每次 15 秒）：kubelet 杀掉容器，调试会话随之结束。',
  },
  source: LIVENESS,
  watched: true,
};

const LEASE_TAKEN: PausedEffect = {
  after: 15,
  what: {
    en: 'The leader lease runs out: another instance takes over, if there is one.',
    zh: 'leader 租约到期：如果还有其他实例，它会接管。',
  },
  source: ELECTION,
};

const LEADER_EXITS: PausedEffect = {
  after: 10,
  what: {
    en: 'Too late to renew the leader lease: when it runs on, the process ends itself with `leaderelection lost`.',
    zh: '已来不及续约 leader 租约：继续运行时，进程会以 `leaderelection lost` 自行退出。',
  },
  source: `${ELECTION}; k8s.io/client-go v0.20.2 tools/leaderelection/leaderelection.go:260`,
};

/**
 * What a breakpoint does to a cluster, by component, in the order of time. Numbers are the defaults of the components and of
 * kubeadm's manifests; flags change them (`--leader-elect-renew-deadline`, `--node-monitor-grace-period`, probes of a manifest).
 */
export const PAUSED: Readonly<Record<string, readonly PausedEffect[]>> = {
  'kube-apiserver': [
    {
      after: 0,
      what: {
        en: 'No request to this server is answered and no watch delivers: kubectl, controllers, webhooks and kubelets wait.',
        zh: '发往这个 apiserver 的请求都得不到回答，watch 也不再推送：kubectl、控制器、webhook 和 kubelet 都在等待。',
      },
      source: 'every goroutine of the process is stopped',
    },
    {
      after: 10,
      what: {
        en: 'Leaders that talk to this server give up: kube-controller-manager and kube-scheduler end themselves with `leaderelection lost`.',
        zh: '连到这个 apiserver 的 leader 放弃：kube-controller-manager 和 kube-scheduler 以 `leaderelection lost` 退出。',
      },
      source: `${ELECTION}; k8s.io/client-go v0.20.2 tools/leaderelection/leaderelection.go:260`,
    },
    {
      after: 15,
      what: {
        en: 'Other apiservers, if there are any, take this one out of the endpoints of the service `kubernetes`.',
        zh: '如果还有其他 apiserver，它们会把这一个从 `kubernetes` 服务的端点里移除。',
      },
      source: 'kubernetes pkg/controlplane/instance.go, DefaultEndpointReconcilerTTL',
    },
    {
      after: 40,
      what: {
        en: 'Node leases that go through this server have run out: nodes are called NotReady once a controller manager works again.',
        zh: '经过这个 apiserver 的节点租约已到期：controller-manager 恢复工作后，节点会变成 NotReady。',
      },
      source:
        'kubernetes pkg/kubelet/apis/config/v1beta1/defaults.go (commit 030891da1212); pkg/controller/nodelifecycle/config/v1alpha1/defaults.go (commit 0d173114bee8)',
    },
    {
      after: 45,
      what: {
        en: 'Clients drop their HTTP/2 connections to it: 30 s without a frame, then 15 s without an answer to a ping.',
        zh: '客户端断开与它的 HTTP/2 连接：30 秒没有帧，再 15 秒 ping 没有回应。',
      },
      source: 'k8s.io/apimachinery v0.20.2 and v0.35.0, pkg/util/net/http.go',
    },
    KILLED,
  ],
  'kube-controller-manager': [
    {
      after: 0,
      what: {
        en: 'Nothing is reconciled: no new pods of deployments, no endpoints, no garbage collection, no nodes called NotReady.',
        zh: '不再有任何调谐：deployment 不产生新 pod，端点不更新，不回收垃圾，也不会把节点标为 NotReady。',
      },
      source: 'every goroutine of the process is stopped',
    },
    LEADER_EXITS,
    LEASE_TAKEN,
    KILLED,
  ],
  'kube-scheduler': [
    {
      after: 0,
      what: { en: 'New pods stay Pending.', zh: '新 pod 一直处于 Pending。' },
      source: 'every goroutine of the process is stopped',
    },
    LEADER_EXITS,
    LEASE_TAKEN,
    KILLED,
  ],
  kubelet: [
    {
      after: 0,
      what: {
        en: 'Containers run on, but nothing on this node starts, stops or is probed; `kubectl logs` and `exec` hang.',
        zh: '容器继续运行，但本节点不再启动、停止或探测任何东西；`kubectl logs` 和 `exec` 会卡住。',
      },
      source: 'every goroutine of the process is stopped',
    },
    {
      after: 40,
      what: {
        en: 'The node lease has run out: the node turns NotReady, and its pods leave the endpoints of services.',
        zh: '节点租约到期：节点变为 NotReady，它的 pod 从服务端点中移除。',
      },
      source:
        'kubernetes pkg/kubelet/apis/config/v1beta1/defaults.go (commit 030891da1212); pkg/controller/nodelifecycle/config/v1alpha1/defaults.go (commit 0d173114bee8)',
    },
    {
      after: 340,
      what: {
        en: 'Pods tolerate an unreachable node for 300 s by default: now they are evicted, and start elsewhere.',
        zh: 'pod 默认容忍不可达节点 300 秒：此刻开始被驱逐，并在别处启动。',
      },
      source: 'kubernetes plugin/pkg/admission/defaulttolerationseconds/admission.go (commit 012b085ac870)',
    },
  ],
  'kube-proxy': [
    {
      after: 0,
      what: {
        en: 'The rules in the kernel stay; changes of services and endpoints do not reach this node.',
        zh: '内核里的规则仍在；服务和端点的变化不会同步到本节点。',
      },
      source: 'every goroutine of the process is stopped',
    },
  ],
  etcd: [
    {
      after: 0,
      what: {
        en: 'A single member: every write of the cluster waits. A leader among several: writes wait for a new leader.',
        zh: '单成员：整个集群的写入都在等待。多成员中的 leader：写入等待新 leader。',
      },
      source: 'every goroutine of the process is stopped',
    },
    {
      after: 1,
      what: {
        en: 'Followers that hear nothing for 1 to 2 s elect another leader.',
        zh: 'follower 在 1 到 2 秒内收不到心跳，就会选出新的 leader。',
      },
      source: 'go.etcd.io/etcd v3.5.12 server/embed/config.go:481 (TickMs 100, ElectionMs 1000)',
    },
    {
      after: 10,
      what: {
        en: 'Without another leader, leases cannot be renewed: kube-controller-manager and kube-scheduler end themselves.',
        zh: '若没有其他 leader，租约无法续期：kube-controller-manager 和 kube-scheduler 自行退出。',
      },
      source: ELECTION,
    },
    KILLED,
  ],
};

/**
 * What happens while a program stands at a breakpoint, for how it runs there: `watched` is `true` where the kubelet still
 * probes it (attached to), `false` where it was started by hand under Delve. Empty for a program that is not known.
 */
export const pausedEffects = (program: string, watched: boolean): readonly PausedEffect[] =>
  (Object.hasOwn(PAUSED, program) ? (PAUSED[program] ?? []) : []).filter(
    (effect) => watched || effect.watched !== true,
  );

/** The effects that have come to pass after so many seconds, and the next one. */
export function effectsAfter(
  effects: readonly PausedEffect[],
  seconds: number,
): { readonly passed: number; readonly next: PausedEffect | undefined } {
  const passed = effects.filter(({ after }) => after <= seconds).length;
  return { passed, next: effects[passed] };
}
