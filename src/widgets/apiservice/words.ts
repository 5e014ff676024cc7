import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'APIService reader', zh: 'APIService 阅读器' },
  purpose: {
    en: 'Paste `kubectl get apiservice`: which APIs are not available, why, what breaks meanwhile, and the commands for each, filled in.',
    zh: '粘贴 `kubectl get apiservice` 的输出：哪些 API 不可用、原因、期间会坏什么，以及每一行填好的命令。',
  },
  accepts: {
    en: 'Table (with or without header, prompt, tabs), -o wide, -o json, -o yaml, describe, whole or cut, and log lines that name APIs. Nothing leaves this tab.',
    zh: '表格（有无表头、提示符、制表符都可以）、-o wide、-o json、-o yaml、describe，完整或被截断的都行；也认识点名 API 的日志行。内容不会离开此标签页。',
  },
  label: { en: 'Output of kubectl get apiservice', zh: 'kubectl get apiservice 的输出' },
  example: { en: 'Worked example', zh: '示例' },
  settings: { en: 'Settings of the commands', zh: '命令的设置' },
  context: { en: 'context', zh: 'context' },
  server: { en: 'server that answers', zh: '能应答的 server' },
  shell: { en: 'shell', zh: 'shell' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  nothing: {
    en: 'No APIService found: expected a row such as `v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m`, or the object as JSON or YAML. The text is kept.',
    zh: '没有找到 APIService：需要类似 `v1beta1.metrics.k8s.io kube-system/metrics-server False (MissingEndpoints) 15m` 的一行，或者 JSON、YAML 形式的对象。文本仍保留。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  means: { en: 'What it means', zh: '含义' },
  message: { en: 'Message', zh: 'message' },
  first: { en: 'First', zh: '先做' },
  breaks: { en: 'Breaks moreover', zh: '此外会坏的' },
  meanwhile: { en: 'What breaks while an API is not available', zh: 'API 不可用期间会坏什么' },
  source: { en: 'source', zh: '源码' },
  danger: { en: 'danger', zh: '危险' },
  saved: { en: 'I have the saved file at hand', zh: '备份文件已在手边' },
  savedFirst: { en: 'Save it first, and say so above.', zh: '先备份，并在上面勾选。' },
  localDown: {
    en: 'Never touch a Local one by hand: kube-apiserver registers it itself. Read kube-apiserver’s log.',
    zh: 'Local 的不要手工动：它由 kube-apiserver 自己注册。请看 kube-apiserver 的日志。',
  },
  nameless: {
    en: 'The piece does not tell its name, so there are no commands: paste the whole object or the table.',
    zh: '这一段没有写名字，所以给不出命令：请粘贴完整对象或表格。',
  },
  mentions: { en: 'Named by log lines', zh: '日志点名的 API' },
  line: { en: 'line', zh: '行' },
  copy: { en: 'Copy', zh: '复制' },
  copyMarkdown: { en: 'Copy as Markdown', zh: '复制为 Markdown' },
  copyJson: { en: 'Copy as JSON', zh: '复制为 JSON' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const unreadWords = (language: Language, count: number): string =>
  language === 'en' ? `${count} ${count === 1 ? 'line' : 'lines'} not understood` : `${count} 行未能识别`;

export const moreWords = (language: Language, count: number): string =>
  language === 'en' ? `${count} more rows are not drawn.` : `另有 ${count} 行没有画出。`;
