import type { Bilingual } from '../../text/index.ts';
import type { ApiService, Availability } from './api-service.ts';

/** Every reason that the aggregator gives, in the order of its checks. */
export const AVAILABILITY_REASONS = [
  'ServiceNotFound',
  'ServiceAccessError',
  'ServicePortError',
  'EndpointsNotFound',
  'EndpointsAccessError',
  'MissingEndpoints',
  'FailedDiscoveryCheck',
  'Local',
  'Passed',
] as const;

export type AvailabilityReason = (typeof AVAILABILITY_REASONS)[number];

export interface ReasonFacts {
  /** The status that goes with it. */
  readonly status: Availability;
  /** The first release of Kubernetes that gives it, as far as SERVICE and AVAILABLE are printed at all (1.12). */
  readonly since: string;
  /** Where it is given: lines of `pkg/controllers/status/available_controller.go` v0.17.3, and of the file of v0.34.0. */
  readonly lines: readonly [old: number, recent: number];
  readonly means: Bilingual;
  /** What to do first. */
  readonly first: Bilingual;
}

const OLD = 'pkg/controllers/status/available_controller.go';
const RECENT = 'pkg/controllers/status/remote/remote_available_controller.go';
const HELPERS = 'pkg/apis/apiregistration/v1/helper/helpers.go';

/** What each reason means. `Local` and `Passed` go with True, where the table hides them. */
export const REASONS: Readonly<Record<AvailabilityReason, ReasonFacts>> = {
  ServiceNotFound: {
    status: 'False',
    since: '1.9',
    lines: [190, 214],
    means: {
      en: 'There is no such Service. It is mostly the leftover of an add-on that was removed.',
      zh: '没有这个 Service。多半是附加组件被删除后留下的残留。',
    },
    first: {
      en: 'Ask whether the add-on is still wanted: install it again, or save and delete the APIService.',
      zh: '先问清这个附加组件还要不要：要就重新安装，不要就备份后删除 APIService。',
    },
  },
  ServiceAccessError: {
    status: 'Unknown',
    since: '1.9',
    lines: [197, 221],
    means: {
      en: 'The aggregator could not read the Service from its own cache. That is kube-apiserver’s trouble, not the add-on’s.',
      zh: '聚合器无法从自己的缓存读取 Service。这是 kube-apiserver 的问题，不是附加组件的问题。',
    },
    first: {
      en: 'Read the log of kube-apiserver; change nothing about the add-on.',
      zh: '看 kube-apiserver 的日志；不要动附加组件。',
    },
  },
  ServicePortError: {
    status: 'False',
    since: '1.11',
    lines: [218, 242],
    means: {
      en: 'The Service exists, but the port that the APIService names is none of its ports.',
      zh: 'Service 存在，但 APIService 指定的端口不在它的端口列表里。',
    },
    first: {
      en: 'Compare the two ports, and set right the one that was changed last.',
      zh: '比较两处端口，改正最近改错的那一处。',
    },
  },
  EndpointsNotFound: {
    status: 'False',
    since: '1.9',
    lines: [228, 259],
    means: {
      en: 'The Service has no endpoints object at all: it has no selector, or is seconds old.',
      zh: '这个 Service 连 endpoints 对象都没有：它没有 selector，或者才创建几秒。',
    },
    first: {
      en: 'Look at the Service’s selector. If it is seconds old, look again in a minute.',
      zh: '看 Service 的 selector。如果才创建几秒，一分钟后再看。',
    },
  },
  EndpointsAccessError: {
    status: 'Unknown',
    since: '1.9',
    lines: [235, 252],
    means: {
      en: 'The aggregator could not read the endpoints from its own cache. That is kube-apiserver’s trouble, not the add-on’s.',
      zh: '聚合器无法从自己的缓存读取 endpoints。这是 kube-apiserver 的问题，不是附加组件的问题。',
    },
    first: {
      en: 'Read the log of kube-apiserver; change nothing about the add-on.',
      zh: '看 kube-apiserver 的日志；不要动附加组件。',
    },
  },
  MissingEndpoints: {
    status: 'False',
    since: '1.9',
    lines: [256, 287],
    means: {
      en: 'The Service exists, but no ready pod stands behind the port. The pods are the trouble.',
      zh: 'Service 存在，但端口后面没有就绪的 Pod。问题在 Pod。',
    },
    first: {
      en: 'Find the pods that are not ready, and read their log.',
      zh: '找出没有就绪的 Pod，看它们的日志。',
    },
  },
  FailedDiscoveryCheck: {
    status: 'False',
    since: '1.9',
    lines: [329, 365],
    means: {
      en: 'Service and pods are fine on paper, but each of five requests of the apiserver to the backend failed. The message says how.',
      zh: 'Service 和 Pod 表面上都正常，但 apiserver 向后端发出的五个请求全部失败。message 里写着怎样失败。',
    },
    first: {
      en: 'Read the message: it tells a network that is cut from a status such as 404, and from TLS.',
      zh: '看 message：它能区分网络不通、404 之类的状态码和 TLS 问题。',
    },
  },
  Local: {
    status: 'True',
    since: '1.9',
    lines: [101, 101],
    means: { en: 'kube-apiserver serves this API itself.', zh: '这个 API 由 kube-apiserver 自己提供。' },
    first: { en: 'Nothing. Never delete it by hand.', zh: '什么都不用做。不要手工删除。' },
  },
  Passed: {
    status: 'True',
    since: '1.9',
    lines: [342, 378],
    means: { en: 'All checks passed.', zh: '所有检查都通过。' },
    first: { en: 'Nothing.', zh: '什么都不用做。' },
  },
};

export const isKnownReason = (reason: string): reason is AvailabilityReason => Object.hasOwn(REASONS, reason);

/** Where the source gives a reason, as of the version that is asked for. */
export function reasonSource(reason: AvailabilityReason, version: 'v0.17.3' | 'v0.34.0'): string {
  const recent = version === 'v0.34.0';
  const file = reason === 'Local' ? HELPERS : recent ? RECENT : OLD;
  return `https://github.com/kubernetes/kube-aggregator/blob/${version}/${file}#L${REASONS[reason].lines[recent ? 1 : 0]}`;
}

const UNKNOWN: Bilingual = {
  en: 'Not a reason that kube-aggregator 0.17 to 0.36 gives. It is shown as it stands; the message, with -o yaml, says more.',
  zh: '不是 kube-aggregator 0.17 到 0.36 会给出的原因，照原样显示；用 -o yaml 看 message 会说得更多。',
};

const NOT_LOOKED: Bilingual = {
  en: 'No condition yet: the aggregator has not looked at it, or is not running.',
  zh: '还没有状况（condition）：聚合器尚未检查，或者没有运行。',
};

const LOCAL_DOWN: Bilingual = {
  en: 'kube-apiserver serves this API itself, and yet it is not available: kube-apiserver is in trouble.',
  zh: '这个 API 由 kube-apiserver 自己提供却不可用：kube-apiserver 出了问题。',
};

/** What the reason of an API that is not available means, in a sentence. */
export function reasonMeans({ local, reason }: ApiService): Bilingual {
  if (local) return LOCAL_DOWN;
  if (reason === undefined) return NOT_LOOKED;
  return isKnownReason(reason) ? REASONS[reason].means : UNKNOWN;
}

/** What to do first about an API that is not available. */
export const reasonFirst = ({ reason }: ApiService): Bilingual | undefined =>
  reason !== undefined && isKnownReason(reason) ? REASONS[reason].first : undefined;
