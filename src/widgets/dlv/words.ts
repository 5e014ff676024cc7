import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  paused: { en: 'While it stands at a breakpoint', zh: '停在断点期间' },
  pausedNote: {
    en: 'Defaults of the components and of kubeadm; flags change them. Every stop counts from zero.',
    zh: '组件与 kubeadm 的默认值，参数可以改变它们。每次停下都从零算起。',
  },
  startClock: { en: 'It stopped now: start the clock', zh: '现在停住了：开始计时' },
  stopClock: { en: 'It runs again: stop the clock', zh: '继续运行了：停止计时' },
  stopped: { en: 'Stopped for', zh: '已停住' },
  atOnce: { en: 'at once', zh: '立即' },
  happened: { en: 'now', zh: '已发生' },
  before: {
    en: 'Before: write the dump (the process stands still for it)',
    zh: '之前：写转储（期间进程停住）',
  },
  fillNode: { en: 'fill in the node under Settings.', zh: '请在“设置”里填写节点。' },
  keeper: { en: 'What keeps the process running', zh: '由谁维持该进程' },
  which: { en: 'Which process', zh: '哪个进程' },
  nothing: {
    en: 'No command line found: expected a row of ps, the content of /proc/<pid>/cmdline, ExecStart=, a manifest’s command list, or inspect output.',
    zh: '没有找到命令行：需要 ps 的一行、/proc/<pid>/cmdline 的内容、ExecStart=、清单的 command 列表，或 inspect 输出。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  start: { en: 'Start Delve, on the node', zh: '在节点上启动 Delve' },
  tunnel: { en: 'Tunnel, from your laptop', zh: '从自己的电脑建立隧道' },
  vsCode: { en: 'VS Code: launch.json', zh: 'VS Code：launch.json' },
  goLand: { en: 'GoLand: .run/*.run.xml', zh: 'GoLand：.run/*.run.xml' },
  stop: { en: 'Before: stop the original', zh: '之前：停掉原进程' },
  restore: { en: 'Afterwards: bring the original back', zh: '之后：恢复原进程' },
  verify: {
    en: 'Check: nothing once it is stopped, one line once it runs again',
    zh: '检查：停掉后没有输出，恢复后有一行',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  arguments: { en: 'Arguments, in order', zh: '参数，按原顺序' },
  readFrom: { en: 'Read from', zh: '读自' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];
