import type { RegistrationVerdict } from '../../core/kube/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Stack reader', zh: '调用栈阅读器' },
  purpose: {
    en: 'Paste a Go stack or goroutine dump: frames folded by module, the first frame that is not a library, links to the very lines.',
    zh: '粘贴 Go 调用栈或 goroutine 转储：按模块折叠栈帧，指出第一个不属于库的栈帧，并给出源码行链接。',
  },
  label: { en: 'Stack or log with a stack', zh: '调用栈，或带调用栈的日志' },
  sample: { en: 'Try the example', zh: '试试示例' },
  fromPaste: { en: 'Use your paste', zh: '使用你的粘贴内容' },
  clear: { en: 'Clear', zh: '清空' },
  example: { en: 'Worked example', zh: '示例' },
  reading: { en: 'Reading …', zh: '读取中……' },
  cancel: { en: 'Cancel', zh: '取消' },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  nothing: {
    en: 'No stack found: expected a line such as `goroutine 1 [running]:` with frames below it.',
    zh: '没有找到调用栈：需要类似 `goroutine 1 [running]:` 的一行，下面跟着栈帧。',
  },
  own: { en: 'first frame that is not a library', zh: '第一个不属于库的栈帧' },
  noOwn: { en: 'every frame belongs to a library', zh: '所有栈帧都属于库' },
  cut: {
    en: 'the stack breaks off: its last call has no file line',
    zh: '调用栈不完整：最后一个调用没有文件行',
  },
  inlined: { en: 'inlined', zh: '内联' },
  modules: { en: 'Modules', zh: '模块' },
  standardLibrary: { en: 'standard library', zh: '标准库' },
  notUnderstood: { en: 'lines not understood', zh: '行未能识别' },
  copyJson: { en: 'Copy as JSON', zh: '复制为 JSON' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  versions: { en: 'The log’s source lines fit Kubernetes', zh: '日志的源码行号符合 Kubernetes' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const goroutineWords = (language: Language, count: number, frames: number): string =>
  language === 'en'
    ? `${count} ${count === 1 ? 'goroutine' : 'goroutines'}, ${frames} ${frames === 1 ? 'frame' : 'frames'}`
    : `${count} 个 goroutine，${frames} 个栈帧`;

/** The sentence about paths that were registered twice; nothing where the paste does not speak of it. */
export function registrationWords(verdict: RegistrationVerdict, language: Language): string | undefined {
  const names = [...new Set(verdict.duplicates.map(({ name, count }) => `${name} ×${count}`))].join(', ');
  const paths = verdict.errors.map(({ path }) => path).join(', ');
  const unexplained = verdict.unexplained.join(', ');
  const en = language === 'en';
  switch (verdict.kind) {
    case 'proven':
      return en
        ? `Proven: the list names one check twice (${names}), and so its path was registered twice (${paths}).`
        : `已证明：列表里同一个检查出现了两次（${names}），所以它的路径被注册了两次（${paths}）。`;
    case 'repeated':
      return en
        ? `The list names one check twice (${names}). Expect one error line for each path that ends in it.`
        : `列表里同一个检查出现了两次（${names}）。以它结尾的每个路径都应该有一行报错。`;
    case 'other-owner':
      return en
        ? `Not a repeated check: the list names each check once, yet ${unexplained} was registered twice. Two parts of the program own this path.`
        : `不是检查重复：列表里每个检查只出现一次，但 ${unexplained} 被注册了两次。程序里有两处占用了这个路径。`;
    case 'no-list':
      return en
        ? `${paths} was registered twice. The list that would say why is only logged with -v=5 and up.`
        : `${paths} 被注册了两次。能说明原因的列表只有 -v=5 及以上才会打印。`;
    case 'clean':
      return en ? 'The list names each check once.' : '列表里每个检查只出现一次。';
    case 'none':
      return undefined;
  }
}
