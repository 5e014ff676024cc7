import { parseArgs } from 'node:util';
import {
  type Visibility,
  auditFlags,
  logVisibility,
  outputWords,
  severityName,
  visibilityWords,
} from '../../core/flags/index.ts';
import { releaseName } from '../../core/kube/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';
import { readReleaseOption } from '../release-option.ts';
import { readComponentOption } from './flags.ts';

/** `kb visibility FILE|-`: which log lines of a component reach the terminal, and which only files. */
export const visibility: Command = {
  name: 'visibility',
  summary: 'which severities of a log reach the terminal or a file, by the logging flags',
  usage: 'kb visibility [--json] [--component NAME] [--version VERSION] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, component: { type: 'string' }, version: { type: 'string' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const component = readComponentOption(values.component);
    const release = readReleaseOption(values.version);
    const [audit] = auditFlags(await readAll(readInput(path)), { component, release });
    if (!audit) {
      error('no flags found: expected a command line of a Kubernetes component, or flags alone\n');
      return EXIT.none;
    }
    const seen = logVisibility(audit.component, audit.release, audit.tokens);
    const version = audit.release ? releaseName(audit.release) : null;
    out(
      values.json
        ? `${JSON.stringify({ component: audit.component, version, ...seen, words: visibilityWords(seen).en })}\n`
        : toText(`${audit.component} ${version ?? 'as of 1.20'}, ${seen.library.name}`, seen),
    );
    return EXIT.match;
  },
};

const SEVERITIES = ['info', 'warning', 'error', 'fatal'] as const;

function toText(title: string, seen: Visibility): string {
  const names = seen.outputs.map((output) => drawable(outputWords(output).en));
  const width = 9;
  const rows = SEVERITIES.map((severity) =>
    [
      severityName(severity).padEnd(width),
      ...seen.outputs.map(({ takes }, index) =>
        (takes.includes(severity) ? 'yes' : '-').padEnd(names[index]?.length ?? 0),
      ),
    ]
      .join('  ')
      .trimEnd(),
  );
  const table = names.length === 0 ? [] : [[''.padEnd(width), ...names].join('  ').trimEnd(), ...rows];
  const ignored = seen.ignored.map((name) => `# --${name} changes nothing here`);
  return [`# ${title}`, ...table, `# ${drawable(visibilityWords(seen).en)}`, ...ignored, ''].join('\n');
}
