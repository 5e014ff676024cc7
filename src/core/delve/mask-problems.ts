import { maskArguments } from '../redact/index.ts';
import type { CommandLine, CommandProblem } from '../shell/index.ts';
import type { Problem } from '../text/index.ts';

/** Problems quote pieces of the command line: those of an argument with a secret are masked, like the argument itself. */
export function maskProblems(
  { argv }: CommandLine,
  problems: readonly Problem<CommandProblem>[],
): Problem<CommandProblem>[] {
  const texts = argv.map(({ text }) => text);
  const masked = maskArguments(texts);
  const secrets = argv.filter((_, index) => masked[index] !== texts[index]);
  if (secrets.length === 0) return [...problems];
  return problems.map((problem) => {
    const found = problem.facts?.['found'];
    const isSecret = secrets.some(
      ({ text, span }) =>
        (span.from < problem.span.to && problem.span.from < span.to) || text.includes(String(found)),
    );
    return found !== undefined && isSecret
      ? { ...problem, facts: { ...problem.facts, found: '••••••' } }
      : problem;
  });
}
