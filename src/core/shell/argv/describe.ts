import { type Line, type Problem, spanIn } from '../../text/index.ts';
import type { Argument, CommandLine, CommandProblem } from '../command-line.ts';

/**
 * Reads the `Command:` and `Args:` of `kubectl describe pod`, which prints one argument a line, further in than the key, and
 * no quotes: an argument with a line end in it cannot be told from two.
 */
export function readPodDescription(lines: readonly Line[]): CommandLine[] {
  const commands: { argv: Argument[]; from: number; to: number }[] = [];
  let open = false;
  for (let at = 0; at < lines.length; at++) {
    const key = lines[at];
    const name = key?.text.trim();
    if (!key || (name !== 'Command:' && name !== 'Args:')) continue;
    const indent = indentOf(key.text);
    const argv: Argument[] = [];
    let last = key;
    for (let next = lines[at + 1]; next && indentOf(next.text) > indent; next = lines[++at + 1]) {
      const from = indentOf(next.text);
      const text = next.text.slice(from).trimEnd();
      argv.push({ text, span: spanIn(next, { from, to: from + text.length }) });
      last = next;
    }
    if (argv.length === 0) continue;
    const before = name === 'Args:' && open ? commands.at(-1) : undefined;
    if (before) {
      before.argv.push(...argv);
      before.to = last.to;
    } else commands.push({ argv, from: key.from, to: last.to });
    open = name === 'Command:';
  }
  return commands.map(({ argv, from, to }) => {
    const span = { from, to };
    const problems: Problem<CommandProblem>[] = argv[0]?.text.startsWith('-')
      ? [{ code: 'no-program', span: argv[0].span }]
      : [];
    return { source: 'pod-description', argv, span, problems };
  });
}

/** The blanks in front of a line's text; -1 for an empty line, which is further in than nothing. */
const indentOf = (text: string): number => (text.trim() === '' ? -1 : text.length - text.trimStart().length);
