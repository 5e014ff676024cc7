import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Paste what is in the clipboard', zh: '粘贴剪贴板里的内容' },
  label: {
    en: 'A log, a Go stack, a command line, kubectl output',
    zh: '日志、Go 调用栈、命令行、kubectl 输出',
  },
  hint: {
    en: 'Enter opens the best match, Shift+Enter adds a line. Drop a file anywhere.',
    zh: '按 Enter 打开最佳匹配，Shift+Enter 换行。文件可拖放到任意位置。',
  },
  stays: { en: 'Stays in this tab', zh: '只留在本标签页' },
  clear: { en: 'Clear', zh: '清空' },
  cancel: { en: 'Cancel', zh: '取消' },
  file: { en: 'Open a file', zh: '打开文件' },
  try: { en: 'Try a sample', zh: '试试样例' },
  reading: { en: 'Reading', zh: '读取中' },
  bestMatch: { en: 'Best match', zh: '最佳匹配' },
  otherMatches: { en: 'Others', zh: '其他' },
  firstStep: { en: 'First step', zh: '第一步' },
  openStep: { en: 'Open step', zh: '打开步骤' },
  open: { en: 'Open', zh: '打开' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  fillFirst: { en: 'fill in on the page', zh: '到页面里填写' },
  danger: { en: 'danger', zh: '危险' },
  ambiguous: { en: 'ambiguous: the paste does not decide between these', zh: '有歧义：粘贴的内容无法分辨' },
  similar: { en: 'similar, not exact', zh: '相似，并不完全相同' },
  nearest: { en: 'Nearest, but not near enough:', zh: '最接近、但还不够接近的：' },
  lines: { en: 'Lines', zh: '行' },
  detected: { en: 'Read as', zh: '识别为' },
  explained: { en: 'Explained away', zh: '可以排除' },
  unless: { en: 'Not harmless if:', zh: '以下情况并非无害：' },
  notKnown: { en: 'Not known', zh: '未知' },
  notKnownYet: { en: 'Nothing known so far', zh: '目前尚无已知内容' },
  readStack: { en: 'Read the stack', zh: '阅读调用栈' },
  readLog: { en: 'Read it as a log', zh: '按日志阅读' },
  browse: { en: 'All runbooks', zh: '全部手册' },
  search: { en: 'Search', zh: '搜索' },
  nothing: {
    en: 'The paste is empty: expected at least one line of text.',
    zh: '粘贴的内容是空的：至少需要一行文本。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  kept: { en: 'Your input is kept.', zh: '你的输入仍然保留。' },
  packMissing: { en: 'The signatures could not be loaded', zh: '特征库加载失败' },
  showMore: { en: 'Show more lines', zh: '显示更多行' },
  versions: { en: 'The source lines fit Kubernetes', zh: '源码行号符合 Kubernetes' },
  versionsNone: {
    en: 'The source lines contradict each other: lines of several versions in one paste',
    zh: '源码行号互相矛盾：粘贴内容里混有多个版本的日志',
  },
  because: { en: 'because', zh: '依据' },
  fits: { en: 'Your paste fits this runbook.', zh: '你粘贴的内容与本手册相符。' },
  fitsNot: { en: 'Your paste does not fit this runbook.', zh: '你粘贴的内容与本手册不符。' },
  fitsOther: { en: 'It fits another one better.', zh: '它与另一本手册更相符。' },
  goToStep: { en: 'Go to', zh: '前往' },
  tooLarge: {
    en: 'The paste is too large to go along to the page; it stays here.',
    zh: '粘贴内容太大，不能带到下一页，它仍留在这里。',
  },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

/** Sentences with numbers in them. */
export const SENTENCES = {
  counts: (language: Language, total: number, parts: string): string =>
    language === 'en' ? `${total} ${total === 1 ? 'line' : 'lines'}: ${parts}` : `共 ${total} 行：${parts}`,
  checked: (language: Language, signatures: number, runbooks: number, isReading: boolean): string =>
    language === 'en'
      ? `None of the ${signatures} signatures of ${runbooks} runbooks is in ${isReading ? 'what has been read' : 'it'}. Every line is judged below.`
      : `${isReading ? '已读部分中，' : ''}${runbooks} 本手册的 ${signatures} 个特征都没有出现。每一行的判定见下。`,
  nearest: (language: Language, line: number, percent: number): string =>
    language === 'en'
      ? `${percent} % of its words are on line ${line}`
      : `它 ${percent} % 的词出现在第 ${line} 行`,
  follows: (language: Language, cause: string): string =>
    language === 'en' ? `follows from ${cause}` : `${cause} 的后果`,
  requests: (language: Language, count: number): string =>
    language === 'en'
      ? `${count} ${count === 1 ? 'request' : 'requests'} sent since you pasted`
      : `粘贴之后发出 ${count} 个请求`,
  onLines: (language: Language, lines: readonly number[]): string => {
    const shown = lines.slice(0, 3).join(', ');
    const more = lines.length > 3 ? ' …' : '';
    return language === 'en'
      ? `${lines.length === 1 ? 'line' : 'lines'} ${shown}${more}`
      : `第 ${shown}${more} 行`;
  },
  continues: (language: Language, count: number): string =>
    language === 'en' ? `${count} more lines of this record` : `这条记录的另外 ${count} 行`,
  onlyCounted: (language: Language, kept: number, total: number): string =>
    language === 'en'
      ? `${kept} of ${total} lines are kept here: the first, and behind them those that say something. The others are only counted.`
      : `这里保留了 ${total} 行中的 ${kept} 行：开头的行，以及之后有意义的行。其余只计数。`,
  foundSoFar: (language: Language, percent: number): string =>
    language === 'en' ? `${percent} % read` : `已读 ${percent} %`,
  stopped: (language: Language, percent: number): string =>
    language === 'en'
      ? `Stopped at ${percent} %. What was found until there stays below.`
      : `已在 ${percent} % 处停止，下面保留此前的结果。`,
};
