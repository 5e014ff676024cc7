import type { Line } from '../../text/index.ts';
import type { Argument, CommandLine } from '../command-line.ts';
import { promptEnd } from './typed.ts';

/** How `/proc/<pid>/cmdline` shows its separators: as they are, or through `cat -v`. */
const SEPARATORS = ['\0', '^@'] as const;

/**
 * Reads a line of `/proc/<pid>/cmdline`: a NUL behind every argument, so nothing is lost (proc(5)).
 * `undefined` if the line has no such separator.
 */
export function readProcCmdline(line: Line): CommandLine | undefined {
  const separator = SEPARATORS.find((mark) => line.text.includes(mark));
  if (!separator) return undefined;
  const argv: Argument[] = [];
  let at = line.from;
  for (const piece of line.text.split(separator)) {
    argv.push({ text: piece, span: { from: at, to: at + piece.length } });
    at += piece.length + separator.length;
  }
  // What follows the last separator is no argument unless the text was cut there: nothing, or the shell's next prompt.
  const last = argv.at(-1)?.text ?? '';
  if (last.trim() === '' || promptEnd(`${last.trimEnd()} `) > 0) argv.pop();
  const span = { from: line.from, to: line.to };
  return argv.length === 0 ? undefined : { source: 'proc-cmdline', argv, span, problems: [] };
}
