import type { Line, Problem } from '../../text/index.ts';
import type { Argument, CommandLine, CommandProblem } from '../command-line.ts';
import { splitWords } from '../words.ts';

const KEY = 'ExecStart=';

/** What may stand in front of the program in `ExecStart=` (systemd.service(5)). */
const PREFIXES = '-@:+!';

/**
 * Reads the `ExecStart=` lines of a unit, as `systemctl cat` prints them, with `\` at the end of a line joining the
 * next. Later `ExecStart=` lines (drop-ins) come later in the result; an empty one clears those before it, as it
 * does for systemd. Variables are kept and named in `problems`: their values are not part of the unit.
 */
export function readSystemdUnit(lines: readonly Line[]): CommandLine[] {
  let commands: CommandLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line?.text.trimStart().startsWith(KEY)) continue;
    const logical = [line];
    while (logical.at(-1)?.text.trimEnd().endsWith('\\') && lines[at + 1]) {
      const next = lines[++at];
      if (next && !isComment(next)) logical.push(next);
    }
    const command = readExecStart(logical);
    commands = command ? [...commands, command] : [];
  }
  return commands;
}

const isComment = (line: Line): boolean => ['#', ';'].includes(line.text.trimStart().charAt(0));

function readExecStart(lines: readonly Line[]): CommandLine | undefined {
  const argv: Argument[] = [];
  const problems: Problem<CommandProblem>[] = [];
  lines.forEach((line, index) => {
    const text = line.text.trimEnd();
    const joined = text.endsWith('\\') ? text.slice(0, -1) : text;
    const from = index === 0 ? text.indexOf(KEY) + KEY.length : 0;
    for (const word of splitWords(joined, 'systemd', from).words) {
      const span = { from: line.from + word.span.from, to: line.from + word.span.to };
      argv.push({ text: word.text.replaceAll('%%', '%').replaceAll('$$', '$'), span });
      if (hasVariable(word.text)) problems.push({ code: 'variable', span, facts: { found: word.text } });
    }
  });
  const [program, ...rest] = argv;
  if (!program || program.text === '') return undefined;
  let start = 0;
  while (PREFIXES.includes(program.text.charAt(start)) && start < program.text.length) start++;
  const first = lines[0];
  const last = lines.at(-1);
  return {
    source: 'systemd-unit',
    argv: [{ ...program, text: program.text.slice(start) }, ...rest],
    span: { from: first?.from ?? 0, to: last?.to ?? 0 },
    problems,
  };
}

/** `$NAME` as a word or `${NAME}` anywhere; `$$` is a literal dollar. */
function hasVariable(word: string): boolean {
  const text = word.replaceAll('$$', '');
  return text.includes('${') || /^\$[A-Za-z_]/.test(text);
}
