import { parseArgs } from 'node:util';
import {
  DEFAULT_DELVE,
  DELVE_MODES,
  type DelveCommand,
  type DelveMode,
  FINDING_WORDS,
  KUBERNETES_SOURCES,
  buildFindings,
  commandFindings,
  goLandConfiguration,
  guessKeeper,
  messageFindings,
  pausedEffects,
  readBuildFacts,
  rebuildUnderDelve,
  restorePlan,
  sshTunnel,
  vsCodeConfiguration,
  vsCodeLaunch,
  withoutDelve,
} from '../../core/delve/index.ts';
import { maskArguments } from '../../core/redact/index.ts';
import {
  type CommandLine,
  SHELLS,
  type Shell,
  mostLikely,
  problemWords,
  programName,
  quoteAll,
  readCommandLines,
} from '../../core/shell/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** What one use of the command is about. */
interface Asked {
  readonly command: CommandLine;
  readonly built: DelveCommand;
  readonly shell: Shell;
  readonly node: string;
  readonly port: number;
  readonly findings: readonly (keyof typeof FINDING_WORDS)[];
}

/**
 * `kb dlv FILE|-`: the process of a listing, unit, manifest or inspect output, put under Delve. With `--build`, what tools say about
 * the binary, or what Delve printed, is read as well.
 */
export const dlv: Command = {
  name: 'dlv',
  summary: "a process's command line, rebuilt under Delve",
  usage:
    'kb dlv [--json] [--mode exec|attach|core|dap] [--shell bash|zsh|fish|powershell] [--binary PATH] [--pid N] [--node USER@HOST] [--port N] [--wait] [--every-interface] [--build FILE] [--delve VERSION] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        mode: { type: 'string', default: 'exec' },
        shell: { type: 'string', default: 'bash' },
        binary: { type: 'string', default: '' },
        pid: { type: 'string', default: '0' },
        node: { type: 'string', default: 'root@NODE' },
        port: { type: 'string', default: String(DEFAULT_DELVE.port) },
        wait: { type: 'boolean', default: false },
        'every-interface': { type: 'boolean', default: false },
        build: { type: 'string' },
        delve: { type: 'string', default: '' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const shell = oneOf('shell', SHELLS, values.shell);
    const mode: DelveMode = oneOf('mode', DELVE_MODES, values.mode);
    const port = readNumber('port', values.port, 1, 65_535);
    const pid = readNumber('process id', values.pid, 0, 4_194_304);
    const text = await readAll(readInput(path));
    const commands = readCommandLines(text);
    const command = commands[mostLikely(commands)];
    if (!command) {
      error(
        'no command line found: expected a row of ps, /proc/<pid>/cmdline, ExecStart=, a manifest, inspect output\n',
      );
      return EXIT.none;
    }
    const everyInterface = values['every-interface'];
    const built = rebuildUnderDelve(command, {
      mode,
      binary: values.binary,
      pid,
      everyInterface,
      port,
      runOn: !values.wait,
    });
    const said = values.build === undefined ? '' : await readAll(readInput(values.build));
    const findings = new Set([
      ...(everyInterface ? (['exposed'] as const) : []),
      ...(values.wait ? (['waits'] as const) : []),
      ...commandFindings(built.problems),
      ...buildFindings(readBuildFacts(`${text}\n${said}`), values.delve),
      ...messageFindings(said),
    ]);
    const asked = { command, built, shell, node: values.node, port, findings: [...findings] };
    out(values.json ? json(asked) : print(asked));
    return EXIT.match;
  },
};

function oneOf<Name extends string>(what: string, names: readonly Name[], found: string): Name {
  const name = names.find((one) => one === found);
  if (!name) throw new WrongUse(`expected a ${what} of ${names.join(', ')}, found \`${found}\``);
  return name;
}

function readNumber(what: string, text: string, from: number, to: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < from || number > to)
    throw new WrongUse(`expected a ${what} from ${from} to ${to}, found \`${text}\``);
  return number;
}

const effectsOf = ({ command, built }: Asked): ReturnType<typeof pausedEffects> =>
  built.mode === 'core' ? [] : pausedEffects(programName(withoutDelve(command)), built.mode === 'attach');

/** `argv` is what the program will receive, its own path first; `read` is what the source showed, empty ones kept. */
function json(asked: Asked): string {
  const { command, built, shell, node, port, findings } = asked;
  const name = programName(withoutDelve(command));
  const target = { node, port, remotePath: KUBERNETES_SOURCES };
  const vsCode =
    built.mode === 'dap'
      ? vsCodeLaunch(target, name, built.executable, built.args)
      : vsCodeConfiguration(target, name);
  const data = {
    source: command.source,
    mode: built.mode,
    executable: built.executable,
    argv: [built.executable, ...built.args],
    args: built.args,
    read: command.argv.map((argument) => argument.text),
    dropped: built.dropped,
    listen: built.listen,
    missing: built.missing,
    before: built.before.map((words) => quoteAll(words, shell)),
    command: built.command,
    tunnel: sshTunnel(target, shell),
    vscode: JSON.parse(vsCode) as unknown,
    goland: goLandConfiguration(target, name),
    restore: restorePlan(command, guessKeeper(command), shell),
    paused: effectsOf(asked).map(({ after, what, source }) => ({ after, words: what.en, source })),
    findings: findings.map((id) => ({ id, words: FINDING_WORDS[id].en })),
    problems: built.problems.map((problem) => ({
      code: problem.code,
      span: problem.span,
      words: problemWords(problem, 'en'),
    })),
  };
  return `${JSON.stringify(data)}\n`;
}

function print(asked: Asked): string {
  const { command, built, shell, node, port, findings } = asked;
  const plan = restorePlan(command, guessKeeper(command), shell);
  const masked = maskArguments(built.words);
  const hidden = masked.some((word, index) => word !== built.words[index]);
  const startsAnew = built.mode === 'exec' || built.mode === 'dap';
  const effects = effectsOf(asked).map(
    ({ after, what }) => `#   ${after === 0 ? 'at once' : `after ${after} s`}: ${what.en}`,
  );
  return [
    `# ${drawable(built.executable)} with ${built.args.length} arguments, from ${command.source}`,
    ...built.problems.map((problem) => `# ! ${problemWords(problem, 'en')}`),
    ...findings.map((id) => `# ! ${id}: ${FINDING_WORDS[id].en}`),
    ...(hidden ? ['# ! secret values are masked here; --json has them'] : []),
    ...built.missing.map((what) => `# ! missing: ${what === 'pid' ? '--pid N' : '--binary PATH'}`),
    ...(startsAnew ? [`# stop the original (${plan.keeper})`, plan.stop] : []),
    ...built.before.flatMap((words) => ['# write the dump', quoteAll(words, shell)]),
    ...(built.missing.length > 0 ? [] : [`# start Delve (${built.mode})`, quoteAll(masked, shell)]),
    '# from your laptop',
    sshTunnel({ node, port, remotePath: KUBERNETES_SOURCES }, shell),
    ...(effects.length > 0 ? ['# while it stands at a breakpoint'] : []),
    ...effects,
    ...(startsAnew ? ['# afterwards: bring the original back, and check', plan.shown] : []),
    ...(startsAnew ? [plan.verify] : []),
    ...(built.mode === 'attach' ? ['# afterwards: let go of it', 'pkill -TERM -x dlv'] : []),
    '',
  ].join('\n');
}
