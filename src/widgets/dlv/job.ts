import {
  type DelveFinding,
  type DelveMode,
  type DelveOptions,
  FINDING_WORDS,
  type Keeper,
  buildFindings,
  commandFindings,
  goLandConfiguration,
  guessKeeper,
  judgeGoVersion,
  messageFindings,
  pausedEffects,
  readBuildFacts,
  rebuildUnderDelve,
  restorePlan,
  sshTunnel,
  vsCodeConfiguration,
  vsCodeLaunch,
  rangesFor,
  withoutDelve,
} from '../../core/delve/index.ts';
import { maskArguments } from '../../core/redact/index.ts';
import {
  type CommandLine,
  SOURCE_WORDS,
  type Shell,
  mostLikely,
  problemWords,
  programName,
  quoteAll,
  readCommandLines,
} from '../../core/shell/index.ts';
import type { Language } from '../../core/text/index.ts';
import { KEEPER_WORDS, MISSING_WORDS, buildWords, resultWords } from './report-words.ts';

/** What the reader sets beside the paste. */
export interface DelveSettings extends DelveOptions {
  readonly mode: DelveMode;
  readonly pid: number;
  readonly shell: Shell;
  /** As ssh knows the node: `root@10.50.8.27`. */
  readonly node: string;
  readonly remotePath: string;
  /** Undefined: guessed from the command line. */
  readonly keeper: Keeper | undefined;
  /** Which of several command lines; undefined: the most likely one. */
  readonly index: number | undefined;
  /** The release of Delve that is to be used. */
  readonly delve: string;
}

/** Something to copy: as it is shown, secrets masked, and as it is. */
export interface Block {
  readonly name: 'stop' | 'verify' | 'before' | 'start' | 'tunnel' | 'vsCode' | 'goLand' | 'restore';
  readonly shown: string;
  readonly text: string;
}

export interface Effect {
  /** In seconds. */
  readonly after: number;
  readonly what: string;
  readonly source: string;
}

export interface DelveReport {
  /** The command lines of the paste, to choose from. */
  readonly found: readonly string[];
  readonly index: number;
  readonly verdict: string;
  readonly source: string;
  readonly problems: readonly string[];
  /** What is to be known before anything is started, by id and in words. */
  readonly findings: readonly { readonly id: DelveFinding; readonly words: string }[];
  /** In the order of their use; empty if there is nothing to start. */
  readonly blocks: readonly Block[];
  readonly missing: readonly string[];
  readonly keeper: string;
  /** Masked. */
  readonly args: readonly string[];
  readonly build: string;
  readonly program: string;
  readonly effects: readonly Effect[];
}

export interface DelveInput {
  readonly paste: string;
  /** What tools and Delve say about the binary. */
  readonly build: string;
  readonly settings: DelveSettings;
  readonly language: Language;
}

/** Rebuilds the chosen command line of a paste under Delve. `undefined` if neither paste has anything to read. */
export function rebuild({ paste, build, settings, language }: DelveInput): DelveReport | undefined {
  const commands = readCommandLines(paste);
  const index = Math.min(settings.index ?? mostLikely(commands), commands.length - 1);
  const chosen = commands[index];
  const facts = readBuildFacts(`${paste}\n${build}`);
  const ofBinary = [...buildFindings(facts, settings.delve), ...messageFindings(`${paste}\n${build}`)];
  const delve = facts.delve?.value ?? settings.delve;
  const about = buildWords(
    facts,
    delve,
    verdictOn(delve, facts.go?.value),
    rangesFor(facts.go?.value ?? ''),
    language,
  );
  if (!chosen)
    return ofBinary.length > 0 || about !== '' ? binaryAlone(ofBinary, about, language) : undefined;

  const built = rebuildUnderDelve(chosen, settings);
  const program = programName(withoutDelve(chosen));
  const noArguments = built.problems.some(({ code }) => code === 'name-only' || code === 'broken-json');
  const masked = maskArguments(built.words);
  const secrets = maskArguments(built.args).filter((word, at) => word !== built.args[at]).length;
  const starts = settings.mode === 'exec' || settings.mode === 'attach';
  const findings: DelveFinding[] = [
    ...(settings.everyInterface ? (['exposed'] as const) : []),
    ...(starts && !settings.runOn ? (['waits'] as const) : []),
    ...commandFindings(built.problems),
    ...(secrets > 0 ? (['secrets'] as const) : []),
    ...ofBinary,
  ];
  return {
    found: commands.map((command) => `${programName(command)} ${command.pid ?? ''}`.trim()),
    index,
    verdict: resultWords(language, built, secrets),
    source: SOURCE_WORDS[chosen.source][language],
    problems: built.problems.map((problem) => problemWords(problem, language)),
    findings: named(findings, language),
    missing: built.missing.map((what) => MISSING_WORDS[what][language]),
    blocks: noArguments || built.missing.length > 0 ? [] : blocksOf(chosen, program, built, masked, settings),
    keeper: KEEPER_WORDS[settings.keeper ?? guessKeeper(chosen)][language],
    args: maskArguments(built.args),
    build: about,
    program,
    effects: effectsOf(program, settings.mode, language),
  };
}

const verdictOn = (delve: string, go: string | undefined): string =>
  go === undefined ? 'unknown' : judgeGoVersion(delve, go).kind;

const named = (ids: readonly DelveFinding[], language: Language): DelveReport['findings'] =>
  [...new Set(ids)].map((id) => ({ id, words: FINDING_WORDS[id][language] }));

const effectsOf = (program: string, mode: DelveMode, language: Language): Effect[] =>
  mode === 'core'
    ? []
    : pausedEffects(program, mode === 'attach').map(({ after, what, source }) => ({
        after,
        what: what[language],
        source,
      }));

/** Only the binary was asked about. */
function binaryAlone(findings: readonly DelveFinding[], build: string, language: Language): DelveReport {
  return {
    found: [],
    index: 0,
    verdict: '',
    source: '',
    problems: [],
    findings: named(findings, language),
    missing: [],
    blocks: [],
    keeper: '',
    args: [],
    build,
    program: '',
    effects: [],
  };
}

/** In the order of their use. What `attach` and `core` leave running need not be stopped, nor brought back. */
function blocksOf(
  command: CommandLine,
  program: string,
  built: ReturnType<typeof rebuildUnderDelve>,
  masked: readonly string[],
  { mode, shell, node, port, remotePath, keeper }: DelveSettings,
): Block[] {
  const target = { node, port, remotePath };
  const name = node === '' ? program : `${program} on ${node}`;
  const plain = (block: Block['name'], text: string): Block => ({ name: block, shown: text, text });
  const plan = restorePlan(command, keeper ?? guessKeeper(command), shell);
  const startsAnew = mode === 'exec' || mode === 'dap';
  const launch = (args: readonly string[]): string => vsCodeLaunch(target, name, built.executable, args);
  const vsCode = vsCodeConfiguration(target, name);
  return [
    ...(startsAnew ? [plain('stop', plan.stop)] : []),
    ...built.before.map((words) => plain('before', quoteAll(words, shell))),
    { name: 'start', shown: quoteAll(masked, shell), text: built.command[shell] },
    ...(node === '' ? [] : [plain('tunnel', sshTunnel(target, shell))]),
    mode === 'dap'
      ? { name: 'vsCode', shown: launch(maskArguments(built.args)), text: launch(built.args) }
      : plain('vsCode', vsCode),
    ...(mode === 'dap' ? [] : [plain('goLand', goLandConfiguration(target, name))]),
    ...(startsAnew ? [{ name: 'restore', shown: plan.shown, text: plan.restore } as const] : []),
    // SIGTERM ends Delve in order: it lets go of a process that it was attached to (service/rpccommon/server.go, Stop).
    ...(mode === 'attach' ? [plain('restore', 'pkill -TERM -x dlv')] : []),
    plain('verify', plan.verify),
  ];
}

/** The rebuilder's jobs. */
export const jobs = { rebuild };
