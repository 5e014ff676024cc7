import type { Bilingual, Language } from '../core/text/index.ts';

/** The words of the site around the content. English and Chinese are equals; log lines and commands have neither. */
const WORDS = {
  tagline: { en: 'from clipboard to first safe command', zh: '从剪贴板到第一条安全命令' },
  skip: { en: 'Skip to content', zh: '跳到正文' },
  home: { en: 'Console', zh: '控制台' },
  runbooks: { en: 'Runbooks', zh: '手册' },
  tools: { en: 'Tools', zh: '工具' },
  postmortems: { en: 'Postmortems', zh: '复盘' },
  noiseRegistry: { en: 'Noise', zh: '噪声' },
  noiseLead: {
    en: 'Lines and signs that look guilty and are not: why, and when they are.',
    zh: '看着可疑、其实无害的日志和现象：为什么无害，什么时候不是。',
  },
  noiseOfRunbooks: { en: 'On the pages of runbooks', zh: '手册页里的' },
  noiseWordings: { en: 'How it is worded', zh: '怎么写的' },
  noiseExamples: { en: 'Tried on', zh: '用来检验的行' },
  noiseHit: { en: 'explained away', zh: '可以排除' },
  noiseMiss: { en: 'not explained away', zh: '不可排除' },
  noiseBelief: { en: 'a conclusion', zh: '一种推断' },
  privacy: { en: 'Privacy', zh: '隐私' },
  search: { en: 'Search', zh: '搜索' },
  keys: { en: 'Keys', zh: '快捷键' },
  menu: { en: 'Menu', zh: '菜单' },
  otherLanguage: { en: '中文', zh: 'English' },
  theme: { en: 'Theme', zh: '主题' },
  themeAuto: { en: 'as the system', zh: '跟随系统' },
  themeLight: { en: 'light', zh: '浅色' },
  themeDark: { en: 'dark', zh: '深色' },
  themeNight: { en: 'night red', zh: '夜间红' },
  themeContrast: { en: 'high contrast', zh: '高对比' },
  noScript: {
    en: 'The console needs JavaScript, which runs in this tab only. Without it, start from the list of runbooks.',
    zh: '控制台需要 JavaScript，它只在本标签页内运行。没有它，请从手册列表开始。',
  },
  steps: { en: 'Steps', zh: '步骤' },
  step: { en: 'Step', zh: '步骤' },
  recommendedNow: { en: 'recommended now', zh: '现在就做' },
  notNeeded: { en: 'not needed', zh: '不需要做' },
  because: { en: 'because of', zh: '依据：' },
  danger: { en: 'danger', zh: '危险' },
  timebox: { en: 'at most', zh: '限时' },
  runOn: { en: 'run on', zh: '在哪里执行' },
  expect: { en: 'Expect', zh: '预期' },
  otherwise: { en: 'I see something else', zh: '看到的不一样' },
  rollback: { en: 'Way back', zh: '回退' },
  noRollback: { en: 'No way back', zh: '无法回退' },
  notices: { en: 'Who notices', zh: '谁会察觉' },
  announce: { en: 'Tell the channel', zh: '先在群里说一声' },
  why: { en: 'Why', zh: '为什么' },
  goTo: { en: 'go to', zh: '前往' },
  escalate: { en: 'escalate', zh: '升级求助' },
  done: { en: 'done', zh: '结束' },
  symptoms: { en: 'Symptoms', zh: '现象' },
  appliesTo: { en: 'Applies to', zh: '适用范围' },
  product: { en: 'product', zh: '产品' },
  affected: { en: 'affected', zh: '受影响' },
  fixed: { en: 'fixed in', zh: '修复于' },
  notFixed: { en: 'not fixed', zh: '未修复' },
  source: { en: 'source', zh: '来源' },
  impact: { en: 'Impact', zh: '影响' },
  triage: { en: 'Which branch is yours?', zh: '属于哪一种情况？' },
  verify: { en: 'Is it over?', zh: '确认已恢复' },
  contributing: { en: 'What contributed, and how sure that is', zh: '促成因素及其可信度' },
  noise: { en: 'Red herrings', zh: '误导线索' },
  unless: { en: 'Not harmless if', zh: '以下情况并非无害：' },
  prevent: { en: 'Keep it from coming back', zh: '防止再次发生' },
  signatures: { en: 'What it looks like in text', zh: '文本特征' },
  evidence: { en: 'evidence', zh: '证据' },
  lines: { en: 'lines', zh: '行' },
  line: { en: 'line', zh: '行' },
  made: { en: 'made', zh: '来历' },
  correction: { en: 'Correction of the write-up', zh: '对原文的更正' },
  detour: { en: 'Detour, kept for learning', zh: '弯路，留作学习' },
  references: { en: 'References', zh: '参考' },
  history: { en: 'History', zh: '历史' },
  verifiedOn: { en: 'Confirmed on', zh: '验证于' },
  usedIn: { en: 'Used in', zh: '被引用于' },
  confusedWith: { en: 'Looks similar, but is not', zh: '看着像，其实不是' },
  variables: { en: 'Variables', zh: '变量' },
  variablesHint: {
    en: 'Fill once; every command on the page follows. Kept in this tab only.',
    zh: '填一次，本页所有命令随之更新。只保留在本标签页。',
  },
  shell: { en: 'Shell', zh: 'Shell' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  holdToCopy: { en: 'Hold to copy', zh: '按住复制' },
  fillFirst: { en: 'fill in first:', zh: '请先填写：' },
  link: { en: 'Link to this step', zh: '本步骤链接' },
  linkAddress: { en: 'address', zh: '网址' },
  linkMarkdown: { en: 'Markdown', zh: 'Markdown' },
  linkText: { en: 'plain text', zh: '纯文本' },
  previous: { en: 'previous', zh: '上一步' },
  next: { en: 'next', zh: '下一步' },
  matchesYou: { en: 'Does it match you?', zh: '和你的情况相符吗？' },
  severity: { en: 'severity', zh: '严重程度' },
  reconstructed: {
    en: 'Reconstructed from a write-up. What it does not say is left open.',
    zh: '根据一篇文章还原。文章没说的，这里也留空。',
  },
  summary: { en: 'Summary', zh: '概述' },
  detection: { en: 'Detection', zh: '发现' },
  timeline: { en: 'Timeline', zh: '时间线' },
  factors: { en: 'Contributing factors', zh: '促成因素' },
  lessons: { en: 'Lessons', zh: '教训' },
  actions: { en: 'Actions', zh: '改进项' },
  open: { en: 'Still open', zh: '尚未弄清' },
  notFound: { en: 'There is no page at this address', zh: '这个地址没有页面' },
  notFoundHint: {
    en: 'Ids are never lost: if the address names a runbook or a step, search for its id.',
    zh: '编号永不丢失：如果地址里有手册或步骤的编号，请搜索该编号。',
  },
  landing: { en: 'Continue in', zh: '继续：' },
  offlineReady: { en: 'online · saved', zh: '在线 · 已保存' },
  offlineSaving: { en: 'saving for offline use', zh: '正在保存以供离线使用' },
  offlineNow: { en: 'offline · snapshot', zh: '离线 · 快照' },
  offlineUpdate: { en: 'update ready – switch', zh: '有新版本 – 切换' },
  offlineNone: { en: 'online · not saved', zh: '在线 · 未保存' },
  toolsLead: {
    en: 'Each reader of the runbooks, alone. What you paste stays in this tab.',
    zh: '手册里的每个阅读器，单独使用。粘贴的内容只留在本标签页。',
  },
  runbooksLead: {
    en: 'One page a failure class, one id that never changes.',
    zh: '一类故障一页，编号永不改变。',
  },
  postmortemsLead: {
    en: 'What happened, told with the steps that were taken.',
    zh: '发生了什么，以及用到了哪些步骤。',
  },
  component: { en: 'component', zh: '组件' },
  phase: { en: 'phase', zh: '阶段' },
  footer: {
    en: 'Runs nothing on a cluster, sends nothing anywhere, says "not known" when it does not know.',
    zh: '不在集群上执行任何操作，不向任何地方发送数据，不知道就说“未知”。',
  },
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof WORDS;

/** A word of the site in a language. */
export const word = (name: Word, language: Language): string => WORDS[name][language];

/** All words of a language, by name. */
export const words = (language: Language): Record<Word, string> =>
  Object.fromEntries(Object.entries(WORDS).map(([name, text]) => [name, text[language]])) as Record<
    Word,
    string
  >;

/** What to tell the others before a step that they will feel; `{{ctx}}` and `{{node}}` are filled like a command's. */
export function announcement(
  language: Language,
  id: string,
  step: string,
  title: string,
  where: string,
): string {
  return language === 'en'
    ? `About to run ${id} ${step} (${title})${where}. I will say when it is done.`
    : `即将执行 ${id} ${step}（${title}）${where}，完成后会在这里说明。`;
}

/** A text of the content, in the language of the page. */
export const inLanguage = (text: string | Bilingual, language: Language): string =>
  typeof text === 'string' ? text : text[language];

/** How a runbook was confirmed. */
export const CONFIRMED_WORDS: Readonly<Record<string, Bilingual>> = {
  reproduced: { en: 'reproduced', zh: '已复现' },
  desk: { en: 'read against the source', zh: '对照源码核对' },
  production: { en: 'in production', zh: '生产环境' },
};

/** What the danger of a step is called, from 0 to 4. */
export const DANGER_WORDS: readonly Bilingual[] = [
  { en: 'reads only', zh: '只读' },
  { en: 'reads, with load or secrets', zh: '只读，有负载或会显示机密' },
  { en: 'changes one object, reversible', zh: '改动一个对象，可逆' },
  { en: 'restarts or removes a part of the cluster', zh: '重启或移除集群的一部分' },
  { en: 'may lose data', zh: '可能丢失数据' },
];

export const PLACE_WORDS: Readonly<Record<string, Bilingual>> = {
  laptop: { en: 'laptop', zh: '自己的电脑' },
  node: { en: 'node', zh: '节点' },
  pod: { en: 'pod', zh: 'Pod' },
};

export const CONFIDENCE_WORDS: Readonly<Record<string, Bilingual>> = {
  proven: { en: 'proven', zh: '已证明' },
  reproduced: { en: 'reproduced', zh: '已复现' },
  observed: { en: 'observed', zh: '曾观察到' },
  correlated: { en: 'correlated, not proven', zh: '相关，未证明' },
  guess: { en: 'guess', zh: '猜测' },
  false: { en: 'false', zh: '不成立' },
};
