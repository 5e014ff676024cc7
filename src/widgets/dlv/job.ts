import {
  type DelveOptions,
  type Keeper,
  type RestorePlan,
  goLandConfiguration,
  guessKeeper,
  rebuildUnderDelve,
  restorePlan,
  sshTunnel,
  vsCodeConfiguration,
  withoutDelve,
} from '../../core/delve/index.ts';
import { maskArguments } from '../../core/redact/index.ts';
import {
  type CommandProblem,
  type CommandSource,
  type Shell,
  programName,
  quoteAll,
  readCommandLines,
} from '../../core/shell/index.ts';
import type { Problem } from '../../core/text/index.ts';

/** What the reader sets beside the paste. */
export interface DelveSettings extends DelveOptions {
  readonly shell: Shell;
  /** As ssh knows the node: `root@10.50.8.27`. */
  readonly node: string;
  readonly remotePath: string;
  /** Undefined: guessed from the command line. */
  readonly keeper: Keeper | undefined;
  /** Which of several command lines. */
  readonly index: number;
}

export interface DelveReport {
  /** The command lines of the paste, to choose from. */
  readonly found: readonly { readonly program: string; readonly pid: number | undefined }[];
  readonly source: CommandSource;
  readonly executable: string;
  readonly args: readonly string[];
  readonly dropped: number;
  readonly problems: readonly Problem<CommandProblem>[];
  /** Empty if there is nothing to start. */
  readonly command: string;
  /** The same with secrets masked, for the screen. */
  readonly preview: string;
  readonly secrets: number;
  readonly everyInterface: boolean;
  /** Empty until the node is known. */
  readonly tunnel: string;
  readonly vsCode: string;
  readonly goLand: string;
  readonly restore: RestorePlan;
}

export interface DelveInput {
  readonly paste: string;
  readonly settings: DelveSettings;
}

/** Rebuilds the chosen command line of a paste under Delve. `undefined` if the paste has none. */
export function rebuild({ paste, settings }: DelveInput): DelveReport | undefined {
  const commands = readCommandLines(paste);
  const chosen = commands[Math.min(settings.index, commands.length - 1)];
  if (!chosen) return undefined;
  const { shell, node, port, remotePath } = settings;
  const built = rebuildUnderDelve(chosen, settings);
  const masked = maskArguments(built.words);
  const target = { node, port, remotePath };
  const program = programName(withoutDelve(chosen));
  const name = node === '' ? program : `${program} on ${node}`;
  const nameOnly = built.problems.some(({ code }) => code === 'name-only' || code === 'broken-json');
  return {
    found: commands.map((command) => ({ program: programName(command), pid: command.pid })),
    source: chosen.source,
    executable: built.executable,
    args: built.args,
    dropped: built.dropped,
    problems: built.problems,
    command: nameOnly ? '' : built.command[shell],
    preview: nameOnly ? '' : quoteAll(masked, shell),
    secrets: masked.filter((word, index) => word !== built.words[index]).length,
    everyInterface: settings.everyInterface,
    tunnel: node === '' ? '' : sshTunnel(target, shell),
    vsCode: vsCodeConfiguration(target, name),
    goLand: goLandConfiguration(target, name),
    restore: restorePlan(chosen, settings.keeper ?? guessKeeper(chosen), shell),
  };
}

/** The rebuilder's jobs. */
export const jobs = { rebuild };
