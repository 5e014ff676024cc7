import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Where log lines go', zh: '日志行去了哪里' },
  purpose: {
    en: 'Paste a command line, or only its logging flags. You get which severities reach the terminal, and which are in files.',
    zh: '粘贴命令行，或者只粘贴日志参数。得到哪些级别的行会到终端，哪些只在文件里。',
  },
  caption: { en: 'Severities and where they go', zh: '各级别的去向' },
  output: { en: 'Output', zh: '去向' },
  yes: { en: 'yes', zh: '有' },
  no: { en: 'no', zh: '没有' },
  directory: { en: 'The files are in', zh: '文件所在目录' },
  verbosity: {
    en: 'V(n) lines are of severity INFO; they are printed up to n =',
    zh: 'V(n) 的行属于 INFO 级；打印到 n =',
  },
  ignored: { en: 'Change nothing beside the others', zh: '与其他参数并存时不起作用' },
  noHeaders: {
    en: 'Lines have no header, so their severity cannot be seen in them.',
    zh: '行没有开头的标记，看不出级别。',
  },
  unknownVersion: { en: 'judged by Kubernetes 1.20', zh: '按 Kubernetes 1.20 判断' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];
