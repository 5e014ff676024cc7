import type { BuildFacts, DelveCommand, GO_RANGES, Keeper, Missing } from '../../core/delve/index.ts';
import { type Bilingual, type Language, drawable } from '../../core/text/index.ts';

export const KEEPER_WORDS: Readonly<Record<Keeper, Bilingual>> = {
  'static-pod': { en: 'kubelet, from a static Pod manifest', zh: 'kubelet（静态 Pod 清单）' },
  systemd: { en: 'systemd', zh: 'systemd' },
  container: { en: 'docker, as a container of its own', zh: 'docker（独立容器）' },
  process: { en: 'nobody: it was started by hand or script', zh: '无人维持：手工或脚本启动' },
};

export const MISSING_WORDS: Readonly<Record<Missing, Bilingual>> = {
  program: {
    en: 'Enter the path of the debuggable binary under Settings: the paste has the arguments alone.',
    zh: '请在“设置”里填写可调试二进制的路径：粘贴内容只有参数。',
  },
  pid: {
    en: 'Enter the process id under Settings: the paste does not name it.',
    zh: '请在“设置”里填写进程号：粘贴内容里没有。',
  },
};

/** The verdict in a sentence. */
export function resultWords(
  language: Language,
  { executable, args, dropped }: Pick<DelveCommand, 'executable' | 'args' | 'dropped'>,
  secrets: number,
): string {
  const en = language === 'en';
  const program = drawable(executable);
  const sentences = [
    en
      ? `${program} with ${args.length} arguments, unchanged and in order.`
      : `${program}，${args.length} 个参数，内容和顺序不变。`,
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

/** What the pasted outputs say about the binary; empty if they say nothing. */
export function buildWords(
  { go, debugInfo, optimised, trimpath }: BuildFacts,
  delve: string,
  verdict: string,
  ranges: typeof GO_RANGES,
  language: Language,
): string {
  const en = language === 'en';
  const facts: string[] = [];
  if (go) facts.push(en ? `built by Go ${go.value}` : `由 Go ${go.value} 编译`);
  if (debugInfo)
    facts.push(
      debugInfo.value
        ? en
          ? 'has debug information'
          : '有调试信息'
        : en
          ? 'has no debug information'
          : '没有调试信息',
    );
  if (optimised) {
    const words = {
      all: en ? 'optimised' : '开了优化',
      some: en ? 'optimised but for the main package' : '除主包外都开了优化',
      none: en ? 'not optimised' : '没有优化',
    };
    facts.push(words[optimised.value]);
  }
  if (trimpath) facts.push('-trimpath');
  if (go && verdict === 'fits') facts.push(en ? `Delve ${delve} takes it` : `Delve ${delve} 支持`);
  if (go && verdict !== 'fits' && ranges.length > 0) {
    const releases = ranges
      .map(({ first, last }) => (first === last ? first : `${first}–${last}`))
      .join(', ');
    facts.push(en ? `needs Delve ${releases}` : `需要 Delve ${releases}`);
  }
  return facts.length === 0 ? '' : `${en ? 'The binary' : '二进制'}: ${facts.join(en ? ', ' : '，')}`;
}
