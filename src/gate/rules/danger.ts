import type { StepText } from '../extract.ts';
import type { Finding } from '../finding.ts';
import { perPage } from './rule.ts';

/**
 * A step that changes something says how to undo it, or why that cannot be; one that others feel says who notices;
 * one that may lose data names the earlier step that saves it.
 */
export const dangerRule = perPage(({ file, structure }) =>
  structure.steps.flatMap((step, index): Finding[] => {
    const finding = (message: string, remedy: string): Finding => ({
      file,
      line: step.line,
      rule: 'danger',
      message: `step \`${step.id}\`: ${message}`,
      remedy,
    });
    const findings: Finding[] = [];
    if (![0, 1, 2, 3, 4].includes(step.danger)) {
      return [
        finding('expected `danger={0}` to `danger={4}`', 'say how dangerous the step is; 0 reads only'),
      ];
    }
    if (step.danger >= 2 && !step.rollback && !step.noRollback) {
      findings.push(
        finding(
          `danger ${step.danger} without a way back`,
          'add `<Rollback>` with the commands that undo it, or `<NoRollback because="…" />`',
        ),
      );
    }
    if (step.danger >= 3 && !step.notice) {
      findings.push(
        finding(
          `danger ${step.danger} without who notices`,
          'add `<Notice who="…" />`: who feels it, and how',
        ),
      );
    }
    if (step.danger === 4 && !isBackup(structure.steps.slice(0, index), step)) {
      findings.push(
        finding(
          'danger 4 without a backup in front of it',
          'name the earlier step that saves the data: `backup="s-…"`',
        ),
      );
    }
    return findings;
  }),
);

const isBackup = (earlier: readonly StepText[], { backup }: StepText): boolean =>
  backup !== undefined && earlier.some(({ id }) => id === backup);
