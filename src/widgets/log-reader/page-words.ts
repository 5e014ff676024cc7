import type { Bilingual, Language } from '../../core/text/index.ts';

/** Words that stand in the page from the start: the script need not carry them. */
const PAGE_WORDS = {
  title: { en: 'Log reader', zh: '日志阅读器' },
  purpose: {
    en: 'Paste or open a log of any mixture of formats: wrappers taken off, severities, gaps in time, errors taken apart, and what was not understood.',
    zh: '粘贴或打开任意格式混合的日志：剥去外层包装，给出级别、时间间隔、拆开的错误，以及未能识别的行。',
  },
  label: {
    en: 'Log: klog, JSON, logfmt, journald, syslog …, also through kubectl, compose, CRI or chat',
    zh: '日志：klog、JSON、logfmt、journald、syslog 等，经 kubectl、compose、CRI 或聊天工具转过也可以',
  },
  example: { en: 'Worked example', zh: '示例' },
  time: { en: 'Time', zh: '时间' },
  severity: { en: 'Severity', zh: '级别' },
  message: { en: 'Message', zh: '消息' },
  line: { en: 'Line', zh: '行' },
} as const satisfies Record<string, Bilingual>;

export const sayOnPage = (name: keyof typeof PAGE_WORDS, language: Language): string =>
  PAGE_WORDS[name][language];
