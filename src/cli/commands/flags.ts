import { parseArgs } from 'node:util';
import {
  type FlagAudit,
  type FlagFinding,
  SEVERITY_WORDS,
  auditFlags,
  findingWords,
  logVisibility,
  sourceWords,
  visibilityWords,
} from '../../core/flags/index.ts';
import { COMPONENTS, type Component, releaseName } from '../../core/kube/index.ts';
import { maskArguments } from '../../core/redact/index.ts';
import { problemWords, quoteAll } from '../../core/shell/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';
import { readReleaseOption } from '../release-option.ts';

/** `kb flags FILE|-`: what a release makes of the flags of a Kubernetes component. */
export const flags: Command = {
  name: 'flags',
  summary: "a component's flags, judged by its version, and the corrected command line",
  usage: 'kb flags [--json] [--component NAME] [--version VERSION] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        component: { type: 'string' },
        version: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const component = readComponentOption(values.component);
    const release = readReleaseOption(values.version);
    const audits = auditFlags(await readAll(readInput(path)), { component, release });
    if (audits.length === 0) {
      error(
        'no flags found: expected a row of ps, /proc/<pid>/cmdline, ExecStart=, a manifest, inspect output, or flags alone\n',
      );
      return EXIT.none;
    }
    out(values.json ? `${JSON.stringify(audits.map(toJson))}\n` : audits.map(toText).join('\n'));
    return EXIT.match;
  },
};

/** A component by its name; `undefined` if none was given. */
export function readComponentOption(name: string | undefined): Component | undefined {
  const component = COMPONENTS.find((one) => one === name);
  if (name !== undefined && !component) {
    throw new WrongUse(`expected a component of ${COMPONENTS.join(', ')}, found \`${name}\``);
  }
  return component;
}

const toJson = ({
  component,
  read,
  release,
  releaseFrom,
  taking,
  tokens,
  findings,
  corrected,
  mode,
}: FlagAudit) => ({
  component,
  source: read.command.source,
  version: release ? releaseName(release) : null,
  versionFrom: releaseFrom,
  taking: taking ?? null,
  mode: mode ?? null,
  flags: tokens
    .filter(({ kind }) => kind === 'flag')
    .map(({ name, value, span }) => ({ name, value: value ?? null, span })),
  findings: findings.map((finding) => ({
    kind: finding.kind,
    severity: finding.severity,
    span: finding.span,
    facts: finding.facts,
    words: findingWords(finding, 'en'),
    sources: finding.sources.map(sourceWords),
  })),
  corrected: corrected.words,
  changed: corrected.changed,
  problems: read.command.problems.map((problem) => ({
    code: problem.code,
    span: problem.span,
    words: problemWords(problem, 'en'),
  })),
});

function toText(audit: FlagAudit): string {
  const { component, read, release, releaseFrom, tokens, findings, corrected, mode } = audit;
  const version = release
    ? `${releaseName(release)}${releaseFrom === 'paste' ? ' (as the paste says)' : ''}`
    : 'of an unknown version: name it with --version';
  const count = tokens.filter(({ kind }) => kind === 'flag').length;
  const visible = visibilityWords(logVisibility(component, release, tokens)).en;
  return [
    `# ${component} ${version}, ${count} flags, from ${read.command.source}`,
    ...read.command.problems.map((problem) => `# ! ${problemWords(problem, 'en')}`),
    ...(findings.length === 0 ? ['nothing wrong with these flags'] : findings.map(findingText)),
    ...(mode === 'registers' ? ['# with these flags it uses an API server, so it is not standalone'] : []),
    `# log lines: ${drawable(visible)}`,
    ...(corrected.changed
      ? ['# corrected', quoteAll(maskArguments(corrected.words), 'bash')]
      : ['# nothing to correct']),
    '',
  ].join('\n');
}

function findingText(finding: FlagFinding): string {
  const severity = SEVERITY_WORDS[finding.severity].en.padEnd(8);
  const sources = finding.sources.map((source) => sourceWords(source).title).join('; ');
  return `${severity}${findingWords(finding, 'en')}${sources ? `\n        ${sources}` : ''}`;
}
