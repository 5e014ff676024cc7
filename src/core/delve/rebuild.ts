import {
  type CommandLine,
  type CommandProblem,
  SHELLS,
  type Shell,
  programName,
  quoteAll,
} from '../shell/index.ts';
import type { Problem } from '../text/index.ts';
import { checkComponentFlags } from '../kube/index.ts';
import { maskProblems } from './mask-problems.ts';
import { DEFAULT_DELVE, type DelveMode, type DelveOptions } from './options.ts';

/** What the command cannot be written without, and nobody has said. */
export type Missing = 'program' | 'pid';

export interface DelveCommand {
  readonly mode: DelveMode;
  /** What Delve starts, and so the program's `argv[0]`. */
  readonly executable: string;
  /** What stands behind `--`: the arguments of the process, in order, duplicates and empty values kept. */
  readonly args: readonly string[];
  /** Empty arguments that were left out: the components ignore them, and the kubelet refuses them. */
  readonly dropped: number;
  readonly words: readonly string[];
  readonly command: Readonly<Record<Shell, string>>;
  /** What has to be run before: the dump of the process, for `core`. It stops the process while it writes. */
  readonly before: readonly (readonly string[])[];
  readonly listen: string;
  readonly missing: readonly Missing[];
  readonly problems: readonly Problem<CommandProblem>[];
}

/**
 * The command that puts a process under Delve, headless, with the same arguments.
 *
 * Flags of Delve: cmd/dlv/cmds/commands.go at v1.20.2. `--api-version=2` is the default only since v1.25, `--continue` demands
 * `--accept-multiclient`, and both need their value: a bare `--continue` in front of `exec` swallows that word.
 * Everything behind ` -- ` goes to the program unchanged. `dap` serves one client and knows neither of the two (it says so
 * itself); `core` has nothing to continue. The dump is written by gcore(1), which appends the process id to the name.
 */
export function rebuildUnderDelve(command: CommandLine, options: DelveOptions = DEFAULT_DELVE): DelveCommand {
  const program = withoutDelve(command);
  const texts = program.argv.map(({ text }) => text);
  const [path = '', ...given] = texts[0]?.startsWith('-') ? ['', ...texts] : texts;
  const mode = options.mode ?? 'exec';
  const executable = options.binary || path;
  const args = given.filter((argument) => argument !== '');
  const pid = options.pid || (command === program ? command.pid : undefined);
  const listen = `${options.everyInterface ? '' : '127.0.0.1'}:${options.port}`;
  const dump = `/root/${programName(program) || 'program'}.core`;
  const words = [
    'dlv',
    `--listen=${listen}`,
    ...(mode === 'dap' ? [] : ['--headless=true', '--api-version=2']),
    ...(options.runOn && (mode === 'exec' || mode === 'attach')
      ? ['--accept-multiclient=true', '--continue=true']
      : []),
    ...subcommand(mode, executable, args, pid, options.binary ?? '', dump),
  ];
  return {
    mode,
    executable,
    args,
    dropped: given.length - args.length,
    words,
    command: Object.fromEntries(SHELLS.map((shell) => [shell, quoteAll(words, shell)])) as Record<
      Shell,
      string
    >,
    before: mode === 'core' && pid ? [['gcore', '-o', dump, String(pid)]] : [],
    listen,
    missing: missingIn(mode, executable, pid),
    problems: maskProblems(command, [...command.problems, ...checkComponentFlags(program)]),
  };
}

function subcommand(
  mode: DelveMode,
  executable: string,
  args: readonly string[],
  pid: number | undefined,
  binary: string,
  dump: string,
): string[] {
  switch (mode) {
    case 'exec':
      return ['exec', executable, '--', ...args];
    case 'attach':
      // Without a path Delve opens /proc/<pid>/exe, which is what runs.
      return ['attach', String(pid ?? ''), ...(binary === '' ? [] : [binary])];
    case 'core':
      return ['core', executable, `${dump}.${pid ?? ''}`];
    case 'dap':
      return ['dap'];
  }
}

function missingIn(mode: DelveMode, executable: string, pid: number | undefined): Missing[] {
  const missing: Missing[] = [];
  if (executable === '' && mode !== 'attach') missing.push('program');
  if (!pid && (mode === 'attach' || mode === 'core')) missing.push('pid');
  return missing;
}

/** The program's own command line, if it already runs under Delve: `dlv … exec <binary> … -- <arguments>`. */
export function withoutDelve(command: CommandLine): CommandLine {
  if (programName(command) !== 'dlv') return command;
  const exec = command.argv.findIndex(({ text }) => text === 'exec');
  const separator = command.argv.findIndex(({ text }) => text === '--');
  const own = command.argv.slice(exec + 1, separator < 0 ? undefined : separator);
  const binary = own.find(({ text }) => !text.startsWith('-'));
  const args = separator < 0 ? [] : command.argv.slice(separator + 1);
  return { ...command, argv: exec < 0 || !binary ? [] : [binary, ...args] };
}
