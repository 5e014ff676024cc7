import type { FlagSeverity } from '../../core/flags/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Flag audit', zh: '参数检查' },
  purpose: {
    en: 'Paste how a kubelet, kube-apiserver, kube-controller-manager, kube-scheduler or kube-proxy was started, and its config file or version if you have them. You get what that version makes of each flag, and the corrected line.',
    zh: '粘贴 kubelet、kube-apiserver、kube-controller-manager、kube-scheduler 或 kube-proxy 的启动方式，有配置文件或版本也一并粘贴。得到该版本如何对待每个参数，以及改好的命令行。',
  },
  readFrom: { en: 'Read from', zh: '读自' },
  unknownVersion: {
    en: 'The version is not known, so findings name the releases that they hold for. Choose one above, or paste the output of `--version` too.',
    zh: '版本未知，所以每条结论都注明适用的版本。请在上面选择，或者把 `--version` 的输出一起粘贴进来。',
  },
  taking: { en: 'Releases that take all of these flags', zh: '接受全部这些参数的版本' },
  registers: {
    en: 'With these flags it uses an API server, so it is not standalone.',
    zh: '有这些参数，它会使用 API server，不是独立模式。',
  },
  line: { en: 'The line, as it is', zh: '原来的命令行' },
  corrected: { en: 'The line, corrected', zh: '改好的命令行' },
  correctedHint: {
    en: 'Struck out: removed. Underlined: added. Write it into the file that sets the flags, and restart the component.',
    zh: '划掉的是删除，下划线是新增。请写进设置这些参数的文件，然后重启组件。',
  },
  logLines: { en: 'Log lines', zh: '日志行' },
  removed: { en: 'removed', zh: '删除' },
  added: { en: 'added', zh: '新增' },
  sources: { en: 'source', zh: '来源' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

/** Colour is never alone: each severity has its mark and its word. */
export const MARKS: Readonly<Record<FlagSeverity, { readonly mark: string } & Bilingual>> = {
  error: { mark: '✖', en: 'error', zh: '错误' },
  warning: { mark: '⚠', en: 'warning', zh: '警告' },
  note: { mark: 'ℹ', en: 'note', zh: '提示' },
};

/** The verdict in a sentence. */
export function verdictWords(
  language: Language,
  program: string,
  flags: number,
  severities: readonly FlagSeverity[],
): string {
  const count = (severity: FlagSeverity): number => severities.filter((one) => one === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  const en = language === 'en';
  if (severities.length === 0) {
    return en
      ? `Nothing wrong with these ${flags} words for ${program}.`
      : `${program}：这 ${flags} 个词没有发现问题。`;
  }
  const parts = [
    plural(errors, 'error', '个错误', en),
    plural(warnings, 'warning', '个警告', en),
    plural(notes, 'note', '条提示', en),
  ].filter(Boolean);
  return en ? `${program}: ${parts.join(', ')}.` : `${program}：${parts.join('，')}。`;
}

function plural(count: number, noun: string, zh: string, en: boolean): string {
  if (count === 0) return '';
  return en ? `${count} ${noun}${count === 1 ? '' : 's'}` : `${count} ${zh}`;
}
