import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Stack reader', zh: '调用栈阅读器' },
  purpose: {
    en: 'Paste a Go stack or goroutine dump: frames folded by module, the first frame that is not a library, links to the very lines.',
    zh: '粘贴 Go 调用栈或 goroutine 转储：按模块折叠栈帧，指出第一个不属于库的栈帧，并给出源码行链接。',
  },
  label: { en: 'Stack or log with a stack', zh: '调用栈，或带调用栈的日志' },
  example: { en: 'Worked example', zh: '示例' },
  accepts: {
    en: 'Go panics, goroutine dumps of any size, race reports and profiles; Java, Python, Node and Rust; with or without a log around them. Nothing leaves this tab.',
    zh: 'Go panic、任意大小的 goroutine 转储、竞态报告和 profile；Java、Python、Node、Rust；前后带日志也可以。内容不会离开此标签页。',
  },
  reading: { en: 'Reading …', zh: '读取中……' },
  cancelled: { en: 'Cancelled. The text is kept.', zh: '已取消，文本仍保留。' },
  cancel: { en: 'Cancel', zh: '取消' },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  nothing: {
    en: 'No stack found: expected a line such as `goroutine 1 [running]:` or `Traceback (most recent call last):` with frames below it.',
    zh: '没有找到调用栈：需要类似 `goroutine 1 [running]:` 或 `Traceback (most recent call last):` 的一行，下面跟着栈帧。',
  },
  own: { en: 'first frame that is not a library', zh: '第一个不属于库的栈帧' },
  noOwn: { en: 'every frame belongs to a library', zh: '所有栈帧都属于库' },
  cut: {
    en: 'the stack breaks off: its last call has no file line',
    zh: '调用栈不完整：最后一个调用没有文件行',
  },
  inlined: { en: 'inlined', zh: '内联' },
  buckets: { en: 'Goroutines that are alike', zh: '相同的 goroutine' },
  alike: { en: 'Alike in', zh: '相同的依据' },
  level_exact: { en: 'calls and arguments', zh: '调用和参数' },
  level_pointers: { en: 'calls, addresses aside', zh: '调用，不计地址' },
  level_frames: { en: 'calls alone', zh: '仅调用' },
  level_place: { en: 'own frame', zh: '自己的栈帧' },
  state: { en: 'State', zh: '状态' },
  allStates: { en: 'all', zh: '全部' },
  before: { en: 'Previous', zh: '上一页' },
  next: { en: 'Next', zh: '下一页' },
  createdBy: { en: 'created by', zh: '创建于' },
  ids: { en: 'ids', zh: '编号' },
  share: { en: 'all share', zh: '共同持有' },
  sharedMost: { en: 'Held by most goroutines', zh: '被最多 goroutine 持有' },
  oldest: { en: 'Oldest waits', zh: '等待最久' },
  relation_cause: { en: 'caused by', zh: '起因' },
  relation_context: { en: 'while handling', zh: '处理此异常时' },
  relation_suppressed: { en: 'suppressed', zh: '被抑制' },
  relation_member: { en: 'one of the group', zh: '组内之一' },
  modules: { en: 'Modules', zh: '模块' },
  standardLibrary: { en: 'standard library', zh: '标准库' },
  copy_text: { en: 'Copy as text', zh: '复制为文本' },
  copy_markdown: { en: 'Copy as Markdown', zh: '复制为 Markdown' },
  copy_json: { en: 'Copy as JSON', zh: '复制为 JSON' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  versions: { en: 'The log’s source lines fit Kubernetes', zh: '日志的源码行号符合 Kubernetes' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

/** What was read: goroutines, or of other languages stacks, and their frames. */
export function countWords(
  language: Language,
  { goroutines, frames, isGo }: { goroutines: number; frames: number; isGo: boolean },
): string {
  const noun = isGo ? 'goroutine' : 'stack';
  return language === 'en'
    ? `${goroutines} ${plural(noun, goroutines)}, ${frames} ${plural('frame', frames)}`
    : `${goroutines} 个${isGo ? ' goroutine' : '调用栈'}，${frames} 个栈帧`;
}

/** Where the window on the buckets stands, and what is beyond all of them. */
export function windowWords(
  language: Language,
  {
    from,
    to,
    buckets,
    goroutines,
    rest,
    isGo,
  }: { from: number; to: number; buckets: number; goroutines: number; rest: number; isGo: boolean },
): string {
  const en = language === 'en';
  const shown = en
    ? `${from}–${to} of ${buckets} ${plural('bucket', buckets)} with ${goroutines} ${plural(isGo ? 'goroutine' : 'stack', goroutines)}`
    : `第 ${from}–${to} 组，共 ${buckets} 组、${goroutines} 个${isGo ? ' goroutine' : '调用栈'}`;
  if (rest === 0) return shown;
  return en
    ? `${shown}; ${rest} more goroutines are too different to be listed and are only counted`
    : `${shown}；另有 ${rest} 个 goroutine 差异过多，只计数`;
}

export const readWords = (language: Language, percent: number): string =>
  language === 'en' ? `${percent} % read` : `已读 ${percent} %`;

export const unparsedWords = (language: Language, count: number): string =>
  language === 'en' ? `${count} ${plural('line', count)} not understood` : `${count} 行未能识别`;

export const sharedByWords = (language: Language, count: number): string =>
  language === 'en' ? `in ${count} goroutines` : `出现在 ${count} 个 goroutine 中`;

export const minutesWords = (language: Language, minutes: number): string =>
  language === 'en' ? `${minutes} ${plural('minute', minutes)}` : `${minutes} 分钟`;

const plural = (noun: string, count: number): string => (count === 1 ? noun : `${noun}s`);
