import { parseArgs } from 'node:util';
import {
  DEFAULT_DELVE,
  type DelveCommand,
  KUBERNETES_SOURCES,
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
  type CommandLine,
  SHELLS,
  type Shell,
  problemWords,
  programName,
  quoteAll,
  readCommandLines,
} from '../../core/shell/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** `kb dlv FILE|-`: the process of a listing, unit, manifest or inspect output, started again under Delve. */
export const dlv: Command = {
  name: 'dlv',
  summary: "a process's command line, rebuilt under Delve",
  usage:
    'kb dlv [--json] [--shell bash|zsh|fish] [--binary PATH] [--node USER@HOST] [--port N] [--wait] [--every-interface] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        shell: { type: 'string', default: 'bash' },
        binary: { type: 'string', default: '' },
        node: { type: 'string', default: 'root@NODE' },
        port: { type: 'string', default: String(DEFAULT_DELVE.port) },
        wait: { type: 'boolean', default: false },
        'every-interface': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const shell = SHELLS.find((name) => name === values.shell);
    if (!shell) throw new WrongUse(`expected a shell of ${SHELLS.join(', ')}, found \`${values.shell}\``);
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new WrongUse(`expected a port from 1 to 65535, found \`${values.port}\``);
    }
    const [command] = readCommandLines(await readAll(readInput(path)));
    if (!command) {
      error(
        'no command line found: expected a row of ps, /proc/<pid>/cmdline, ExecStart=, a manifest, inspect output\n',
      );
      return EXIT.none;
    }
    const built = rebuildUnderDelve(command, {
      binary: values.binary,
      everyInterface: values['every-interface'],
      port,
      runOn: !values.wait,
    });
    const target = { node: values.node, port, remotePath: KUBERNETES_SOURCES };
    out(values.json ? json(command, built, shell, target) : text(command, built, shell, target));
    return EXIT.match;
  },
};

type Target = Parameters<typeof sshTunnel>[0];

/** `argv` is what the program will receive, its own path first; `read` is what the source showed, empty ones kept. */
function json(command: CommandLine, built: DelveCommand, shell: Shell, target: Target): string {
  const name = programName(withoutDelve(command));
  const data = {
    source: command.source,
    executable: built.executable,
    argv: [built.executable, ...built.args],
    args: built.args,
    read: command.argv.map((argument) => argument.text),
    dropped: built.dropped,
    listen: built.listen,
    command: built.command,
    tunnel: sshTunnel(target, shell),
    vscode: JSON.parse(vsCodeConfiguration(target, name)) as unknown,
    goland: goLandConfiguration(target, name),
    restore: restorePlan(command, guessKeeper(command), shell),
    problems: built.problems.map((problem) => ({
      code: problem.code,
      span: problem.span,
      words: problemWords(problem, 'en'),
    })),
  };
  return `${JSON.stringify(data)}\n`;
}

function text(command: CommandLine, built: DelveCommand, shell: Shell, target: Target): string {
  const plan = restorePlan(command, guessKeeper(command), shell);
  const masked = maskArguments(built.words);
  const hidden = masked.some((word, index) => word !== built.words[index]);
  return [
    `# ${drawable(built.executable)} with ${built.args.length} arguments, from ${command.source}`,
    ...built.problems.map((problem) => `# ! ${problemWords(problem, 'en')}`),
    ...(built.listen.startsWith(':')
      ? ['# ! whoever reaches this port can run any program: use the tunnel instead']
      : []),
    ...(hidden ? ['# ! secret values are masked here; --json has them'] : []),
    `# stop the original (${plan.keeper})`,
    plan.stop,
    '# start it under Delve',
    quoteAll(masked, shell),
    '# from your laptop',
    sshTunnel(target, shell),
    '# afterwards: bring the original back, and check',
    plan.shown,
    plan.verify,
    '',
  ].join('\n');
}
