import { type Line, type Problem, spanIn } from '../../text/index.ts';
import { type Argument, type CommandLine, type CommandProblem, takesOnlyFlags } from '../command-line.ts';
import { componentStart } from '../component-start.ts';
import { splitWords } from '../words.ts';
import { joinLines, partOf } from '../line-text.ts';
import { promptEnd } from './prompt.ts';
import { splitCommand } from '../split-command.ts';

/** Lines as the shell joins them: an unescaped backslash at the end of one continues it. */
export function joinContinued(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first) break;
    const parts = [first];
    while (continues(parts.at(-1)?.text ?? '') && lines[at + 1]) parts.push(lines[++at] ?? first);
    const whole = joinLines(
      parts,
      parts.slice(1).map(() => '\n'),
    );
    if (whole) joined.push(whole);
  }
  return joined;
}

/** Whether an odd number of backslashes stands at the end. */
function continues(text: string): boolean {
  let at = text.length;
  while (at > 0 && text.charAt(at - 1) === '\\') at--;
  return (text.length - at) % 2 === 1;
}

/** Programs that only start another one, which is the one that is meant. */
const STARTERS = ['sudo ', 'nohup ', 'exec '];

/** How much of a line tells whether it is a command: its program, and what follows. */
const HEAD = 5_000;

/** `KUBECONFIG=/x A=b `: variables that the shell sets for the command behind them. */
const RE_ASSIGNMENTS = /^(?:[A-Z_][A-Z0-9_]*=[^\s'"\\]* +)+/;

/** What ends the words of a command: a redirection, a pipe, the next command. */
const RE_OPERATOR = /^(?:[12&]?>{1,2}|<|\||&&?(?:\s|$)|;)/;

/**
 * Reads a line that is a command: a program with at least one `-flag`. With quotes or backslashes in it, it was
 * typed, and they are resolved as a shell does; without, it is taken as `ps` would show it, so runs of blanks count.
 * What is for the shell (`> log 2>&1 &`) is left out, and named.
 */
export function readTypedCommand(line: Line): CommandLine | undefined {
  let from = Math.max(promptEnd(line.text), line.text.length - line.text.trimStart().length);
  for (const starter of STARTERS) if (line.text.startsWith(starter, from)) from += starter.length;
  from += RE_ASSIGNMENTS.exec(line.text.slice(from, from + HEAD))?.[0].length ?? 0;
  const text = line.text.slice(from);
  if (!looksLikeCommand(text)) return undefined;
  const span = { from: line.from, to: line.to };
  if (/['"\\]/.test(text))
    return { source: 'typed', span, ...withoutOperators(line, splitTyped(line, from)) };
  const operator = operatorAt(line.text, from);
  const { argv, problems } = splitCommand(operator < 0 ? line : partOf(line, 0, operator), from);
  if (operator >= 0) problems.push(forShell(line, operator));
  return { source: 'typed', span, argv, problems };
}

function operatorAt(text: string, from: number): number {
  for (let at = text.indexOf(' ', from); at >= 0; at = text.indexOf(' ', at + 1)) {
    const code = text.charCodeAt(at + 1);
    // `&`, `;`, `<`, `>`, `|` and the digits that may stand in front of them.
    if ('&;<>|12'.includes(String.fromCharCode(code)) && RE_OPERATOR.test(text.slice(at + 1, at + 6)))
      return at + 1;
  }
  return -1;
}

function forShell(line: Line, from: number): Problem<CommandProblem> {
  const found = line.text.slice(from).trimEnd();
  return {
    code: 'shell-syntax',
    span: spanIn(line, { from, to: from + found.length }),
    facts: { found },
  };
}

interface Split {
  readonly argv: readonly Argument[];
  readonly problems: readonly Problem<CommandProblem>[];
}

function splitTyped(line: Line, from: number): Split {
  const whole = continues(line.text) ? line.text.slice(0, -1) : line.text;
  const { words, openQuote } = splitWords(whole, 'shell', from);
  const problems: Problem<CommandProblem>[] = openQuote
    ? [{ code: 'open-quote', span: spanIn(line, openQuote) }]
    : [];
  return { argv: words.map((word) => ({ text: word.text, span: spanIn(line, word.span) })), problems };
}

/** An operator of the shell stands as a word of its own, unquoted: `2>&1` and not `'2>&1'`. */
function withoutOperators(line: Line, { argv, problems }: Split): Split {
  const end = argv.findIndex(
    ({ text, span }, index) =>
      index > 0 && RE_OPERATOR.test(text) && !`'"\\`.includes(charAt(line, span.from)),
  );
  const operator = argv[end];
  const last = argv.at(-1);
  if (!operator || !last) return { argv, problems };
  const span = { from: operator.span.from, to: last.span.to };
  const rest = argv
    .slice(end)
    .map(({ text }) => text)
    .join(' ');
  return {
    argv: argv.slice(0, end),
    problems: [...problems, { code: 'shell-syntax', span, facts: { found: rest } }],
  };
}

/** The character that stands at an offset of the paste, if the line is as it stands there. */
const charAt = (line: Line, at: number): string => (line.origin ? '' : line.text.charAt(at - line.from));

/**
 * Reads a component with its flags out of a line that says something else in front: `Then I ran `kubelet --v=2` again`.
 * A backquote or a quote in front of it says where it ends; else the line does.
 */
export function readEmbeddedCommand(line: Line): CommandLine | undefined {
  const from = componentStart(line.text);
  if (from <= 0) return undefined;
  const mark = line.text.charAt(from - 1);
  const close = '`"\'“”「」'.includes(mark) ? line.text.indexOf(CLOSING[mark] ?? mark, from) : -1;
  return readTypedCommand(partOf(line, from, close < 0 ? line.text.length : close));
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '「': '」' };

/** A path or a plain name, then flags. */
function looksLikeCommand(text: string): boolean {
  const head = text.slice(0, HEAD).replaceAll('\\\n', '  ');
  const blank = head.indexOf(' ');
  if (blank <= 0) return false;
  const program = head.slice(0, blank);
  const next = head.slice(blank).trimStart().charAt(0);
  if (isName(program))
    return next === '-' || (takesOnlyFlags(program) && next !== '' && `'"–—`.includes(next));
  const isPath = program.includes('/') && !program.includes(':') && !program.startsWith('-');
  return isPath && (head.includes(' -', blank) || text.includes(' -', blank));
}

const isName = (word: string): boolean => /^[a-z][a-z0-9._-]{1,40}$/.test(word);
