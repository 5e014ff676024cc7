import type { RecordKind, Severity } from '../../core/log/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  reading: { en: 'Reading', zh: '读取中' },
  cancel: { en: 'Cancel', zh: '取消' },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  blank: {
    en: 'There is nothing to read: expected at least one line of text.',
    zh: '没有可读的内容：至少需要一行文本。',
  },
  cancelled: {
    en: 'Cancelled before anything was read. The input is kept.',
    zh: '尚未读到内容就已取消，输入仍保留。',
  },
  nextError: { en: 'Next error', zh: '下一错误' },
  errorBefore: { en: 'Error before', zh: '上一错误' },
  kept: { en: 'Your input is kept.', zh: '你的输入仍然保留。' },
  nothing: {
    en: 'No line is of a log format that is known here; all of them are listed as they are.',
    zh: '没有一行属于已知的日志格式，下面按原样列出。',
  },
  formats: { en: 'Formats', zh: '格式' },
  wrappers: { en: 'Around the lines', zh: '外层包装' },
  least: { en: 'At least', zh: '最低级别' },
  source: { en: 'Source', zh: '来源' },
  all: { en: 'all', zh: '全部' },
  onlyUnread: { en: 'show only these', zh: '只看这些' },
  notOnlyUnread: { en: 'show all lines', zh: '显示全部行' },
  earlier: { en: 'Earlier lines', zh: '前面的行' },
  later: { en: 'Later lines', zh: '后面的行' },
  copyText: { en: 'Copy as text', zh: '复制为文本' },
  copyJson: { en: 'Copy as JSON', zh: '复制为 JSON' },
  copyMarkdown: { en: 'Copy as Markdown', zh: '复制为 Markdown' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  errors: { en: 'Errors, outermost first', zh: '错误，从最外层开始' },
  innermost: { en: 'innermost', zh: '最里层' },
  fields: { en: 'Fields', zh: '字段' },
  places: {
    en: 'Lines of the source that log from this place (a fork may have others)',
    zh: '从该位置输出日志的源代码行（分支版本可能不同）',
  },
  layers: { en: 'Taken off', zh: '剥去的外层' },
  rhythms: { en: 'What comes back in a rhythm', zh: '按固定间隔重复出现的内容' },
  templates: { en: 'What they look like', zh: '它们的样子' },
  noneListed: { en: 'No line fits the filter.', zh: '没有符合筛选条件的行。' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  fatal: { en: 'fatal', zh: '致命' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '信息' },
  debug: { en: 'debug', zh: '调试' },
  trace: { en: 'trace', zh: '跟踪' },
};

/** Of a record without a severity. */
export const KIND_WORDS: Readonly<Record<RecordKind, Bilingual>> = {
  header: { en: '–', zh: '–' },
  claimed: { en: 'stack', zh: '调用栈' },
  wrapper: { en: '–', zh: '–' },
  gap: { en: 'left out', zh: '略去' },
  blank: { en: '–', zh: '–' },
  unknown: { en: 'not understood', zh: '未识别' },
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Sentences with numbers in them. */
export const SENTENCES = {
  verdict: (language: Language, lines: number, records: number, severities: string): string =>
    language === 'en'
      ? `${plural(lines, 'line', 'lines')}, ${plural(records, 'record', 'records')}${severities && `: ${severities}`}`
      : `${lines} 行，${records} 条记录${severities && `：${severities}`}`,
  unread: (language: Language, count: number): string =>
    language === 'en' ? `${plural(count, 'line', 'lines')} not understood` : `${count} 行未能识别`,
  read: (language: Language, percent: number): string =>
    language === 'en' ? `${percent} % read` : `已读 ${percent} %`,
  stopped: (language: Language, percent: number): string =>
    language === 'en'
      ? `Stopped at ${percent} %. What was read until there stays below.`
      : `已在 ${percent} % 处停止，下面保留此前的结果。`,
  errorAt: (language: Language, at: number, of: number): string =>
    language === 'en'
      ? at === 0
        ? `${plural(of, 'error', 'errors')} listed`
        : `error ${at} of ${of}`
      : at === 0
        ? `列出 ${of} 条错误`
        : `错误 ${at}/${of}`,
  window: (language: Language, from: number, to: number, of: number): string =>
    language === 'en' ? `${from} to ${to} of ${of}` : `第 ${from} 到 ${to} 条，共 ${of} 条`,
  dropped: (language: Language, count: number): string =>
    language === 'en'
      ? `${plural(count, 'further record is', 'further records are')} only counted: the first are listed, and behind them warnings and worse.`
      : `另有 ${count} 条记录只计数：列出的是开头的记录，以及之后的警告和更严重的记录。`,
  times: (language: Language, times: number, records: number): string =>
    language === 'en'
      ? records === 1
        ? `× ${times}`
        : `these ${records}, × ${times}`
      : records === 1
        ? `× ${times}`
        : `这 ${records} 条 × ${times}`,
  more: (language: Language, lines: number): string =>
    language === 'en' ? `+ ${plural(lines, 'line', 'lines')}` : `+ ${lines} 行`,
  tooLong: (language: Language, numbers: readonly number[]): string =>
    language === 'en'
      ? `Too long to be held, only the beginning was read: line ${numbers.join(', ')}.`
      : `太长，只读了开头：第 ${numbers.join('、')} 行。`,
};
