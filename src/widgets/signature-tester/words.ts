import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Signature tester', zh: '特征测试器' },
  purpose: {
    en: 'Write the wording of a signature and see at once which lines it takes, where it stops fitting, and what the build would say.',
    zh: '写下特征的写法，立即看到它匹配哪些行、在哪里不再相符、构建会指出什么错误。',
  },
  heads: { en: 'Wordings (heads), one a line', zh: '写法（head），每行一个' },
  tails: { en: 'Endings (tails), one a line, special ones first', zh: '结尾（tail），每行一个，特殊的在前' },
  lines: { en: 'Lines to try it on', zh: '要测试的日志行' },
  holes: {
    en: 'Holes: <int> <hex> <uuid> <ip> <port> <dur> <qty> <q> <path> <url> <pod> <node> <image> <str> <*>, and <**> at the end; <ip:server> captures. A literal < is written \\<.',
    zh: '洞的类型：<int> <hex> <uuid> <ip> <port> <dur> <qty> <q> <path> <url> <pod> <node> <image> <str> <*>，以及只能在末尾的 <**>；<ip:server> 会取值。字面的 < 写作 \\<。',
  },
  try: { en: 'Try the example', zh: '试试示例' },
  clear: { en: 'Clear', zh: '清空' },
  draft: { en: 'Draft from the lines', zh: '根据日志行起草' },
  example: { en: 'Worked example', zh: '示例' },
  failed: { en: 'The tester stopped', zh: '测试中断' },
  empty: { en: 'Write a wording and put in lines to try it on.', zh: '写下一种写法，并放入要测试的行。' },
  noDraft: {
    en: 'Nothing to draft from: expected a line with words of its own.',
    zh: '无法起草：需要有一行带自己的文字。',
  },
  anchor: { en: 'found by', zh: '查找依据' },
  rarity: { en: 'rarity', zh: '稀有度' },
  bits: { en: 'bits', zh: '位' },
  common: { en: 'in many logs', zh: '许多日志里都有' },
  rare: { en: 'rare', zh: '少见' },
  good: { en: 'nothing to mend', zh: '没有要改的' },
  matches: { en: 'matches', zh: '匹配' },
  misses: { en: 'no match', zh: '不匹配' },
  head: { en: 'wording', zh: '写法' },
  tail: { en: 'ending', zh: '结尾' },
  noTail: { en: 'none of the endings', zh: '没有任何结尾相符' },
  known: { en: 'known to', zh: '已属于' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const verdictWords = (matched: number, total: number, language: Language): string =>
  language === 'en'
    ? `${matched} of ${total} ${total === 1 ? 'line' : 'lines'} ${matched === 1 ? 'matches' : 'match'}`
    : `${total} 行中有 ${matched} 行匹配`;

export const problemWords = (count: number, language: Language): string =>
  language === 'en' ? `${count} ${count === 1 ? 'mistake' : 'mistakes'}` : `${count} 处错误`;

export const droppedWords = (count: number, language: Language): string =>
  language === 'en' ? `${count} further lines are only counted.` : `另有 ${count} 行只计数。`;
