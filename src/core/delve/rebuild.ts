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

/** How Delve is to be started. */
export interface DelveOptions {
  /** The debuggable binary; by default the one that ran. */
  readonly binary?: string;
  /** Every interface instead of 127.0.0.1: whoever reaches the port can run code as the user of the debugger. */
  readonly everyInterface: boolean;
  readonly port: number;
  /**
   * `--continue --accept-multiclient`: the program runs on at once. Without, it waits for a client and a `continue`,
   * and whatever depends on it waits as well.
   */
  readonly runOn: boolean;
}

export const DEFAULT_DELVE: DelveOptions = { everyInterface: false, port: 2345, runOn: true };

export interface DelveCommand {
  /** What Delve starts, and so the program's `argv[0]`. */
  readonly executable: string;
  /** What stands behind `--`: the arguments of the process, in order, duplicates and empty values kept. */
  readonly args: readonly string[];
  /** Empty arguments that were left out: the components ignore them, and the kubelet refuses them. */
  readonly dropped: number;
  readonly words: readonly string[];
  readonly command: Readonly<Record<Shell, string>>;
  readonly listen: string;
  readonly problems: readonly Problem<CommandProblem>[];
}

/**
 * The command that starts a process again under Delve, headless, with the same arguments.
 *
 * Flags of Delve: `dlv exec` of v1.20.2; `--api-version=2` is the default only since v1.25, `--continue` demands
 * `--accept-multiclient`, and both need their value: a bare `--continue` in front of `exec` swallows that word.
 * Everything behind ` -- ` goes to the program unchanged.
 */
export function rebuildUnderDelve(command: CommandLine, options: DelveOptions = DEFAULT_DELVE): DelveCommand {
  const program = withoutDelve(command);
  const texts = program.argv.map(({ text }) => text);
  const [path = '', ...given] = texts[0]?.startsWith('-') ? ['', ...texts] : texts;
  const executable = options.binary || path;
  const args = given.filter((argument) => argument !== '');
  const listen = `${options.everyInterface ? '' : '127.0.0.1'}:${options.port}`;
  const words = [
    'dlv',
    `--listen=${listen}`,
    '--headless=true',
    '--api-version=2',
    ...(options.runOn ? ['--accept-multiclient=true', '--continue=true'] : []),
    'exec',
    executable,
    '--',
    ...args,
  ];
  return {
    executable,
    args,
    dropped: given.length - args.length,
    words,
    command: Object.fromEntries(SHELLS.map((shell) => [shell, quoteAll(words, shell)])) as Record<
      Shell,
      string
    >,
    listen,
    problems: [...command.problems, ...checkComponentFlags(program)],
  };
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
