import { type Argument, type CommandLine, splitWords } from '../shell/index.ts';
import { type Line, type Span, isDigit, isLetter, isUpper } from '../text/index.ts';

/** A variable that is set in the paste, with the words of its value. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly words: readonly Argument[];
  readonly line: Line;
}

const KEY = 'Environment=';

/** So much is put in for variables, in characters, however often they are named. */
const MOST = 1 << 18;

/**
 * Reads `Environment="NAME=--a=b --c"` of systemd units, several on a line too, and `NAME="--a=b --c"` of environment
 * files and shells. A later one of the same name wins, as it does for systemd.
 */
export function readAssignments(lines: readonly Line[]): Assignment[] {
  const found = new Map<string, Assignment>();
  for (const line of lines) {
    for (const assignment of readLine(line)) {
      found.delete(assignment.name);
      found.set(assignment.name, assignment);
    }
  }
  return [...found.values()];
}

function readLine(line: Line): Assignment[] {
  const start = line.text.length - line.text.trimStart().length;
  if (line.text.startsWith(KEY, start)) {
    return splitWords(line.text, 'systemd', start + KEY.length).words.flatMap(({ text, span }) => {
      const sign = text.indexOf('=');
      return sign > 0 ? toAssignment(line, text.slice(0, sign), text.slice(sign + 1), span) : [];
    });
  }
  const at = line.text.startsWith('export ', start) ? start + 'export '.length : start;
  const sign = line.text.indexOf('=', at);
  const name = line.text.slice(at, sign < 0 ? at : sign);
  if (!isVariable(name)) return [];
  const [word] = splitWords(line.text, 'shell', sign + 1).words;
  return word?.text.startsWith('-') ? toAssignment(line, name, word.text, word.span) : [];
}

/** `KUBELET_ARGS`; settings of units begin with a capital and go on small. */
function isVariable(name: string): boolean {
  if (name === '' || name.length > 64) return false;
  for (const character of name) {
    const code = character.charCodeAt(0);
    if (!isUpper(code) && !isDigit(code) && character !== '_') return false;
  }
  return isLetter(name.charCodeAt(0));
}

function toAssignment(line: Line, name: string, value: string, span: Span): Assignment[] {
  const inside = line.text.indexOf(value, span.from);
  const asWritten = inside >= 0 && inside + value.length <= span.to;
  const whole = { from: line.from + span.from, to: line.from + span.to };
  const words = splitWords(value, 'systemd').words.map((word) => ({
    text: word.text,
    span: asWritten
      ? { from: line.from + inside + word.span.from, to: line.from + inside + word.span.to }
      : whole,
  }));
  return [{ name, value, words, line }];
}

/**
 * The command with the variables that the paste sets: `$NAME` as a word is split at blanks, `${NAME}` is not
 * (systemd.service(5)). One that the paste does not set stays, with its problem.
 */
export function expandVariables(command: CommandLine, assignments: readonly Assignment[]): CommandLine {
  if (assignments.length === 0 || !command.argv.some(({ text }) => text.includes('$'))) return command;
  const byName = new Map(assignments.map((assignment) => [assignment.name, assignment]));
  let room = MOST;
  const valueOf = (name: string): Assignment | undefined => {
    const found = byName.get(name);
    if (found) room -= found.value.length + 1;
    return room < 0 ? undefined : found;
  };
  const argv = command.argv.flatMap((argument): readonly Argument[] => {
    const split = argument.text.startsWith('$') ? valueOf(argument.text.slice(1)) : undefined;
    return split ? split.words : [{ ...argument, text: withValues(argument.text, valueOf) }];
  });
  const left = new Set<unknown>(argv.map(({ text }) => text));
  const problems = command.problems.filter(
    ({ code, facts }) => code !== 'variable' || left.has(facts?.['found']),
  );
  return { ...command, argv, problems };
}

function withValues(text: string, valueOf: (name: string) => Assignment | undefined): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('${', at);
    const close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) return out + text.slice(at);
    const value = valueOf(text.slice(open + 2, close))?.value;
    out += text.slice(at, open) + (value ?? text.slice(open, close + 1));
    at = close + 1;
  }
}
