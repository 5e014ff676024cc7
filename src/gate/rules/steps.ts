import type { Finding } from '../finding.ts';
import { perPage } from './rule.ts';

/** The sections of a runbook, in the order in which a reader in trouble needs them. */
export const SECTIONS = [
  'Verdict',
  'Symptoms',
  'AppliesTo',
  'Impact',
  'Triage',
  'Steps',
  'Verify',
  'Contributing',
  'Noise',
  'Prevent',
] as const;

const TIMEBOX = /^\d+(s|m|h)$/;

/**
 * A step can be done by somebody who does not know the system: it has a command or a widget, says what is to be seen,
 * and what to do when something else is seen. All sections are there, in order.
 */
export const structureRule = perPage(({ file, structure }) => {
  const finding = (line: number, message: string, remedy: string): Finding => ({
    file,
    line,
    rule: 'structure',
    message,
    remedy,
  });
  const names = structure.sections.map(({ name }) => name);
  const missing = SECTIONS.filter((name) => !names.includes(name)).map((name) =>
    finding(
      1,
      `expected a section \`<${name}>\`, found none`,
      `write it; the order is ${SECTIONS.join(', ')}`,
    ),
  );
  const known = structure.sections.filter(({ name }) => SECTIONS.includes(name as (typeof SECTIONS)[number]));
  const unordered = known.filter(({ name }, index) => {
    const before = known[index - 1];
    return before !== undefined && indexOf(before.name) > indexOf(name);
  });
  const images = structure.images.map(({ line }) =>
    finding(
      line,
      'an image as evidence cannot be searched or copied',
      'write the text that it shows, as `<Evidence>`',
    ),
  );
  const steps = structure.steps.flatMap((step) => {
    const findings: Finding[] = [];
    const about = `step \`${step.id}\``;
    if (step.title === '') findings.push(finding(step.line, `${about} has no title`, 'start it with a verb'));
    if (!TIMEBOX.test(step.timebox)) {
      findings.push(
        finding(step.line, `${about} has no time box`, 'add `timebox="5m"`: after that, go on or escalate'),
      );
    }
    if (step.commands.length === 0 && step.widgets.length === 0) {
      findings.push(
        finding(
          step.line,
          `${about} has neither command nor widget`,
          'a step that says "check" must say with what: add `<Cmd>`',
        ),
      );
    }
    if (step.expectations.length === 0) {
      findings.push(finding(step.line, `${about} does not say what is to be seen`, 'add `<Expect>`'));
    }
    if (step.danger <= 1 && step.otherwise.length === 0) {
      findings.push(
        finding(
          step.line,
          `${about} does not say what to do when something else is seen`,
          'add `<Else goto="s-…">`',
        ),
      );
    }
    return findings;
  });
  return [
    ...missing,
    ...unordered.map(({ name, line }) =>
      finding(line, `section \`<${name}>\` is out of order`, `the order is ${SECTIONS.join(', ')}`),
    ),
    ...images,
    ...steps,
  ];
});

const indexOf = (name: string): number => SECTIONS.indexOf(name as (typeof SECTIONS)[number]);
