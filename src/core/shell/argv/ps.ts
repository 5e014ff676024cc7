import type { Line } from '../../text/index.ts';
import { componentStart } from '../component-start.ts';
import { type CommandLine, nameOfCut } from '../command-line.ts';
import { LAYOUTS, LOOSE_LAYOUTS, type PsLayout, isInt, layoutOfHeader, readColumns } from './ps-layout.ts';
import { splitCommand } from '../split-command.ts';

/**
 * Reads a row of `ps`: the columns, then the command with its blanks kept as they are. `ps` joins arguments with one
 * blank, so each further blank is an empty argument: `kube-apiserver --cloud-config=   --v=3` has two of them.
 * `undefined` if the line is no such row.
 */
export function readPsRow(line: Line): CommandLine | undefined {
  for (const layout of LAYOUTS) {
    const command = readRow(line, layout);
    if (command) return command;
  }
  return undefined;
}

/** A program by its path, or by its name with a flag behind it: a number in front of other words is no process id. */
const RE_PROGRAM = /^(?:\/|[a-z][\w.-]*(?: +--?[a-z]))/;

/** The same with a flag behind a path, too, where the columns prove little. */
const RE_WITH_FLAG = /^(?:\/?[a-z][\w./-]*)(?: +--?[a-z])/;

/** Reads `<pid> /path/to/program --flag …` or `<pid> kube-apiserver --flag …`: `ps -eo pid,args`, `pgrep -a`. */
export function readPidRow(line: Line): CommandLine | undefined {
  return readRow(line, { columns: LOOSE_LAYOUTS[0]?.columns ?? [], pid: 0 }, RE_PROGRAM);
}

/** Reads a row in a layout of `ps -eo` that was pasted without its header, or of the `ps` of busybox. */
function readLooseRow(line: Line): CommandLine | undefined {
  for (const layout of LOOSE_LAYOUTS) {
    const command = readRow(line, layout, layout === LOOSE_LAYOUTS[0] ? RE_PROGRAM : RE_WITH_FLAG);
    if (command) return command;
  }
  return undefined;
}

/** What may stand in a column: a number, a time, a terminal, a user, a state; no word of a sentence. */
const RE_COLUMN =
  /^(?:[\d.:-]+|\?|pts\/\d+|tty\w*|[A-Z][a-z]{2}\d{1,2}|[A-Z][a-zA-Z<+]{0,4}|[a-z_][\w.+-]{0,15})$/;

const MAX_COLUMNS = 16;

/**
 * Reads a row with other columns than those that are known (`ps -elf`, `ps -eo user,pid,pcpu,args`), if a component of
 * Kubernetes with a flag stands behind them: `4 S root 812 1 5 80 0 - 39012 futex_ Nov20 ? 01:12:40 /usr/bin/kubelet --v=2`.
 */
function readFarRow(line: Line): CommandLine | undefined {
  const from = componentStart(line.text);
  if (from <= 0) return undefined;
  const columns = line.text.slice(0, from).trim().split(/\s+/);
  const numbers = columns.filter(isInt);
  if (columns.length > MAX_COLUMNS || numbers.length === 0) return undefined;
  if (!columns.every((word) => RE_COLUMN.test(word)) || !columns.some((word) => /\d/.test(word)))
    return undefined;
  const user = columns.findIndex((word) => /^[a-z_][\w.+-]*$/.test(word));
  const pid = columns.slice(user + 1).find(isInt) ?? numbers[0];
  const span = { from: line.from, to: line.to };
  const { argv, problems } = splitCommand(line, from);
  return { source: 'ps', argv, pid: Number(pid), span, problems };
}

/** A reader for the rows of a listing in their order: a header says what the columns of the rows below it are. */
export function createPsReader(): (line: Line) => CommandLine | undefined {
  let announced: PsLayout | undefined;
  return (line) => {
    const header = layoutOfHeader(line.text);
    if (header) {
      announced = header;
      return undefined;
    }
    return (
      readPsRow(line) ?? (announced && readRow(line, announced)) ?? readLooseRow(line) ?? readFarRow(line)
    );
  };
}

function readRow(line: Line, layout: PsLayout, program?: RegExp): CommandLine | undefined {
  const row = readColumns(line.text, layout);
  if (!row) return undefined;
  const from = treeEnd(line.text, row.commandFrom);
  if (program && !program.test(line.text.slice(from, from + 200))) return undefined;
  const span = { from: line.from, to: line.to };
  const { argv, problems } = splitCommand(line, from);
  if (layout.nameOnly) {
    const whole = nameOfCut(argv[0]?.text ?? '');
    problems.unshift({ code: 'name-only', span, ...(whole ? { facts: { found: whole } } : {}) });
  }
  const user = layout.user === undefined ? undefined : row.words[layout.user];
  const pid = Number(row.words[layout.pid]);
  return { source: 'ps', argv, pid, ...(user ? { user } : {}), span, problems };
}

/** Where the command starts behind the branches of `ps --forest`: `|   \_ /usr/bin/kubelet --v=2`. */
export function treeEnd(text: string, from: number): number {
  let at = from;
  while ('|\\_├└─│ '.includes(text.charAt(at)) && at < text.length) at++;
  return at < text.length ? at : from;
}
