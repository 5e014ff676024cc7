import type { Bilingual, Language } from '../core/text/index.ts';

/** Words that every widget about the flags of a component has. */
const WORDS = {
  label: {
    en: 'The command line, or its flags alone: ps, /proc/<pid>/cmdline, systemctl cat, a Pod manifest, docker or crictl inspect',
    zh: '命令行，或者只有参数：ps、/proc/<pid>/cmdline、systemctl cat、Pod 清单、docker 或 crictl inspect',
  },
  component: { en: 'Component', zh: '组件' },
  version: { en: 'Kubernetes version', zh: 'Kubernetes 版本' },
  asPaste: { en: 'as the paste says', zh: '以粘贴内容为准' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  which: { en: 'Which process', zh: '哪个进程' },
  example: { en: 'Worked example', zh: '示例' },
  nothing: {
    en: 'No flags found: expected a command line of a Kubernetes component (a row of ps, /proc/<pid>/cmdline, ExecStart=, a manifest, inspect output), or flags that begin with --.',
    zh: '没有找到参数：需要 Kubernetes 组件的命令行（ps 的一行、/proc/<pid>/cmdline、ExecStart=、清单、inspect 输出），或者以 -- 开头的参数。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];
