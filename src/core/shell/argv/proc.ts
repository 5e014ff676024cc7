import { type Line, spanIn } from '../../text/index.ts';
import { type Argument, type CommandLine, takesOnlyFlags } from '../command-line.ts';
import { promptEnd } from './prompt.ts';

/** How `/proc/<pid>/cmdline` shows its separators: as they are, through `cat -v`, and as programs print a string. */
const SEPARATORS = ['\0', '^@', String.raw`\x00`, String.raw`\u0000`, String.raw`\0`] as const;

/**
 * Reads a line of `/proc/<pid>/cmdline`: a NUL behind every argument, so nothing is lost (proc(5)).
 * `undefined` if the line has no such separator.
 */
export function readProcCmdline(line: Line): CommandLine | undefined {
  const separator = SEPARATORS.find((mark) => line.text.includes(mark));
  if (!separator || (separator.startsWith('\\') && !line.text.includes(`${separator}-`))) return undefined;
  const argv: Argument[] = [];
  let at = 0;
  for (const piece of line.text.split(separator)) {
    argv.push({ text: piece, span: spanIn(line, { from: at, to: at + piece.length }) });
    at += piece.length + separator.length;
  }
  // What follows the last separator is no argument unless the text was cut there: nothing, or the shell's next prompt.
  const last = argv.at(-1)?.text ?? '';
  if (/^\s*['"]?$/.test(last) || promptEnd(`${last.trimEnd()} `) > 0) argv.pop();
  const span = { from: line.from, to: line.to };
  return argv.length === 0 ? undefined : { source: 'proc-cmdline', argv, span, problems: [] };
}

/**
 * Reads `/proc/<pid>/cmdline` with a line for each argument (`tr '\0' '\n'`, `xargs -0 -n1`, `strings`): a line with the
 * program alone, then lines that are flags. An empty line in between is an empty argument. Nothing but a line end
 * within an argument is lost.
 */
export function readProcLines(lines: readonly Line[]): CommandLine[] {
  const commands: CommandLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first || !isProgramAlone(first.text.trim())) continue;
    const rest: Line[] = [];
    let end = 0;
    for (let next = lines[at + 1]; next && isArgument(next.text, rest.at(-1)); next = lines[++at + 1]) {
      rest.push(next);
      if (next.text !== '') end = rest.length;
    }
    const flags = rest.slice(0, end);
    if (!flags.some(({ text }) => text.trimStart().startsWith('-'))) continue;
    const argv = [first, ...flags].map((line) => {
      const from = line.text.length - line.text.trimStart().length;
      return { text: line.text.slice(from), span: spanIn(line, { from, to: line.text.length }) };
    });
    const span = { from: first.from, to: (flags.at(-1) ?? first).to };
    commands.push({ source: 'proc-cmdline', argv, span, problems: [] });
  }
  return commands;
}

const isProgramAlone = (text: string): boolean =>
  !text.includes(' ') && (takesOnlyFlags(text.slice(text.lastIndexOf('/') + 1)) || /^\/[\w./-]+$/.test(text));

/** A flag, the value behind one that has no `=`, or nothing. */
function isArgument(line: string, before: Line | undefined): boolean {
  const text = line.trimStart();
  if (text.startsWith('-')) return !text.startsWith('- ') && !text.startsWith('---');
  if (text === '') return line === '';
  const flag = before?.text.trimStart() ?? '';
  return flag.startsWith('-') && !flag.includes('=') && !text.includes(' ') && promptEnd(`${text} `) === 0;
}

/** A program that is known, and the first of its flags right behind it. */
const RE_GLUED =
  /^\/?(?:[\w.-]+\/)*(?:kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|kubelet|etcd)--[a-z]/;

/**
 * Reads `/proc/<pid>/cmdline` as a terminal shows it, without its NULs: `/usr/bin/kubelet--v=2--config=/x`. It can only
 * be split in front of each `--` that a flag follows, which a value may hold as well, so that is said.
 */
export function readGluedCmdline(line: Line): CommandLine | undefined {
  const text = line.text.trim();
  if (text.includes(' ') || !RE_GLUED.test(text.slice(0, 500))) return undefined;
  const from = line.text.indexOf(text);
  const argv: Argument[] = [];
  let start = 0;
  for (let at = text.indexOf('--'); at >= 0; at = text.indexOf('--', at + 2)) {
    if (!/[a-z]/.test(text.charAt(at + 2)) || (at > 0 && text.charAt(at - 1) === '-')) continue;
    argv.push(argumentAt(line, from, start, at));
    start = at;
  }
  argv.push(argumentAt(line, from, start, text.length));
  const span = { from: line.from, to: line.to };
  return { source: 'proc-cmdline', argv, span, problems: [{ code: 'glued', span }] };
}

const argumentAt = (line: Line, by: number, from: number, to: number): Argument => ({
  text: line.text.slice(by + from, by + to),
  span: spanIn(line, { from: by + from, to: by + to }),
});
