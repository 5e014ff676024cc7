import type { Bilingual, Language } from '../../core/text/index.ts';
import type { ResolverReport } from './job.ts';

export const USE_FILES: Bilingual = { en: 'Use the files of your paste', zh: '使用粘贴内容里的文件' };

const WORDS = {
  failed: { en: 'The simulation stopped', zh: '模拟中断' },
  order: { en: 'Order:', zh: '顺序：' },
  stop: { en: '.', zh: '。' },
  timeline: { en: 'Timeline', zh: '时间线' },
  clock: { en: 'Clock', zh: '时钟' },
  server: { en: 'Server', zh: '服务器' },
  query: { en: 'Query', zh: '查询' },
  outcome: { en: 'Outcome', zh: '结果' },
  problems: { en: 'Lines that do not say what they should', zh: '有问题的行' },
  copyMarkdown: { en: 'Copy as Markdown', zh: '复制为 Markdown' },
  copyJson: { en: 'Copy as JSON', zh: '复制为 JSON' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const SENTENCES = {
  /** `4 names × 2 attempts × 1 nameserver, 5 s each at most.` */
  sum: (language: Language, { names, attempts, servers, timeout }: ResolverReport['sum']): string =>
    language === 'en'
      ? `${many(names, 'name')} × ${many(attempts, 'attempt')} × ${many(servers, 'nameserver')}, ${timeout} s each at most.`
      : `${names} 个名字 × ${attempts} 次 × ${servers} 个 nameserver，每次最多 ${timeout} 秒。`,
  left: (language: Language, count: number): string =>
    language === 'en' ? `… and ${count} more rows` : `……还有 ${count} 行`,
  limit: (language: Language, seconds: number): string =>
    language === 'en' ? `: the line marks the limit of ${seconds} s` : `：竖线为 ${seconds} 秒时限`,
  hosts: (language: Language, { has, reached }: NonNullable<ResolverReport['hosts']>): string => {
    if (!reached) return language === 'en' ? 'not reached within the limit' : '时限内没有轮到它';
    if (language === 'en') return has ? 'has the name' : 'does not have the name';
    return has ? '有这个名字' : '没有这个名字';
  },
} as const;

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
