import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Health-check reader', zh: '健康检查阅读器' },
  purpose: {
    en: 'Paste the log of a start, or the answer of a health endpoint: whether a check was added twice, which registration the log prints, and what a status code proves.',
    zh: '粘贴启动日志，或健康检查端点的应答：检查是否被添加了两次、日志打印的是哪一次注册，以及状态码能证明什么。',
  },
  accepts: {
    en: 'Lines of healthz.go and pathrecorder.go with their stacks, curl -i, a Status as JSON, /readyz?verbose. Nothing leaves this tab.',
    zh: 'healthz.go 和 pathrecorder.go 的日志行及调用栈、curl -i 的输出、JSON 形式的 Status、/readyz?verbose。内容不会离开此标签页。',
  },
  label: { en: 'Log, or answer of a health endpoint', zh: '日志，或健康检查端点的应答' },
  example: { en: 'Worked example', zh: '示例' },
  nothing: {
    en: 'Nothing about health checks found: expected `Installing health checkers for (/healthz): …`, `registered "/healthz/etcd" from …`, or an answer such as `HTTP/1.1 403 Forbidden`. The text is kept.',
    zh: '没有找到与健康检查有关的内容：需要 `Installing health checkers for (/healthz): …`、`registered "/healthz/etcd" from …`，或 `HTTP/1.1 403 Forbidden` 之类的应答。文本仍保留。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  lists: { en: 'Lists of checks', zh: '检查列表' },
  rule: {
    en: 'A name that stands k times in a list gives k − 1 errors for its path.',
    zh: '一个名字在列表里出现 k 次，它的路径就有 k − 1 行报错。',
  },
  path: { en: 'path', zh: '路径' },
  times: { en: 'in the list', zh: '列表中次数' },
  expected: { en: 'errors by the rule', zh: '按规则应有的报错' },
  found: { en: 'errors found', zh: '实际的报错' },
  probes: { en: 'What the answers prove', zh: '应答能证明什么' },
  status: { en: 'status', zh: '状态码' },
  proves: { en: 'proves', zh: '能证明' },
  provesNot: { en: 'does not prove', zh: '不能证明' },
  source: { en: 'source', zh: '源码' },
  builder: {
    en: 'The frames name apiserver-builder-alpha',
    zh: '栈帧里的 apiserver-builder-alpha 版本是',
  },
  builderFixed: { en: '1.18.0 adds the check once.', zh: '1.18.0 只添加一次。' },
  table: { en: 'What a status code proves about a path', zh: '状态码能证明路径的什么' },
  line: { en: 'line', zh: '行' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const restWords = (language: Language, count: number): string =>
  language === 'en'
    ? `${count} other ${count === 1 ? 'line' : 'lines'}, about something else`
    : `另有 ${count} 行与此无关`;

/** The verdict where the paste has answers alone. */
export function probeSentence(
  language: Language,
  probes: readonly {
    readonly code: string;
    readonly path: string;
    readonly provesNot: string;
    readonly proves: string;
  }[],
): string {
  const [first] = probes;
  if (!first) return '';
  const noEvidence = ['401', '403', '429'].includes(first.code);
  return `${first.code}${first.path ? ` ${first.path}` : ''}${language === 'en' ? ': ' : '：'}${noEvidence ? first.provesNot : first.proves}`;
}
