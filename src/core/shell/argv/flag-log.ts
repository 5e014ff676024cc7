import { type Line, readGoQuoted, spanIn } from '../../text/index.ts';
import type { Argument, CommandLine } from '../command-line.ts';

const MARK = '] FLAG: --';

/**
 * Reads the flags that a component logs when it starts with `--v=1` or more, one a line, with Go's `%q`:
 * `flags.go:59] FLAG: --v="2"` (k8s.io/component-base cli/flag, PrintFlags). These are the values in effect, so defaults
 * are among them, and the program's name is not.
 */
export function readFlagLog(lines: readonly Line[]): CommandLine[] {
  const argv: Argument[] = [];
  let from = 0;
  let to = 0;
  for (const line of lines) {
    const at = line.text.indexOf(MARK);
    if (at < 0) continue;
    const start = at + MARK.length - 2;
    const sign = line.text.indexOf('=', start);
    const quoted = sign < 0 ? undefined : readGoQuoted(line.text, sign + 1);
    if (!quoted) continue;
    if (argv.length === 0) from = line.from;
    to = line.to;
    argv.push({
      text: `${line.text.slice(start, sign + 1)}${quoted.value}`,
      span: spanIn(line, { from: start, to: quoted.to }),
    });
  }
  const span = { from, to };
  return argv.length === 0
    ? []
    : [{ source: 'flag-log', argv, span, problems: [{ code: 'no-program', span: argv[0]?.span ?? span }] }];
}
