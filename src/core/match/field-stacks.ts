import { type ProgramLine, readHeader, toLogEntry } from '../log/index.ts';
import { type Goroutine, type Stack, readStacks } from '../stack/index.ts';

/**
 * The stacks that stand in fields of a log line, with their line ends written out:
 *
 *     > {"level":"error","msg":"Reconciler error","error":"…","stacktrace":"main.main\n\t/src/main.go:12"}    zap
 *     > {"levelname":"ERROR","message":"failed","exc_info":"Traceback (most recent call last):\n  File …"}   python-json-logger
 *
 * The message, with the error beside it, is the reason of a stack that names none. All of it has the span of the line.
 * Empty for a line without, and for one of no known format.
 */
export function fieldStacks(line: ProgramLine): readonly Stack[] {
  if (!line.text.includes('\\n')) return NONE;
  const header = readHeader(line.text);
  if (!header) return NONE;
  const { message, fields } = toLogEntry({ header, lines: [line] });
  const span = { from: line.from, to: line.to };
  const error = fields.find(({ key }) => key === 'error' || key === 'err')?.value;
  const text = error === undefined || message.includes(error) ? message : `${message}: ${error}`;
  const stacks: Stack[] = [];
  for (const { value } of fields) {
    if (!value.includes('\n')) continue;
    for (const stack of readStacks(value).stacks) {
      const reason = { ...(stack.reason ?? ({ kind: 'log', text } as const)), span };
      const goroutines = stack.goroutines.map((goroutine) => placed(goroutine, span));
      const [only, ...more] = goroutines;
      // Beside the stacks of other lines it has to say itself what it is about.
      const told = only && !only.reason && more.length === 0 ? [{ ...only, reason }] : goroutines;
      stacks.push({ ...stack, span, reason, goroutines: told });
    }
  }
  return stacks;
}

const NONE: readonly Stack[] = [];

const placed = (goroutine: Goroutine, span: Stack['span']): Goroutine => ({
  ...goroutine,
  span,
  frames: goroutine.frames.map((frame) => ({ ...frame, span })),
});
