import type { Bilingual } from '../../text/index.ts';
import type { ProbeKind } from './probes.ts';

/** What an answer proves about a path and its registration, and what it does not. */
export interface ProbeMeaning {
  readonly codes: string;
  readonly proves: Bilingual;
  readonly provesNot: Bilingual;
  readonly source: string;
}

const CHAIN = 'https://github.com/kubernetes/apiserver/blob/v0.17.3/pkg/server/config.go#L639-L653';
const HANDLERS =
  'https://github.com/kubernetes/apiserver/blob/v0.17.3/pkg/server/healthz/healthz.go#L160-L215';

const NOT_REGISTERED: Bilingual = {
  en: 'Not evidence of registration: this is answered before any path is looked up, for paths that do not exist as well.',
  zh: '不能证明路径已注册：它在查找路径之前就已应答，对不存在的路径也一样。',
};

/**
 * The order in which a request passes the handlers: authentication, limits, authorization, and only then the path
 * (kubernetes/apiserver v0.17.3 `pkg/server/config.go:639-653`, DefaultBuildHandlerChain, innermost first).
 */
export const PROBE_MEANINGS: Readonly<Record<ProbeKind, ProbeMeaning>> = {
  unauthorized: {
    codes: '401',
    proves: { en: 'The server runs, and does not know who asks.', zh: '服务在运行，且不认识请求者。' },
    provesNot: NOT_REGISTERED,
    source: CHAIN,
  },
  forbidden: {
    codes: '403',
    proves: {
      en: 'The server runs, and this user may not read the path.',
      zh: '服务在运行，且这个用户无权读取该路径。',
    },
    provesNot: NOT_REGISTERED,
    source: CHAIN,
  },
  'too-many': {
    codes: '429',
    proves: { en: 'The server runs, and has too many requests.', zh: '服务在运行，且请求过多。' },
    provesNot: NOT_REGISTERED,
    source: CHAIN,
  },
  missing: {
    codes: '404',
    proves: {
      en: 'The request was authorized, and no handler has this path.',
      zh: '请求已通过鉴权，而这个路径没有处理器。',
    },
    provesNot: {
      en: 'Whether a check of this name exists under another path: /healthz, /livez and /readyz have lists of their own.',
      zh: '同名检查是否存在于别的路径下：/healthz、/livez、/readyz 各有自己的列表。',
    },
    source: CHAIN,
  },
  ok: {
    codes: '200',
    proves: {
      en: 'The path is registered, and the check that was registered last passes.',
      zh: '路径已注册，且最后注册的那个检查通过。',
    },
    provesNot: {
      en: 'How often it was registered: an earlier registration is replaced, and its check no longer answers here.',
      zh: '注册过几次：较早的注册会被替换，它的检查不再由这里应答。',
    },
    source: HANDLERS,
  },
  failed: {
    codes: '500',
    proves: {
      en: 'The path is registered, and a check fails: that is a failure of its own.',
      zh: '路径已注册，且有检查失败：这本身就是故障。',
    },
    provesNot: {
      en: 'That a duplicate is to blame: it runs the same check twice, and changes no result.',
      zh: '重复注册是原因：它只是把同一个检查做两遍，不改变结果。',
    },
    source: HANDLERS,
  },
  other: {
    codes: '…',
    proves: { en: 'Something answered at that address.', zh: '那个地址有程序应答。' },
    provesNot: {
      en: 'Not evidence of registration: a proxy or a balancer in between can answer this.',
      zh: '不能证明路径已注册：中间的代理或负载均衡也会这样应答。',
    },
    source: CHAIN,
  },
};

/** A verbose answer has the same list as the log line with -v=5. */
export const VERBOSE_WORDS: Bilingual = {
  en: 'The names in it are the list itself: one that stands in it twice was added twice.',
  zh: '里面的名字就是那份列表：出现两次的，就是被添加了两次。',
};
