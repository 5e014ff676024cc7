import { type Line, type Problem, spanIn } from '../../text/index.ts';
import type { Argument, CommandLine, CommandProblem } from '../command-line.ts';
import { splitWords } from '../words.ts';
import { type Assignment, argumentsOfEnvironment, expandVariables, readEnvironment } from '../environment.ts';
import { partOf } from '../line-text.ts';
import { isInt, isPsHeader } from './ps-layout.ts';
import { splitCommand } from '../split-command.ts';

const KEY = 'ExecStart=';

/** What may stand in front of the program in `ExecStart=` (systemd.service(5)). */
const PREFIXES = '-@:+!';

/**
 * Reads the `ExecStart=` lines of a unit, as `systemctl cat` prints them, with `\` at the end of a line joining the
 * next. Later `ExecStart=` lines (drop-ins) come later in the result; an empty one clears those before it, as it
 * does for systemd. Variables get the values that the paste has (`Environment=`, `NAME="…"` of a file); others are
 * kept and named in `problems`. The `ExecStart={ … }` of `systemctl show` is read as well.
 */
export function readSystemdUnit(lines: readonly Line[]): CommandLine[] {
  if (!lines.some((line) => line.text.trimStart().startsWith(KEY))) return [];
  const environment = readEnvironment(lines);
  const unit = unitName(lines);
  let commands: CommandLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line?.text.trimStart().startsWith(KEY)) continue;
    const logical = [line];
    while (logical.at(-1)?.text.trimEnd().endsWith('\\') && lines[at + 1]) {
      const next = lines[++at];
      if (next && !isComment(next)) logical.push(next);
    }
    const command = readShown(line, environment) ?? readExecStart(logical, environment);
    commands = command ? [...commands, unit === '' ? command : { ...command, unit }] : [];
  }
  return commands;
}

const isComment = (line: Line): boolean => ['#', ';'].includes(line.text.trimStart().charAt(0));

function readExecStart(
  lines: readonly Line[],
  environment: ReadonlyMap<string, Assignment>,
): CommandLine | undefined {
  const argv: Argument[] = [];
  lines.forEach((line, index) => {
    const text = line.text.trimEnd();
    const joined = text.endsWith('\\') ? text.slice(0, -1) : text;
    const from = index === 0 ? text.indexOf(KEY) + KEY.length : 0;
    for (const word of splitWords(joined, 'systemd', from).words)
      argv.push({ text: word.text.replaceAll('%%', '%'), span: spanIn(line, word.span) });
  });
  const [program, ...rest] = argv;
  if (!program || program.text === '') return undefined;
  let start = 0;
  while (PREFIXES.includes(program.text.charAt(start)) && start < program.text.length) start++;
  const { words, problems } = resolve(
    [{ ...program, text: program.text.slice(start) }, ...rest],
    environment,
  );
  const first = lines[0];
  const last = lines.at(-1);
  return {
    source: 'systemd-unit',
    argv: words,
    span: { from: first?.from ?? 0, to: last?.to ?? 0 },
    problems,
  };
}

/** Puts values in, names what is missing, and makes a dollar of `$$`. */
function resolve(
  argv: readonly Argument[],
  environment: ReadonlyMap<string, Assignment>,
): { words: Argument[]; problems: Problem<CommandProblem>[] } {
  const problems: Problem<CommandProblem>[] = [];
  const words = expandVariables(argv, environment).map((argument) => {
    if (hasVariable(argument.text))
      problems.push({ code: 'variable', span: argument.span, facts: { found: argument.text } });
    return { ...argument, text: argument.text.replaceAll('$$', '$') };
  });
  return { words, problems };
}

/** `$NAME` as a word or `${NAME}` anywhere; `$$` is a literal dollar. */
function hasVariable(word: string): boolean {
  const text = word.replaceAll('$$', '');
  return text.includes('${') || /^\$[A-Za-z_]/.test(text);
}

const ARGV = ' argv[]=';

/** `ExecStart={ path=/usr/bin/kubelet ; argv[]=/usr/bin/kubelet --v=2 ; ignore_errors=no ; … pid=812 ; … }`. */
function readShown(line: Line, environment: ReadonlyMap<string, Assignment>): CommandLine | undefined {
  const open = line.text.indexOf(KEY) + KEY.length;
  if (line.text.charAt(open) !== '{') return undefined;
  const at = line.text.indexOf(ARGV, open);
  if (at < 0) return undefined;
  const from = at + ARGV.length;
  const end = line.text.indexOf(' ; ', from);
  const split = splitCommand(partOf(line, from, end < 0 ? line.text.length : end), 0);
  const { words, problems } = resolve(split.argv, environment);
  const pid = Number(/ ; pid=(\d{1,10})(?: |$)/.exec(line.text.slice(end))?.[1] ?? 0);
  const span = { from: line.from, to: line.to };
  const joined: Problem<CommandProblem> = { code: 'joined-words', span };
  return {
    source: 'systemd-show',
    argv: words,
    ...(pid > 0 ? { pid } : {}),
    span,
    problems: [...split.problems, ...problems, joined],
  };
}

/** `# /etc/systemd/system/kubelet.service` of `systemctl cat`, `Id=kubelet.service` of `show`, `● kubelet.service -` of `status`. */
function unitName(lines: readonly Line[]): string {
  for (const { text } of lines) {
    const word = ['# /', 'Id=', '● ', '○ ', '× '].some((head) => text.startsWith(head));
    const name = word ? /([\w@.-]{1,200})\.service\b/.exec(text.slice(0, 400))?.[1] : undefined;
    if (name) return name;
  }
  return '';
}

/**
 * Reads the tree under `CGroup:` of `systemctl status`, and that of `systemd-cgls`: `└─812 /usr/bin/kubelet --v=2`. Both cut
 * lines to the width of the terminal, with `…` at the end.
 */
export function readSystemdTree(lines: readonly Line[]): CommandLine[] {
  const unit = unitName(lines);
  const running = readTree(lines, unit);
  return running.length > 0 ? running : lines.flatMap((line) => readEnded(line, unit));
}

/** `    Process: 812 ExecStart=/usr/bin/kubelet $KUBELET_CONFIG_ARGS (code=exited, status=255)`: a unit that does not run. */
function readEnded(line: Line, unit: string): CommandLine[] {
  const [head, pid] = /^\s*(?:Main )?Process: (\d{1,10}) ExecStart=/.exec(line.text.slice(0, 200)) ?? [];
  if (head === undefined) return [];
  const end = line.text.indexOf(' (code=', head.length);
  const split = splitCommand(partOf(line, head.length, end < 0 ? line.text.length : end), 0);
  const { words, problems } = resolve(split.argv, new Map());
  const span = { from: line.from, to: line.to };
  const named = unit === '' ? {} : { unit };
  const source = 'systemd-status';
  return [
    { source, argv: words, pid: Number(pid), ...named, span, problems: [...split.problems, ...problems] },
  ];
}

function readTree(lines: readonly Line[], unit: string): CommandLine[] {
  return lines.flatMap((line) => {
    const branch = Math.max(line.text.lastIndexOf('├─'), line.text.lastIndexOf('└─'));
    if (branch < 0 || isPsHeader(line.text) || !/^[ │├└─]*$/.test(line.text.slice(0, branch))) return [];
    const blank = line.text.indexOf(' ', branch + 2);
    const from = pidEnd(line.text, branch + 2, blank);
    const pid = line.text.slice(branch + 2, from).trim();
    if (!isInt(pid) || from >= line.text.length) return [];
    const { argv, problems } = splitCommand(line, from);
    const span = { from: line.from, to: line.to };
    const named = unit === '' ? {} : { unit };
    return [{ source: 'systemd-status', argv, pid: Number(pid), ...named, span, problems } as const];
  });
}

/** Process ids of one tree are padded to the same width: `├─  812 /usr/bin/x`. */
function pidEnd(text: string, from: number, blank: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at++;
  const end = at > from ? text.indexOf(' ', at) : blank;
  return end < 0 ? text.length : end + 1;
}

/** Reads the file that holds the arguments of a unit, pasted alone: `KUBELET_KUBEADM_ARGS="--config=/x"`. */
export function readEnvironmentFile(lines: readonly Line[]): CommandLine[] {
  return argumentsOfEnvironment(readEnvironment(lines)).map(({ program, args }) => {
    const span = { from: args[0]?.span.from ?? 0, to: args.at(-1)?.span.to ?? 0 };
    const head: Argument = { text: program, span: { from: span.from, to: span.from } };
    return { source: 'environment-file', argv: [head, ...args], span, problems: [] };
  });
}
