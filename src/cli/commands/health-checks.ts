import { parseArgs } from 'node:util';
import {
  type HealthCheckReport,
  PRINTED_WORDS,
  healthCheckReport,
  registrationWords,
} from '../../core/kube/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** `kb health-checks FILE|-`: whether a check was added twice, what the log prints of it, what an answer proves. */
export const healthChecks: Command = {
  name: 'health-checks',
  summary: 'health checks that were added twice, which registration is printed, what a status code proves',
  usage: 'kb health-checks [--json] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const report = healthCheckReport(await readAll(readInput(path)), 'en');
    const found = report.verdict !== 'none' || report.probes.length > 0;
    if (values.json) out(`${JSON.stringify(report)}\n`);
    else if (found) out(text(report));
    if (!found)
      error(
        'nothing about health checks found: expected lines of healthz.go or pathrecorder.go, or an answer\n',
      );
    return found ? EXIT.match : EXIT.none;
  },
};

function text(report: HealthCheckReport): string {
  const { registrations, expected, reported, probes, builder } = report;
  const sentence = registrationWords(registrations, 'en');
  const forms = [...new Set(reported.map(({ form }) => form))];
  const lines = [
    ...(sentence ? [sentence] : []),
    ...expected.map(
      ({ path, count, expected: by, found }) =>
        `  ${path}: ${count} times in the list, so ${by} ${by === 1 ? 'error' : 'errors'}; found ${found}`,
    ),
    ...forms.map((form) => `  ${PRINTED_WORDS[form].en}`),
    ...(builder ? [`  apiserver-builder-alpha v${builder}`] : []),
    ...probes.flatMap(({ code, path, line, proves, provesNot }) => [
      `${code}${path ? ` ${path}` : ''} (line ${line})`,
      `  proves: ${proves}`,
      `  does not prove: ${provesNot}`,
    ]),
  ];
  return `${lines.map(drawable).join('\n')}\n`;
}
