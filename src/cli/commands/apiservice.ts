import { parseArgs } from 'node:util';
import {
  ACT_WORDS,
  type ApiServiceReport,
  GUESS_WORDS,
  type ToldApiService,
  apiServiceReport,
  apiServiceVerdict,
  readApiServices,
} from '../../core/kube/index.ts';
import { SHELLS } from '../../core/shell/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** `kb apiservice FILE|-`: which APIs are not available, why, what breaks, and the commands for each. */
export const apiservice: Command = {
  name: 'apiservice',
  summary:
    'kubectl get apiservice as table, JSON or YAML: what is not available, why, what breaks, what to do',
  usage: 'kb apiservice [--json] [--context NAME] [--server URL] [--shell bash|zsh|fish] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        context: { type: 'string', default: '' },
        server: { type: 'string', default: '' },
        shell: { type: 'string', default: 'bash' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const shell = SHELLS.find((name) => name === values.shell);
    if (!shell) throw new WrongUse(`expected a shell of ${SHELLS.join(', ')}, found \`${values.shell}\``);
    const list = readApiServices(await readAll(readInput(path)));
    const report = apiServiceReport(list, { context: values.context, server: values.server, shell }, 'en');
    const found = report.rows.length > 0 || report.mentions.length > 0;
    if (values.json) out(`${JSON.stringify(report)}\n`);
    else if (found || report.problems.length > 0) out(text(report, found));
    if (!found) error('no APIService found: expected rows of kubectl get apiservice, or -o json, -o yaml\n');
    return found ? EXIT.match : EXIT.none;
  },
};

function text(report: ApiServiceReport, found: boolean): string {
  const down = report.rows.slice(0, report.unavailable);
  const lines = [
    ...(found ? [`# ${drawable(apiServiceVerdict(report, 'en'))}`] : []),
    ...report.problems.map((problem) => `# ! ${problem}`),
    ...(report.unreadCount > 0 ? [`# ! ${report.unreadCount} lines not understood`] : []),
    ...down.flatMap(row),
    ...report.mentions.map(
      ({ name, error, line }) => `# line ${line} names ${drawable(name)}: ${drawable(error)}`,
    ),
    ...(report.effects.length > 0 ? ['', '# what breaks meanwhile'] : []),
    ...report.effects.map(({ words }) => `#   ${words}`),
  ];
  return `${lines.join('\n')}\n`;
}

function row({
  name,
  service,
  available,
  reason,
  message,
  means,
  how,
  first,
  effects,
  commands,
}: ToldApiService): string[] {
  const said = [means, message && `message: ${drawable(message)}`, how, first && `first: ${first}`];
  return [
    '',
    `# ${drawable(name) || '(no name)'}  ${drawable(service)}  ${available}${reason ? ` (${drawable(reason)})` : ''}`,
    ...said.flatMap((words) => (words ? [`#   ${words}`] : [])),
    ...effects.map(({ words }) => `#   breaks moreover: ${words}`),
    ...commands.flatMap(({ act, danger, command, guess }, index) => [
      ...(commands[index - 1]?.act === act ? [] : [`# ${ACT_WORDS[act].en}`]),
      ...(danger >= 2 ? [`#   danger ${danger}`] : []),
      ...(guess ? [`#   ${GUESS_WORDS.en}`] : []),
      drawable(command),
    ]),
  ];
}
