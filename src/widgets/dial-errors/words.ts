import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Dial errors and waits', zh: '连接错误与等待' },
  purpose: {
    en: 'How failed connections end (dial tcp …), what each ending proves, where to go on; and how long the log was silent in front of it.',
    zh: '失败的连接如何结尾（dial tcp ……），各种结尾证明什么、下一步去哪；以及日志在此之前沉默了多久。',
  },
  label: { en: 'Lines of a log, or one error', zh: '日志行，或单个错误' },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  nothing: {
    en: 'No failed connection found: expected lines with `dial tcp`, `lookup`, or `Get "https://…"` and an error behind it.',
    zh: '没有找到失败的连接：需要含 `dial tcp`、`lookup`，或 `Get "https://…"` 及其后错误的行。',
  },
  waits: { en: 'Waits', zh: '等待' },
  noWait: {
    en: 'No wait is long, or as long as a known limit.',
    zh: '没有明显的等待，也没有与已知时限等长的间隔。',
  },
  noTime: { en: 'No line has a time, so no wait can be told.', zh: '没有带时间的行，无法判断等待。' },
  escalate: {
    en: 'not of the name: ask the owners of the node, the network, or etcd',
    zh: '与名字无关：找节点、网络或 etcd 的负责人',
  },
  goOn: { en: 'go on with', zh: '下一步' },
  example: { en: 'Worked example', zh: '示例' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const leftWords = (count: number, language: Language): string =>
  language === 'en' ? `… and ${count} more lines with others` : `……另有 ${count} 行含其他结尾`;
