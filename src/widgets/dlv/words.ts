import type { Keeper } from '../../core/delve/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Command line → dlv', zh: '命令行 → dlv' },
  purpose: {
    en: 'Paste how the process runs now: ps, /proc/<pid>/cmdline, systemctl cat, a Pod manifest, docker or crictl inspect. You get the same process under Delve, and the way back.',
    zh: '粘贴进程现在的运行方式：ps、/proc/<pid>/cmdline、systemctl cat、Pod 清单、docker 或 crictl inspect。得到同一进程在 Delve 下的启动命令，以及恢复方法。',
  },
  label: {
    en: 'The process as a listing, unit, manifest or inspect shows it',
    zh: '进程：列表、单元、清单或 inspect 输出',
  },
  fromPaste: { en: 'Use your paste', zh: '使用你的粘贴内容' },
  example: { en: 'Worked example', zh: '示例' },
  settings: { en: 'Settings', zh: '设置' },
  shell: { en: 'Shell on the node', zh: '节点上的 shell' },
  binary: { en: 'Debuggable binary (empty: the one that runs)', zh: '可调试的二进制（空：当前运行的那个）' },
  node: { en: 'Node, as ssh knows it', zh: '节点（ssh 用的名字）' },
  fillNode: { en: 'fill in the node under Settings.', zh: '请在“设置”里填写节点。' },
  port: { en: 'Port', zh: '端口' },
  runOn: {
    en: 'Run on at once (--continue --accept-multiclient)',
    zh: '立即继续运行（--continue --accept-multiclient）',
  },
  everyInterface: { en: 'Listen on every interface', zh: '监听所有网卡' },
  remotePath: { en: 'Source path in the binary', zh: '二进制里的源码路径' },
  keeper: { en: 'What keeps the process running', zh: '由谁维持该进程' },
  keeperGuess: { en: 'guess from the command line', zh: '根据命令行判断' },
  which: { en: 'Which process', zh: '哪个进程' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  nothing: {
    en: 'No command line found: expected a row of ps, the content of /proc/<pid>/cmdline, ExecStart=, a manifest’s command list, or inspect output.',
    zh: '没有找到命令行：需要 ps 的一行、/proc/<pid>/cmdline 的内容、ExecStart=、清单的 command 列表，或 inspect 输出。',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  exposed: {
    en: 'Whoever reaches this port can run any program as the debugger’s user: Delve asks for no password and encrypts nothing. Use the tunnel instead.',
    zh: '能连上这个端口的人，就能以调试器的用户身份运行任何程序：Delve 不要密码，也不加密。请改用隧道。',
  },
  waits: {
    en: 'The process waits for a client and `continue`. Whatever depends on it waits as well.',
    zh: '进程会等待客户端连接并执行 `continue`，依赖它的一切也随之等待。',
  },
  start: { en: 'Start under Delve, on the node', zh: '在节点上用 Delve 启动' },
  tunnel: { en: 'Tunnel, from your laptop', zh: '从自己的电脑建立隧道' },
  vsCode: { en: 'VS Code: launch.json', zh: 'VS Code：launch.json' },
  goLand: { en: 'GoLand: .run/*.run.xml', zh: 'GoLand：.run/*.run.xml' },
  stop: { en: 'Before: stop the original', zh: '之前：停掉原进程' },
  restore: { en: 'Afterwards: bring the original back', zh: '之后：恢复原进程' },
  verify: { en: 'Check that it runs again', zh: '确认已恢复运行' },
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

export const KEEPER_WORDS: Readonly<Record<Keeper, Bilingual>> = {
  'static-pod': { en: 'kubelet, from a static Pod manifest', zh: 'kubelet（静态 Pod 清单）' },
  systemd: { en: 'systemd', zh: 'systemd' },
  process: { en: 'nobody: it was started by hand or script', zh: '无人维持：手工或脚本启动' },
};

/** The verdict in a sentence. */
export function resultWords(
  language: Language,
  program: string,
  count: number,
  dropped: number,
  secrets: number,
): string {
  const en = language === 'en';
  const sentences = [
    en
      ? `${program} with ${count} arguments, unchanged and in order.`
      : `${program}，${count} 个参数，内容和顺序不变。`,
  ];
  if (dropped > 0) {
    sentences.push(
      en
        ? `${dropped} empty arguments were left out: the components ignore them, and the kubelet refuses them.`
        : `省略了 ${dropped} 个空参数：控制面组件会忽略它们，kubelet 则会拒绝。`,
    );
  }
  if (secrets > 0) {
    sentences.push(
      en
        ? `${secrets} secret values are masked on the screen; the copied command has them.`
        : `屏幕上遮盖了 ${secrets} 个机密值，复制的命令里保留原值。`,
    );
  }
  return sentences.join(en ? ' ' : '');
}
