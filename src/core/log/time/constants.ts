import type { Bilingual } from '../../text/index.ts';

/** Where a constant is written down. */
export interface ConstantSource {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly file: string;
  /** A tag, or the commit at which the file was read. */
  readonly at: string;
  readonly line?: number;
  /** Named from memory: the file was not read. */
  readonly isGuess?: true;
}

/** A time that a program waits by default, so that a gap of that length tells what it waited for. */
export interface TimeConstant {
  readonly id: string;
  readonly seconds: number;
  readonly name: Bilingual;
  /** One of these stands in a line beside the gap, in any case, if the gap is about this at all. */
  readonly hints: readonly string[];
  readonly source: ConstantSource;
  /** How many seconds a gap may differ from it, either way; {@link toleranceOf} tells it if not given. */
  readonly tolerance?: number;
}

const clientGo = (file: string, line: number): ConstantSource => ({
  repository: 'kubernetes/client-go',
  file,
  at: 'v0.20.2',
  line,
});
const apiserver = (file: string, line: number): ConstantSource => ({
  repository: 'kubernetes/apiserver',
  file,
  at: 'v0.20.2',
  line,
});
const aggregator = (file: string, line: number): ConstantSource => ({
  repository: 'kubernetes/kube-aggregator',
  file,
  at: 'v0.20.2',
  line,
});
const election = (line: number): ConstantSource => ({
  repository: 'kubernetes/component-base',
  file: 'config/v1alpha1/defaults.go',
  at: 'v0.20.2',
  line,
});
const kubernetes = (file: string, at: string): ConstantSource => ({
  repository: 'kubernetes/kubernetes',
  file,
  at,
});
const KUBELET = kubernetes('pkg/kubelet/kubelet.go', '000d95431f9f9ef4bb8298f8b78684eacbb18fa0');
const KUBELET_DEFAULTS = kubernetes(
  'pkg/kubelet/apis/config/v1beta1/defaults.go',
  '030891da1212d8ad441099a56ea89ceab67e97a1',
);
const NODE_LIFECYCLE = kubernetes(
  'pkg/controller/nodelifecycle/config/v1alpha1/defaults.go',
  '0d173114bee8802a342f6c8a2d900282f8f50bd7',
);
const IP_SYSCTL: ConstantSource = {
  repository: 'torvalds/linux',
  file: 'Documentation/networking/ip-sysctl.rst',
  at: '0326074ff4652329f2a1a9c8685104576bd8d131',
};
/** `timeout: 5 * time.Second, attempts: 2`, asked of each name server in turn. */
const GO_RESOLVER: ConstantSource = {
  repository: 'golang/go',
  file: 'src/net/dnsconfig_unix.go',
  at: 'go1.19.8',
  line: 20,
};

const LOOKUP_HINTS = ['lookup', 'no such host', 'dns', 'resolve', 'dial tcp: i/o timeout'];
const BACK_OFF_HINTS = ['back-off', 'backoff', 'crashloop', 'imagepull'];
const LEADER_HINTS = ['leader', 'lease', 'renew'];

/** The kubelet doubles its back-off from 10 s up to 5 min, for restarts of containers as for pulls of images. */
const BACK_OFFS = [10, 20, 40, 80, 160, 300].map((seconds): TimeConstant => ({
  id: `kubelet-back-off-${seconds}`,
  seconds,
  name: {
    en: `kubelet back-off of ${seconds} s before a restart or an image pull`,
    zh: `kubelet 重启容器或拉取镜像前的 ${seconds} 秒退避`,
  },
  hints: BACK_OFF_HINTS,
  source: KUBELET,
  tolerance: Math.max(2, seconds * 0.1),
}));

/**
 * Waits that are well known, and where each is written. To add one: a row with its source read at a tag or commit, or
 * with `isGuess` in it.
 */
export const TIME_CONSTANTS: readonly TimeConstant[] = [
  {
    id: 'client-go-dial',
    seconds: 30,
    name: {
      en: 'client-go dial timeout, name lookup included',
      zh: 'client-go 建立连接（含域名解析）超时',
    },
    hints: ['dial tcp', 'i/o timeout', 'lookup'],
    source: clientGo('transport/cache.go', 93),
  },
  {
    id: 'client-go-tls-handshake',
    seconds: 10,
    name: { en: 'client-go gives up a TLS handshake', zh: 'client-go TLS 握手超时' },
    hints: ['tls handshake'],
    source: clientGo('transport/cache.go', 114),
  },
  {
    id: 'client-go-discovery',
    seconds: 32,
    name: { en: 'client-go gives up discovery', zh: 'client-go 发现 API 超时' },
    hints: ['discover', 'server apis', 'api groups', 'api group list'],
    source: clientGo('discovery/discovery_client.go', 50),
  },
  {
    id: 'leader-lease',
    seconds: 15,
    name: { en: "a leader's lease runs out", zh: '选主租约到期' },
    hints: LEADER_HINTS,
    source: election(38),
  },
  {
    id: 'leader-renew-deadline',
    seconds: 10,
    name: { en: 'a leader gives up renewing its lease', zh: '选主续约截止时间' },
    hints: LEADER_HINTS,
    source: election(41),
  },
  {
    id: 'leader-retry',
    seconds: 2,
    name: { en: 'leader election tries again', zh: '选主重试间隔' },
    hints: LEADER_HINTS,
    source: election(44),
  },
  {
    id: 'aggregator-check-timeout',
    seconds: 5,
    name: {
      en: 'kube-aggregator gives up asking an extension API server',
      zh: 'kube-aggregator 探测扩展 API 服务器超时',
    },
    hints: ['apiservice', 'failing or missing response', 'bad status from', 'available_controller'],
    source: aggregator('pkg/controllers/status/available_controller.go', 266),
  },
  {
    id: 'aggregator-resync',
    seconds: 30,
    name: {
      en: 'kube-aggregator checks every APIService again',
      zh: 'kube-aggregator 重新检查全部 APIService',
    },
    hints: ['apiservice', 'failing or missing response', 'bad status from'],
    source: aggregator('pkg/controllers/status/available_controller.go', 198),
  },
  {
    id: 'aggregator-openapi',
    seconds: 60,
    name: {
      en: 'kube-aggregator downloads an OpenAPI spec again, or gives up doing so',
      zh: 'kube-aggregator 下载 OpenAPI 文档的间隔与超时',
    },
    hints: ['openapi'],
    source: aggregator('pkg/controllers/openapi/controller.go', 33),
  },
  {
    id: 'apiserver-request',
    seconds: 60,
    name: { en: 'kube-apiserver ends a request that takes too long', zh: 'kube-apiserver 请求超时' },
    hints: ['timeout', 'timed out', 'deadline exceeded'],
    source: apiserver('pkg/server/config.go', 317),
  },
  {
    id: 'apiserver-etcd-dial',
    seconds: 20,
    name: { en: 'kube-apiserver gives up dialing etcd', zh: 'kube-apiserver 连接 etcd 超时' },
    hints: ['etcd', ':2379', 'context deadline exceeded'],
    source: apiserver('pkg/storage/storagebackend/factory/etcd3.go', 56),
  },
  {
    id: 'webhook-request',
    seconds: 30,
    name: { en: 'kube-apiserver gives up asking a webhook', zh: 'kube-apiserver 调用 webhook 超时' },
    hints: ['webhook'],
    source: apiserver('pkg/util/webhook/webhook.go', 37),
  },
  {
    id: 'http2-dead-connection',
    seconds: 45,
    name: {
      en: 'an HTTP/2 client drops a dead connection: 30 s of silence, 15 s for the ping',
      zh: 'HTTP/2 客户端断开失效连接：静默 30 秒加 ping 15 秒',
    },
    hints: ['http2', 'connection lost', 'use of closed network connection'],
    source: { repository: 'kubernetes/apimachinery', file: 'pkg/util/net/http.go', at: 'v0.20.2', line: 144 },
  },
  {
    id: 'node-monitor-grace-period',
    seconds: 40,
    name: { en: 'a node that does not report becomes NotReady', zh: '节点未上报状态，被标记为 NotReady' },
    hints: ['notready', 'not ready', 'node status', 'nodecontroller', 'node_lifecycle', 'unresponsive'],
    source: NODE_LIFECYCLE,
    tolerance: 5,
  },
  {
    id: 'pod-eviction',
    seconds: 300,
    name: { en: 'pods are evicted from a node that is gone', zh: '驱逐失联节点上的 Pod' },
    hints: ['evict', 'taint', 'deleting pod', 'notready', 'unreachable'],
    source: NODE_LIFECYCLE,
    tolerance: 5,
  },
  {
    id: 'node-lease-renew',
    seconds: 10,
    name: {
      en: 'the kubelet renews its lease: a quarter of its 40 s',
      zh: 'kubelet 续租间隔：租约 40 秒的四分之一',
    },
    hints: ['lease'],
    source: KUBELET,
  },
  {
    id: 'node-status-update',
    seconds: 10,
    name: { en: 'the kubelet updates the status of its node', zh: 'kubelet 更新节点状态' },
    hints: ['node status', 'update node', 'getting node', 'register'],
    source: KUBELET_DEFAULTS,
  },
  {
    id: 'runtime-request',
    seconds: 120,
    name: { en: 'the kubelet gives up a request to the container runtime', zh: 'kubelet 请求容器运行时超时' },
    hints: ['deadlineexceeded', 'deadline exceeded', 'runtime', 'sandbox'],
    source: KUBELET_DEFAULTS,
  },
  {
    id: 'volume-mount',
    seconds: 123,
    name: { en: 'the kubelet gives up waiting for volumes', zh: 'kubelet 等待卷挂载超时' },
    hints: ['volume', 'mount', 'attach'],
    source: kubernetes(
      'pkg/kubelet/volumemanager/volume_manager.go',
      '0001f7ab39f28b6ccddbd86e70dfe337190b0936',
    ),
  },
  {
    id: 'pleg-relist',
    seconds: 180,
    name: { en: 'the kubelet calls its PLEG unhealthy', zh: 'kubelet 判定 PLEG 不健康' },
    hints: ['pleg'],
    source: KUBELET,
  },
  {
    id: 'image-gc',
    seconds: 300,
    name: { en: 'the kubelet collects unused images', zh: 'kubelet 镜像垃圾回收' },
    hints: ['garbage collect', 'image gc', 'imagegc', 'image_gc'],
    source: KUBELET,
  },
  {
    id: 'eviction-monitor',
    seconds: 10,
    name: { en: 'the eviction manager looks at its signals', zh: '驱逐管理器的检查间隔' },
    hints: ['eviction'],
    source: KUBELET,
  },
  {
    id: 'probe-period',
    seconds: 10,
    name: { en: 'a probe is made again', zh: '探针检查间隔' },
    hints: ['probe'],
    source: kubernetes('pkg/apis/core/v1/defaults.go', '023f88a32c95647b94e47df54948a0af9517dd0c'),
  },
  {
    id: 'termination-grace-period',
    seconds: 30,
    name: { en: 'a container that does not stop is killed', zh: '容器未在宽限期内停止，被强制终止' },
    hints: ['sigterm', 'sigkill', 'terminat', 'stopping container', 'shutting down', 'shutdown'],
    source: { repository: 'kubernetes/api', file: 'core/v1/types.go', at: 'v0.20.2', isGuess: true },
  },
  ...BACK_OFFS,
  {
    id: 'go-dns-query',
    seconds: 5,
    name: { en: "Go's resolver waits for one answer", zh: 'Go 解析器等待一次 DNS 应答' },
    hints: LOOKUP_HINTS,
    source: GO_RESOLVER,
  },
  {
    id: 'go-dns-one-server',
    seconds: 10,
    name: {
      en: "Go's resolver gives up: 2 attempts of 5 s at 1 server",
      zh: 'Go 解析器放弃：1 个服务器 × 2 次 × 5 秒',
    },
    hints: LOOKUP_HINTS,
    source: GO_RESOLVER,
  },
  {
    id: 'go-dns-two-servers',
    seconds: 20,
    name: {
      en: "Go's resolver gives up: 2 attempts of 5 s at 2 servers",
      zh: 'Go 解析器放弃：2 个服务器 × 2 次 × 5 秒',
    },
    hints: LOOKUP_HINTS,
    source: GO_RESOLVER,
  },
  {
    id: 'go-dns-three-servers',
    seconds: 30,
    name: {
      en: "Go's resolver gives up: 2 attempts of 5 s at 3 servers",
      zh: 'Go 解析器放弃：3 个服务器 × 2 次 × 5 秒',
    },
    hints: LOOKUP_HINTS,
    source: GO_RESOLVER,
  },
  {
    id: 'etcd-request',
    seconds: 7,
    name: {
      en: 'etcd gives up a request: 5 s and two elections of 1 s',
      zh: 'etcd 请求超时：5 秒加两次选举各 1 秒',
    },
    hints: ['etcdserver', 'etcd'],
    source: {
      repository: 'etcd-io/etcd',
      file: 'server/config/config.go',
      at: '037de8152658de22e480f05597ddc38839553a3e',
    },
  },
  {
    id: 'tcp-connect',
    seconds: 127,
    name: {
      en: 'Linux gives up a TCP connection attempt (tcp_syn_retries 6)',
      zh: 'Linux 放弃建立 TCP 连接（tcp_syn_retries 6）',
    },
    hints: ['connection timed out', 'connect:', 'etimedout', 'connecttimeout'],
    source: IP_SYSCTL,
  },
  {
    id: 'tcp-retransmit',
    seconds: 924.6,
    name: {
      en: 'Linux gives up an unanswered TCP connection (tcp_retries2 15)',
      zh: 'Linux 放弃无应答的 TCP 连接（tcp_retries2 15）',
    },
    hints: ['connection timed out', 'read tcp', 'write tcp', 'broken pipe'],
    source: IP_SYSCTL,
    tolerance: 60,
  },
  {
    id: 'systemd-stop',
    seconds: 90,
    name: {
      en: 'systemd kills a unit that does not start or stop',
      zh: 'systemd 终止未能按时启动或停止的单元',
    },
    hints: ['stop-sigterm', 'sigkill', 'stopping', 'timed out', 'start operation'],
    source: {
      repository: 'systemd/systemd',
      file: 'meson_options.txt',
      at: '0007cb32c66b2d0f9d33bf2b1d8091da18193c0f',
    },
  },
];

/** A timer fires a little late, and the line in front of a wait was printed a little before it. */
export const toleranceOf = ({ seconds, tolerance }: TimeConstant): number =>
  tolerance ?? Math.max(0.25, seconds * 0.02);
