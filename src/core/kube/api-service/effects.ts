import type { Bilingual } from '../../text/index.ts';

/** Something that does not work while an API is not available. */
export interface Effect {
  readonly id: EffectId;
  readonly words: Bilingual;
  /** Where the source shows it. */
  readonly source: string;
}

export const EFFECT_IDS = [
  'requests',
  'discovery',
  'namespace-deletion',
  'garbage-collection',
  'quota',
  'openapi',
  'hpa-resource',
  'top',
  'hpa-custom',
  'hpa-external',
] as const;

export type EffectId = (typeof EFFECT_IDS)[number];

const K8S = 'https://github.com/kubernetes/kubernetes/blob/v1.20.2/pkg/controller';

/** What any API that is not available breaks, and what those break that a part of Kubernetes asks for by name. */
const EFFECTS: Readonly<Record<EffectId, Omit<Effect, 'id'>>> = {
  requests: {
    words: {
      en: 'Every request to this API is answered 503 `service unavailable`.',
      zh: '对这个 API 的每个请求都返回 503 `service unavailable`。',
    },
    source:
      'https://github.com/kubernetes/kube-aggregator/blob/v0.34.0/pkg/apiserver/handler_proxy.go#L123-L126',
  },
  discovery: {
    words: {
      en: 'Discovery: whoever lists all APIs gets an incomplete list and an error; some clients, such as Helm charts that look at what is installed, end with it. Against a server with aggregated discovery (1.26 and up) `kubectl api-resources` leaves the group out and says nothing.',
      zh: '服务发现：列出全部 API 的客户端只得到不完整的列表和一个错误，有些客户端（例如要查看已安装内容的 Helm chart）就此退出。对支持聚合发现的服务端（1.26 及以后），`kubectl api-resources` 会不声不响地略去这个组。',
    },
    source: 'https://github.com/kubernetes/client-go/blob/v0.17.3/discovery/discovery_client.go#L230-L238',
  },
  'namespace-deletion': {
    words: {
      en: 'Namespaces stay in `Terminating`, every one that is deleted, with the condition NamespaceDeletionDiscoveryFailure. When the API is back or gone, give them minutes: the controller waits longer after each failure.',
      zh: '被删除的 namespace（每一个）都停在 `Terminating`，状况为 NamespaceDeletionDiscoveryFailure。API 恢复或删除之后还要等几分钟：控制器每失败一次就等得更久。',
    },
    source: `${K8S}/namespace/deletion/namespaced_resources_deleter.go#L161`,
  },
  'garbage-collection': {
    words: {
      en: 'The garbage collector goes on without this group: its objects are not collected meanwhile.',
      zh: '垃圾回收器跳过这个组继续工作：在此期间，该组的对象不会被回收。',
    },
    source: `${K8S}/garbagecollector/garbagecollector.go#L703`,
  },
  quota: {
    words: {
      en: 'The quota controller cannot list this group: it logs `failed to discover resources`.',
      zh: '配额控制器无法列出这个组：它记录 `failed to discover resources`。',
    },
    source: `${K8S}/resourcequota/resource_quota_controller.go#L509`,
  },
  openapi: {
    words: {
      en: 'kube-apiserver’s schema lacks the API, and its log repeats `loading OpenAPI spec for … failed with … 503`. That ends nothing.',
      zh: 'kube-apiserver 的 schema 里缺少这个 API，日志反复出现 `loading OpenAPI spec for … failed with … 503`。它不会让任何东西退出。',
    },
    source:
      'https://github.com/kubernetes/kube-aggregator/blob/v0.17.3/pkg/controllers/openapi/controller.go#L110-L128',
  },
  'hpa-resource': {
    words: {
      en: 'HPAs on CPU or memory stop scaling: they keep the replicas that there are.',
      zh: '按 CPU 或内存伸缩的 HPA 停止伸缩，副本数保持不变。',
    },
    source: `${K8S}/podautoscaler/replica_calculator.go#L67`,
  },
  top: {
    words: { en: '`kubectl top` fails.', zh: '`kubectl top` 失败。' },
    source: 'https://github.com/kubernetes/kubectl/blob/v0.20.2/pkg/cmd/top/top_pod.go',
  },
  'hpa-custom': {
    words: {
      en: 'HPAs on metrics of pods and objects (types Pods and Object) stop scaling.',
      zh: '按 Pod 或对象指标（类型 Pods、Object）伸缩的 HPA 停止伸缩。',
    },
    source: `${K8S}/podautoscaler/metrics/rest_metrics_client.go`,
  },
  'hpa-external': {
    words: {
      en: 'HPAs on external metrics (type External), those that KEDA makes among them, stop scaling.',
      zh: '按外部指标（类型 External）伸缩的 HPA 停止伸缩，包括 KEDA 创建的那些。',
    },
    source: `${K8S}/podautoscaler/metrics/rest_metrics_client.go`,
  },
};

const GENERAL: readonly EffectId[] = [
  'requests',
  'discovery',
  'namespace-deletion',
  'garbage-collection',
  'quota',
  'openapi',
];

/** Groups that parts of Kubernetes itself ask for. */
const OF_GROUP: Readonly<Record<string, readonly EffectId[]>> = {
  'metrics.k8s.io': ['hpa-resource', 'top'],
  'custom.metrics.k8s.io': ['hpa-custom'],
  'external.metrics.k8s.io': ['hpa-external'],
};

const toEffect = (id: EffectId): Effect => ({ id, ...EFFECTS[id] });

/** What breaks whichever API is not available. */
export const generalEffects = (): Effect[] => GENERAL.map(toEffect);

/** What breaks beside that, since a part of Kubernetes asks for this very group. Empty: only its own users know. */
export const groupEffects = (group: string): Effect[] =>
  (Object.hasOwn(OF_GROUP, group) ? (OF_GROUP[group] ?? []) : []).map(toEffect);
