import { type Line, splitLines } from '../../text/index.ts';
import { type CommandLine, type CommandSource, programName } from '../command-line.ts';
import { readContainerInspect } from './inspect.ts';
import { readPodManifest } from './manifest.ts';
import { readProcCmdline } from './proc.ts';
import { isPsHeader, readPidRow, readPsRow } from './ps.ts';
import { readSystemdUnit } from './systemd.ts';
import { joinContinued, promptEnd, readTypedCommand } from './typed.ts';

interface Source {
  readonly id: CommandSource;
  readonly read: (text: string, lines: readonly Line[]) => CommandLine[];
}

/** Searching for a process finds the search itself, too. */
const SEARCHES: ReadonlySet<string> = new Set(['grep', 'egrep', 'rg', 'ag', 'awk', 'pgrep']);

/**
 * Every shape in which a process's arguments are pasted, surest first: the first that finds any answers.
 * To add one: a file beside the others with a reader from text to command lines, and a row here.
 */
export const COMMAND_SOURCES: readonly Source[] = [
  {
    id: 'container-inspect',
    read: (text) => readContainerInspect(text, { from: 0, to: text.length }) ?? [],
  },
  { id: 'systemd-unit', read: (_, lines) => readSystemdUnit(lines) },
  { id: 'pod-manifest', read: (_, lines) => readPodManifest(lines) },
  { id: 'proc-cmdline', read: (_, lines) => lines.flatMap((line) => readProcCmdline(line) ?? []) },
  { id: 'ps', read: (_, lines) => lines.flatMap((line) => readProcessRow(line) ?? []) },
  {
    id: 'typed',
    read: (text, lines) => joinContinued(text, lines).flatMap((line) => readTypedCommand(line) ?? []),
  },
];

/** The command lines of a paste. Empty if no shape fits. */
export function readCommandLines(text: string): CommandLine[] {
  const lines = splitLines(text);
  for (const source of COMMAND_SOURCES) {
    const found = source.read(text, lines).filter((command) => !SEARCHES.has(programName(command)));
    if (found.length > 0) return found;
  }
  return [];
}

/** A row of a process listing, by itself. */
export const readProcessRow = (line: Line): CommandLine | undefined => readPsRow(line) ?? readPidRow(line);

/** What a single line says of a process, if anything: a listing's row, a `/proc` line or a command. */
export const readCommandLine = (line: Line): CommandLine | undefined =>
  readProcCmdline(line) ?? readProcessRow(line) ?? readTypedCommand(line);

/** A line of a terminal session that is no answer: a prompt with a command, or a listing's header. */
export const isSessionLine = (line: string): boolean => promptEnd(line) > 0 || isPsHeader(line);
