import type { Bilingual, Language } from '../../core/text/index.ts';
import type { HitKind } from './engine.ts';

const WORDS = {
  label: { en: 'Search runbooks, steps, error text', zh: '搜索手册、步骤、错误文本' },
  placeholder: { en: 'an error line, an id, or words', zh: '一行报错、编号，或几个词' },
  close: { en: 'Close', zh: '关闭' },
  nothing: {
    en: 'Nothing found. Paste the whole log into the console: it reads more than one line.',
    zh: '没有找到。把整段日志粘贴到控制台：它不只看一行。',
  },
  weak: { en: 'Few words of this are in any page. The nearest:', zh: '页面里几乎没有这些词。最接近的是：' },
  failed: { en: 'Search could not start', zh: '搜索无法启动' },
  console: { en: 'Open the console', zh: '打开控制台' },
  loading: { en: 'Searching …', zh: '搜索中……' },
  keys: { en: '↑ ↓ choose · Enter opens · Esc closes', zh: '↑ ↓ 选择 · Enter 打开 · Esc 关闭' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const KIND_WORDS: Readonly<Record<HitKind, Bilingual>> = {
  signature: { en: 'log line', zh: '日志行' },
  runbook: { en: 'runbook', zh: '手册' },
  step: { en: 'step', zh: '步骤' },
  noise: { en: 'noise', zh: '噪声' },
  postmortem: { en: 'postmortem', zh: '复盘' },
};

export const countWords = (count: number, language: Language): string =>
  language === 'en' ? `${count} ${count === 1 ? 'hit' : 'hits'}` : `${count} 条结果`;
