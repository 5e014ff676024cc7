import type { Problem } from '../../text/index.ts';
import { COMPONENTS, type CommandLine, type CommandProblem, isShell, programName } from '../command-line.ts';
import { splitWords } from '../words.ts';

/** Programs that start another one, with arguments of their own in front of it. */
const RUNNERS: ReadonlySet<string> = new Set(
  'docker podman nerdctl env nsenter systemd-run tini dumb-init nice setsid timeout chroot sudo'.split(' '),
);

/** The component that `docker run … kubelet --v=2` starts, with its own arguments alone. */
export function withoutRunner(command: CommandLine): CommandLine {
  if (!RUNNERS.has(programName(command))) return command;
  const at = command.argv.findIndex(
    ({ text }, index) =>
      COMPONENTS.includes(text.slice(text.lastIndexOf('/') + 1)) &&
      command.argv[index + 1]?.text.startsWith('-') === true,
  );
  return at < 0 ? command : { ...command, argv: command.argv.slice(at) };
}

const JOINS = new Set([';', '&&', '||', '|', '&']);

/** `>`, `1>>`, `2>&1`, `<`: what a redirection begins with. */
const RE_REDIRECTION = /^[0-9&]?[<>]/;

/**
 * The command inside `sh -c "…"`, with its words split as a shell does: `exec` and redirections left out, of several
 * commands the one that has flags. Nothing is expanded; the problem says that a shell stood in between. A script that has no such
 * command is left as it is.
 */
export function withoutShell(command: CommandLine): CommandLine {
  const [, option, script] = command.argv;
  const at = option?.text === '-c' ? script : undefined;
  if (!at || !isShell(programName(command))) return command;
  const said: Problem<CommandProblem> = { code: 'shell-string', span: at.span };
  const problems = command.problems.some(({ code }) => code === said.code)
    ? command.problems
    : [...command.problems, said];
  const inner = commandsOf(at.text).find((words) => words.slice(1).some((word) => word.startsWith('-')));
  if (!inner) return { ...command, problems };
  const variables = inner
    .filter((text) => /\$[A-Za-z_{]/.test(text))
    .map((found) => ({ code: 'variable', span: at.span, facts: { found } }) as const);
  return {
    ...command,
    argv: inner.map((text) => ({ text, span: at.span })),
    problems: [...problems.filter(({ code }) => code !== 'variable'), ...variables],
  };
}

function commandsOf(script: string): string[][] {
  const commands: string[][] = [[]];
  let skip = false;
  for (const { text, span } of splitWords(script).words) {
    const bare = script.slice(span.from, span.to) === text;
    if (skip) skip = false;
    else if (bare && JOINS.has(text)) commands.push([]);
    else if (bare && RE_REDIRECTION.test(text)) skip = /[<>]$/.test(text);
    else if (!(text === 'exec' && commands.at(-1)?.length === 0)) commands.at(-1)?.push(text);
  }
  return commands;
}
