import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  why: { en: 'why', zh: '原因' },
  first: { en: 'first', zh: '先做' },
  danger: { en: 'danger', zh: '危险' },
  also: { en: 'also', zh: '另有' },
  ambiguous: { en: 'ambiguous: another runbook fits as well', zh: '不能断定：另一份手册同样符合' },
  unknown: { en: 'not known: no signature is in it', zh: '未知：没有任何特征出现在其中' },
  near: { en: 'nearest, but not near enough', zh: '最接近、但还不够接近' },
  similar: { en: 'similar, not exact', zh: '相似，并不完全相同' },
  fits: { en: 'fits', zh: '符合' },
  contradicts: {
    en: 'no release: the source lines contradict each other',
    zh: '没有任何版本：源码行号互相矛盾',
  },
  read: { en: 'read', zh: '读入' },
  line: { en: 'line', zh: '行' },
  binary: { en: 'skipped: not a text', zh: '跳过：不是文本' },
  compressed: { en: 'skipped: compressed, unpack it first', zh: '跳过：是压缩文件，请先解压' },
  unreadable: { en: 'skipped: may not be read', zh: '跳过：没有读取权限' },
  explained: { en: 'because', zh: '依据' },
  wording: { en: 'wording', zh: '写法' },
  ends: { en: 'ends in', zh: '结尾' },
  ignored: { en: 'ignored', zh: '忽略' },
  tie: { en: 'tie', zh: '同分' },
  nearest: { en: 'nearest', zh: '最接近' },
  follows: { en: 'follows from', zh: '由此引起：' },
  noise: { en: 'noise', zh: '噪声' },
  unless: { en: 'not harmless if', zh: '以下情况并非无害：' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  open: { en: 'open', zh: '未知' },
  more: { en: 'more lines like these are not listed; --json has all', zh: '行同类内容未列出；--json 有全部' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

/** How many lines were read. */
export const linesRead = (count: number, language: Language): string =>
  language === 'en' ? `${count} ${count === 1 ? 'line' : 'lines'}` : `${count} 行`;

/** Where a value stands. */
export const lineWords = (line: number, language: Language): string =>
  language === 'en' ? `line ${line}` : `第 ${line} 行`;

/** Where several stand; the first of many. */
export const linesWords = (lines: readonly number[], language: Language): string => {
  const shown = `${lines.slice(0, MAX_SHOWN).join(', ')}${lines.length > MAX_SHOWN ? ', …' : ''}`;
  return language === 'en' ? `${lines.length === 1 ? 'line' : 'lines'} ${shown}` : `第 ${shown} 行`;
};

const MAX_SHOWN = 5;
/** How much of a wording is where. */
export const shareWords = (line: number, share: number, language: Language): string => {
  const percent = Math.round(share * 100);
  return language === 'en'
    ? `line ${line}, ${percent} % of the wording`
    : `第 ${line} 行，写法的 ${percent} %`;
};
