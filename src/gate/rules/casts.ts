import { castProblemWords, readCast, transcribe } from '../../core/cast/index.ts';
import { LANGUAGES } from '../../core/text/index.ts';
import type { Runbook } from '../content.ts';
import type { Finding } from '../finding.ts';
import { perRunbook } from './rule.ts';

/** The tag of a recording's header that says what `reconstructed: true` says in `runbook.yaml`. */
const RECONSTRUCTED = 'reconstructed';

/**
 * Every recording says how it was made, reads without a mistake, holds nothing that acts, and is played by the page; its markers name
 * steps.
 */
export const castsRule = perRunbook((runbook) => [
  ...undeclared(runbook),
  ...[...runbook.casts].flatMap(([file, text]) => mistakesOf(runbook, file, text)),
  ...notPlayed(runbook),
]);

function undeclared(runbook: Runbook): Finding[] {
  const declared = runbook.data.casts.map(({ file }) => file);
  return [
    ...[...runbook.casts.keys()]
      .filter((name) => !declared.includes(name))
      .map((name) =>
        inYaml(
          runbook,
          `\`casts/${name}\` does not say how it was made`,
          'declare it under `casts`, with `made`',
        ),
      ),
    ...declared
      .filter((name) => !runbook.casts.has(name))
      .map((name) =>
        inYaml(runbook, `\`casts/${name}\` is not there`, 'add the file, or take the entry out'),
      ),
  ];
}

function mistakesOf({ slug, data, pages }: Runbook, name: string, text: string): Finding[] {
  const file = `content/runbooks/${slug}/casts/${name}`;
  const finding = (line: number, message: string, remedy: string): Finding => ({
    file,
    line,
    rule: 'casts',
    message,
    remedy,
  });
  const { cast, problems } = readCast(text);
  const findings = problems.map((problem) =>
    finding(
      Number(problem.facts?.['line'] ?? 1),
      castProblemWords(problem, 'en'),
      'record it again, or mend the line: docs.asciinema.org/manual/asciicast/v3',
    ),
  );
  if (!cast) return findings;
  const declaration = data.casts.find((one) => one.file === name);
  if (declaration && declaration.reconstructed !== cast.tags.includes(RECONSTRUCTED)) {
    findings.push(
      finding(
        1,
        `the header's tags and \`reconstructed: ${declaration.reconstructed}\` of runbook.yaml do not agree`,
        `say in both that it is reconstructed, \`"tags": ["${RECONSTRUCTED}"]\` here, or in neither`,
      ),
    );
  }
  const acting = Object.keys(transcribe(cast).leftOut);
  if (acting.length > 0) {
    findings.push(
      finding(
        1,
        `expected text and what draws it, found sequences that act: ${acting.join(', ')}`,
        'take them out: a reader never gets them, and whoever plays the file elsewhere would',
      ),
    );
  }
  const steps = pages.en.structure.steps.map(({ id }) => id);
  for (const event of cast.events) {
    if (event.kind !== 'marker' || steps.includes(event.label)) continue;
    findings.push(
      finding(
        event.line,
        `the marker \`${event.label}\` names no step of this runbook`,
        'use the id of a step, such as `s-tail`',
      ),
    );
  }
  return findings;
}

function notPlayed(runbook: Runbook): Finding[] {
  const asked = LANGUAGES.flatMap((language) => {
    const { file, structure } = runbook.pages[language];
    return structure.terminals
      .filter((terminal) => !runbook.casts.has(terminal.file))
      .map(({ file: name, line }): Finding => ({
        file,
        line,
        rule: 'casts',
        message: `\`<Terminal file="${name}">\` plays a recording that is not there`,
        remedy: `record it as \`casts/${name}\`, or name another`,
      }));
  });
  const played = runbook.pages.en.structure.terminals.map(({ file }) => file);
  const idle = [...runbook.casts.keys()].filter((name) => !played.includes(name));
  return [
    ...asked,
    ...idle.map((name) =>
      inYaml(runbook, `\`casts/${name}\` is played nowhere`, `embed it: \`<Terminal file="${name}" />\``),
    ),
  ];
}

const inYaml = (runbook: Runbook, message: string, remedy: string): Finding => ({
  file: runbook.file,
  line: runbook.lineOf(['casts']),
  rule: 'casts',
  message,
  remedy,
});
