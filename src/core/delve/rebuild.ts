import { type CommandLine, type CommandProblem, SHELLS, type Shell, quoteAll } from '../shell/index.ts';
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
 * `--accept-multiclient`. Everything behind ` -- ` goes to the program unchanged.
 */
export function rebuildUnderDelve(command: CommandLine, options: DelveOptions = DEFAULT_DELVE): DelveCommand {
  const [program, ...rest] = command.argv.map(({ text }) => text);
  const given = program?.endsWith('dlv') ? afterSeparator(rest) : { executable: program ?? '', args: rest };
  const executable = options.binary || given.executable;
  const args = given.args.filter((argument) => argument !== '');
  const listen = `${options.everyInterface ? '' : '127.0.0.1'}:${options.port}`;
  const words = [
    'dlv',
    `--listen=${listen}`,
    '--headless=true',
    '--api-version=2',
    ...(options.runOn ? ['--accept-multiclient', '--continue'] : []),
    'exec',
    executable,
    '--',
    ...args,
  ];
  return {
    executable,
    args,
    dropped: given.args.length - args.length,
    words,
    command: Object.fromEntries(SHELLS.map((shell) => [shell, quoteAll(words, shell)])) as Record<
      Shell,
      string
    >,
    listen,
    problems: [...command.problems, ...checkComponentFlags(command)],
  };
}

/** A command that already runs under Delve: `dlv … exec <binary> -- <arguments>`. */
function afterSeparator(words: readonly string[]): { executable: string; args: readonly string[] } {
  const exec = words.indexOf('exec');
  const separator = words.indexOf('--');
  return {
    executable: words.slice(exec + 1).find((word) => !word.startsWith('-')) ?? '',
    args: separator < 0 ? [] : words.slice(separator + 1),
  };
}
