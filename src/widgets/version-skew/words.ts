import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Version skew', zh: '版本偏差' },
  purpose: {
    en: 'Enter two versions. You get whether they may work together, by the rule of then and of now.',
    zh: '填两个版本，看它们是否允许一起工作，按当时和现在的规则。',
  },
  component: { en: 'Component', zh: '组件' },
  version: { en: 'Its version', zh: '它的版本' },
  servers: {
    en: 'kube-apiserver (several with blanks between)',
    zh: 'kube-apiserver（多个用空格隔开）',
  },
  empty: { en: 'Both versions are needed.', zh: '需要填两个版本。' },
  error: {
    en: 'Expected a version such as 1.20.2, found',
    zh: '应为 1.20.2 这样的版本，却是',
  },
  policy: { en: 'The rule', zh: '规则' },
  older: { en: 'May be older by', zh: '最多可旧' },
  newer: { en: 'May be newer by', zh: '最多可新' },
  minors: { en: 'minors', zh: '个小版本' },
  before: { en: 'before 1.25', zh: '1.25 之前' },
  since: { en: 'from 1.25 on', zh: '1.25 及以后' },
  caption: { en: 'How far each may be from kube-apiserver', zh: '各组件与 kube-apiserver 允许的差距' },
  note: {
    en: 'Before 1.25 and from 1.25 on mean the version of the component. Up to 1.27 the policy gave every kubelet and kube-proxy two minors; 1.28 made it three for those from 1.25 on. Patches do not count.',
    zh: '“1.25 之前”和“1.25 及以后”指组件自己的版本。到 1.27 为止，规则给所有 kubelet 和 kube-proxy 两个小版本；1.28 起，1.25 及以后的组件为三个。补丁版本不计。',
  },
  source: { en: 'Version skew policy of Kubernetes', zh: 'Kubernetes 版本偏差策略' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  example: { en: 'Worked example', zh: '示例' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];
