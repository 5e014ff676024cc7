import { type Line, splitLines } from '../../text/index.ts';
import {
  COMPONENTS,
  type CommandLine,
  type CommandSource,
  isShell,
  nameOfCut,
  programName,
} from '../command-line.ts';
import { cleanLines } from './clean.ts';
import { readPodDescription } from './describe.ts';
import { readFlagLog } from './flag-log.ts';
import { readContainerInspect, readContainerLine } from './inspect.ts';
import { readPodManifest } from './manifest.ts';
import { readGluedCmdline, readProcCmdline, readProcLines } from './proc.ts';
import { promptEnd } from './prompt.ts';
import { createPsReader, readPidRow, readPsRow } from './ps.ts';
import { isPsHeader } from './ps-layout.ts';
import { withoutRunner, withoutShell } from './shell-string.ts';
import { readEnvironmentFile, readSystemdTree, readSystemdUnit } from './systemd.ts';
import { joinContinued, readEmbeddedCommand, readTypedCommand } from './typed.ts';
import { type Unwrapped, unwrap } from './unwrap.ts';

interface Source {
  readonly id: CommandSource;
  readonly read: (lines: readonly Line[], text: string) => readonly CommandLine[];
}

/** Searching for a process finds the search itself, too; and whoever looks at its file or its log is not the process. */
const SEARCHES: ReadonlySet<string> = new Set(
  'grep egrep rg ag awk pgrep ps watch less more tail cat vi vim nano man strace journalctl'.split(' '),
);

/**
 * Every shape in which a process's arguments are pasted, surest first: the first that finds any answers.
 * To add one: a file beside the others with a reader from text to command lines, and a row here.
 */
export const COMMAND_SOURCES: readonly Source[] = [
  { id: 'container-inspect', read: (lines, text) => readContainerInspect(text, lines) ?? [] },
  { id: 'systemd-unit', read: readSystemdUnit },
  { id: 'systemd-status', read: readSystemdTree },
  { id: 'pod-manifest', read: readPodManifest },
  { id: 'pod-description', read: readPodDescription },
  { id: 'proc-cmdline', read: readProc },
  { id: 'ps', read: readListing },
  { id: 'flag-log', read: readFlagLog },
  { id: 'environment-file', read: readEnvironmentFile },
  { id: 'typed', read: readTyped },
];

/** The command lines of a paste. Empty if no shape fits. */
export function readCommandLines(text: string): CommandLine[] {
  const lines = cleanLines(splitLines(text));
  for (const source of COMMAND_SOURCES) {
    const found = source.read(lines, text).map(withoutShell).filter(isNoSearch);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Which of several command lines is most likely meant: the first of a component of Kubernetes that has flags, else the
 * first. 0 for none.
 */
export function mostLikely(commands: readonly CommandLine[]): number {
  const at = commands.findIndex(
    (command) => isLikely(programName(command)) && command.argv.some(({ text }) => text.startsWith('-')),
  );
  return Math.max(at, 0);
}

const isLikely = (program: string): boolean =>
  COMPONENTS.includes(program) || program === 'dlv' || program === 'hyperkube';

function isNoSearch(command: CommandLine): boolean {
  const [first, second] = command.argv;
  const name = programName(command);
  if (name.startsWith('[') && name.endsWith(']')) return false;
  if (isShell(name) && command.argv.some(({ text }) => text.includes('grep '))) return false;
  return !SEARCHES.has(name) && !(first?.text === 'sudo' && SEARCHES.has(second?.text ?? ''));
}

/** `/proc/<pid>/cmdline` in each of the forms that show where arguments end; then in the one that does not. */
function readProc(lines: readonly Line[]): readonly CommandLine[] {
  const marked = lines.flatMap((line) => readProcCmdline(line) ?? []);
  if (marked.length > 0) return marked;
  const listed = readProcLines(lines);
  return listed.length > 0 ? listed : lines.flatMap((line) => readGluedCmdline(line) ?? []);
}

function readListing(lines: readonly Line[]): readonly CommandLine[] {
  const starts = createPsReader();
  const rows = unwrap(lines, (line) => starts(line) !== undefined);
  const read = createPsReader();
  const found = rows.flatMap((row) => {
    const command = read(row.line) ?? readContainerLine(row.line);
    return command ? [withWrapping(command, row)] : [];
  });
  const cut = cutTogether(found);
  return lines.some(({ text }) => isPsHeader(text)) ? namesOnly(cut) : cut;
}

/**
 * What the length of one row leaves open, its neighbours tell: rows of different programs that end at the same column were
 * cut there, whatever width that is, and a row that is shorter than another was not cut.
 */
function cutTogether(found: readonly CommandLine[]): readonly CommandLine[] {
  const widthOf = ({ span }: CommandLine): number => span.to - span.from;
  const widest = found.reduce((width, command) => Math.max(width, widthOf(command)), 0);
  const atEdge = found.filter((command) => widthOf(command) === widest);
  const together = widest >= 60 && new Set(atEdge.map(programName)).size > 1;
  return found.map((command) => {
    const cut = command.problems.some(({ code }) => code === 'cut');
    const last = command.argv.at(-1);
    if (together && !cut && last && widthOf(command) >= widest - 1) {
      const problem = { code: 'cut', span: last.span, facts: { width: widest } } as const;
      return { ...command, problems: [...command.problems, problem] };
    }
    const byWidth = command.problems.find(
      ({ code, facts }) => code === 'cut' && facts?.['width'] !== undefined,
    );
    // A blank at the edge may have been trimmed, so one column less is still the edge.
    return byWidth && widthOf(command) < widest - 1
      ? { ...command, problems: command.problems.filter((problem) => problem !== byWidth) }
      : command;
  });
}

/** `ps -o pid,comm` has the header of `ps -o pid,args`: if no row has an argument or a path, it shows names alone. */
function namesOnly(found: readonly CommandLine[]): readonly CommandLine[] {
  const bare = ({ argv }: CommandLine): boolean => argv.length === 1 && !argv[0]?.text.includes('/');
  if (!found.every(bare)) return found;
  return found.map((command) => {
    if (command.problems.some(({ code }) => code === 'name-only')) return command;
    const whole = nameOfCut(command.argv[0]?.text ?? '');
    const facts = whole ? { facts: { found: whole } } : {};
    const problem = { code: 'name-only', span: command.span, ...facts } as const;
    return { ...command, problems: [problem, ...command.problems] };
  });
}

function readTyped(lines: readonly Line[]): readonly CommandLine[] {
  const logical = joinContinued(lines);
  for (const read of [readTypedCommand, readEmbeddedCommand]) {
    const found = unwrap(logical, (line) => read(line) !== undefined).flatMap((row) => {
      const command = read(row.line);
      return command ? [withWrapping(withoutRunner(command), row)] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

const withWrapping = (command: CommandLine, { lines }: Unwrapped): CommandLine =>
  lines < 2
    ? command
    : {
        ...command,
        problems: [...command.problems, { code: 'wrapped', span: command.span, facts: { lines } }],
      };

/** A row of a process listing, by itself. */
export const readProcessRow = (line: Line): CommandLine | undefined => readPsRow(line) ?? readPidRow(line);

/** What a single line says of a process, if anything: a listing's row, a `/proc` line or a command. */
export const readCommandLine = (line: Line): CommandLine | undefined =>
  readProcCmdline(line) ?? readProcessRow(line) ?? readTypedCommand(line);

/** A line of a terminal session that is no answer: a prompt with a command, or a listing's header. */
export const isSessionLine = (line: string): boolean => promptEnd(line) > 0 || isPsHeader(line);
