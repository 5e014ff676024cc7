import { type Bilingual, type Language, type Problem, drawable } from '../text/index.ts';
import type { CommandProblem, CommandSource } from './command-line.ts';

/** Where a command line was read from. */
export const SOURCE_WORDS: Readonly<Record<CommandSource, Bilingual>> = {
  'proc-cmdline': { en: '/proc/<pid>/cmdline, nothing lost', zh: '/proc/<pid>/cmdline，没有丢失' },
  ps: { en: 'a row of ps', zh: 'ps 的一行' },
  'systemd-unit': { en: 'ExecStart= of a systemd unit', zh: 'systemd 单元的 ExecStart=' },
  'systemd-show': { en: 'systemctl show', zh: 'systemctl show' },
  'systemd-status': { en: 'the process tree of systemctl status', zh: 'systemctl status 的进程树' },
  'pod-description': { en: 'kubectl describe pod', zh: 'kubectl describe pod' },
  'environment-file': { en: 'a file of variables for a unit', zh: 'systemd 单元的环境变量文件' },
  'flag-log': {
    en: 'the FLAG lines of a log: every flag, defaults as well',
    zh: '日志的 FLAG 行：全部参数，包括默认值',
  },
  'pod-manifest': { en: 'command and args of a Pod manifest', zh: 'Pod 清单的 command 和 args' },
  'container-inspect': { en: 'inspect output', zh: 'inspect 输出' },
  typed: { en: 'a typed command', zh: '键入的命令' },
};

/** What is wrong with a command line, or lost, in a sentence that says what was found and what to do. */
export function problemWords(problem: Problem<CommandProblem>, language: Language): string {
  const found = drawable(String(problem.facts?.['found'] ?? '')).slice(0, 80);
  const flag = String(problem.facts?.['flag'] ?? '');
  const width = String(problem.facts?.['width'] ?? '');
  const lines = String(problem.facts?.['lines'] ?? '');
  return PROBLEMS[problem.code]({ found, flag, width, lines })[language];
}

interface Facts {
  readonly found: string;
  readonly flag: string;
  readonly width: string;
  readonly lines: string;
}

const PROBLEMS: Readonly<Record<CommandProblem, (facts: Facts) => Bilingual>> = {
  'name-only': ({ found }) => ({
    en: `This listing shows the name only, cut at 15 bytes${found === '' ? '' : ` (it is \`${found}\`)`}, and no arguments. List them with \`ps -ww -eo pid,args\`.`,
    zh: `这个列表只有程序名（最多 15 字节${found === '' ? '' : `，应为 \`${found}\``}），没有参数。请用 \`ps -ww -eo pid,args\` 列出。`,
  }),
  cut: ({ width, found }) =>
    width === ''
      ? {
          en: `The line ends in \`${found}\`: its end was cut off. List it with \`ps -ww\`, or \`systemctl status -l --no-pager\`.`,
          zh: `这一行以 \`${found}\` 结尾：末尾被截断了。请用 \`ps -ww\` 或 \`systemctl status -l --no-pager\` 重新列出。`,
        }
      : {
          en: `The row is ${width} characters long, as wide as a terminal: its end is probably cut off. List it with \`ps -ww\`.`,
          zh: `这一行正好 ${width} 个字符，与终端同宽，末尾很可能被截断。请用 \`ps -ww\` 重新列出。`,
        },
  'cut-flag': ({ found, flag }) => ({
    en: `The last flag \`${found}\` is only the beginning of \`${flag}\`: the line is cut off. List it with \`ps -ww\`.`,
    zh: `最后一个参数 \`${found}\` 只是 \`${flag}\` 的开头：这一行被截断了。请用 \`ps -ww\` 重新列出。`,
  }),
  'joined-value': ({ found }) => ({
    en: `\`${found}\` was taken as part of the value in front of it, since this program accepts flags only. \`ps\` does not show where arguments end: compare with /proc/<pid>/cmdline.`,
    zh: `\`${found}\` 被当作前面那个值的一部分，因为这个程序只接受 flag。\`ps\` 不显示参数边界，请与 /proc/<pid>/cmdline 核对。`,
  }),
  'word-after-boolean': ({ found, flag }) => ({
    en: `\`--${flag}\` takes no separate value: \`${found}\` is an argument of its own, which the program refuses.`,
    zh: `\`--${flag}\` 不接受单独的值：\`${found}\` 是一个独立参数，程序会拒绝它。`,
  }),
  'open-quote': () => ({
    en: 'A quote is opened and never closed; everything behind it was taken as one word.',
    zh: '有一个引号没有闭合，它后面的内容被当作一个词。',
  }),
  variable: ({ found }) => ({
    en: `\`${found}\` is a variable whose value is not in the paste. Fill it in, or read /proc/<pid>/cmdline.`,
    zh: `\`${found}\` 是变量，其值不在粘贴内容里。请填上，或改读 /proc/<pid>/cmdline。`,
  }),
  'shell-string': () => ({
    en: 'The command is a string that another shell splits (`sh -c`). Its words were split as a shell does, without expanding anything: compare with /proc/<pid>/cmdline.',
    zh: '整条命令是交给另一个 shell（`sh -c`）拆分的字符串。这里按 shell 规则拆词，不做展开：请与 /proc/<pid>/cmdline 核对。',
  }),
  'shell-syntax': ({ found }) => ({
    en: `\`${found}\` is for the shell, not for the program: left out.`,
    zh: `\`${found}\` 是写给 shell 的，不属于程序：已略去。`,
  }),
  wrapped: ({ lines }) => ({
    en: `The row was put together out of ${lines} lines. A blank or an empty argument at the end of one of them cannot be seen: compare with /proc/<pid>/cmdline.`,
    zh: `这一行由 ${lines} 行拼成。行尾的空格或空参数已看不出来：请与 /proc/<pid>/cmdline 核对。`,
  }),
  glued: () => ({
    en: 'No separator is left: a terminal shows no NUL. It was split in front of each `--`, which a value may hold as well. Read it with `cat -v`.',
    zh: '分隔符已丢失：终端不显示 NUL。这里在每个 `--` 前拆开，而值里也可能有 `--`。请用 `cat -v` 读取。',
  }),
  'no-program': () => ({
    en: 'The arguments are here, the program is not: enter its path.',
    zh: '只有参数，没有程序：请填写它的路径。',
  }),
  'joined-words': () => ({
    en: 'This output joins arguments with blanks and does not show where each ends: compare with /proc/<pid>/cmdline.',
    zh: '这种输出用空格连接参数，看不出每个参数的边界：请与 /proc/<pid>/cmdline 核对。',
  }),
  typographic: ({ found }) => ({
    en: `\`${found}\` has a dash or a quote that a chat program put in the place of the real one. Copy it from the terminal.`,
    zh: `\`${found}\` 里的短横或引号被聊天软件替换过。请从终端重新复制。`,
  }),
  'broken-json': () => ({
    en: 'The JSON breaks off: expected its end, found the end of the paste. Copy the whole output.',
    zh: 'JSON 不完整：应有结尾，却到了粘贴内容的末尾。请复制完整输出。',
  }),
};
