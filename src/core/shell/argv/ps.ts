import { type Line, type Problem, isBlank, isDigit, isLetter, shift, textOf } from '../../text/index.ts';
import { type Argument, type CommandLine, type CommandProblem, takesOnlyFlags } from '../command-line.ts';

/** A layout of `ps`: how to know each column, and whether the rest of the row is the command with its arguments. */
interface Layout {
  readonly columns: readonly ((word: string) => boolean)[];
  readonly pid: number;
  readonly user?: number;
  readonly nameOnly?: true;
}

const any = (): boolean => true;
const isInt = (word: string): boolean => word !== '' && [...word].every((c) => isDigit(c.charCodeAt(0)));
const isDecimal = (word: string): boolean => word.split('.').every(isInt);
const isTty = (word: string): boolean =>
  word === '?' || ['pts/', 'tty', 'console'].some((t) => word.startsWith(t));
const isState = (word: string): boolean => isLetter(word.charCodeAt(0)) && word.length <= 6;
/** `12:06`, `00:00:32`, `1-02:03:04`. */
const isTime = (word: string): boolean => word.includes(':') && word.split(/[-:]/).every(isInt);
const isStart = (word: string): boolean => isTime(word) || isInt(word) || isLetter(word.charCodeAt(0));

/** `ps aux`, `ps -ef` (and `docker top`), `ps -a`; the columns of ps(1), procps-ng 4.0.2. */
const LAYOUTS: readonly Layout[] = [
  {
    columns: [any, isInt, isDecimal, isDecimal, isInt, isInt, isTty, isState, isStart, isTime],
    user: 0,
    pid: 1,
  },
  { columns: [any, isInt, isInt, isInt, isStart, isTty, isTime], user: 0, pid: 1 },
  { columns: [isInt, isTty, isTime], pid: 0, nameOnly: true },
];

/** Widths at which a terminal, or COLUMNS, cuts a row without a mark. */
const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132, 160, 200]);

/**
 * Reads a row of `ps`: the columns, then the command with its blanks kept as they are. `ps` joins arguments with one
 * blank, so each further blank is an empty argument: `kube-apiserver --cloud-config=   --v=3` has two of them.
 * `undefined` if the line is no such row.
 */
export function readPsRow(line: Line): CommandLine | undefined {
  for (const layout of LAYOUTS) {
    const row = readColumns(line.text, layout);
    if (!row) continue;
    const pid = Number(row.words[layout.pid]);
    const user = layout.user === undefined ? undefined : row.words[layout.user];
    const { argv, problems } = splitCommand(line, row.commandFrom);
    if (layout.nameOnly) problems.unshift({ code: 'name-only', span: spanOf(line) });
    return { source: 'ps', argv, pid, ...(user ? { user } : {}), span: spanOf(line), problems };
  }
  return undefined;
}

/** A program by its path, or by its name with a flag behind it: a number in front of other words is no process id. */
const RE_PROGRAM = /^(?:\/|[a-z][\w.-]*(?: +--?[a-z]))/;

/** Reads `<pid> /path/to/program --flag …` or `<pid> kube-apiserver --flag …`: `ps -eo pid,args`, `pgrep -a`. */
export function readPidRow(line: Line): CommandLine | undefined {
  const row = readColumns(line.text, { columns: [isInt], pid: 0 });
  if (!row || !RE_PROGRAM.test(line.text.slice(row.commandFrom, row.commandFrom + 200))) return undefined;
  const { argv, problems } = splitCommand(line, row.commandFrom);
  return { source: 'ps', argv, pid: Number(row.words[0]), span: spanOf(line), problems };
}

/** The header row of `ps`. */
export function isPsHeader(line: string): boolean {
  const words = line.split(' ').filter(Boolean);
  return words.includes('PID') && (words.at(-1) === 'COMMAND' || words.at(-1) === 'CMD');
}

function readColumns(text: string, layout: Layout): { words: string[]; commandFrom: number } | undefined {
  const words: string[] = [];
  let at = 0;
  for (const fits of layout.columns) {
    while (isBlank(text.charCodeAt(at))) at++;
    const from = at;
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
    const word = text.slice(from, at);
    if (word === '' || word.length > 64 || !fits(word)) return undefined;
    words.push(word);
  }
  while (isBlank(text.charCodeAt(at))) at++;
  return at < text.length ? { words, commandFrom: at } : undefined;
}

/** The arguments of a command whose words were joined with one blank each. */
export function splitCommand(
  line: Line,
  from: number,
): { argv: Argument[]; problems: Problem<CommandProblem>[] } {
  const argv: Argument[] = [];
  const problems: Problem<CommandProblem>[] = [];
  const text = line.text.trimEnd();
  let at = from;
  while (at <= text.length && from < text.length) {
    const blank = text.indexOf(' ', at);
    const to = blank < 0 ? text.length : blank;
    addPiece(line, argv, problems, {
      text: text.slice(at, to),
      span: { from: line.from + at, to: line.from + to },
    });
    if (blank < 0) break;
    at = blank + 1;
  }
  const last = argv.at(-1);
  const ellipsis = text.endsWith('…') || text.endsWith('...');
  if (last && (ellipsis || WIDTHS.has(line.text.length))) {
    problems.push({ code: 'cut', span: last.span, facts: { width: line.text.length } });
  }
  return { argv, problems };
}

function addPiece(line: Line, argv: Argument[], problems: Problem<CommandProblem>[], piece: Argument): void {
  const program = argv[0]?.text.slice((argv[0]?.text.lastIndexOf('/') ?? -1) + 1) ?? '';
  const before = argv.at(-1);
  const loose = piece.text !== '' && !piece.text.startsWith('-');
  const valueBefore = before?.text.startsWith('-') && before.text.includes('=');
  if (before && loose && valueBefore && takesOnlyFlags(program)) {
    const span = { from: before.span.from, to: piece.span.to };
    // A slice of the line, since adding to a value again and again would copy it each time.
    const joined = { text: textOf(line.text, shift(span, -line.from)), span };
    argv[argv.length - 1] = joined;
    problems.push({ code: 'joined-value', span: joined.span, facts: { found: piece.text } });
    return;
  }
  argv.push(piece);
}

const spanOf = (line: Line): { from: number; to: number } => ({ from: line.from, to: line.to });
