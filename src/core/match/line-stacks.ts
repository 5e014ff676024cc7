import { type ProgramLine, innerStack, readHeader, toLogEntry } from '../log/index.ts';
import { type Stack, type StackReason, createStackReader } from '../stack/index.ts';

/**
 * The stacks that stand inside of a line, with their line ends written out: in fields of a log line, quoted, in a cell.
 *
 *     > {"level":"error","msg":"Reconciler error","error":"…","stacktrace":"main.main\n\t/src/main.go:12"}    zap
 *     > {"levelname":"ERROR","message":"failed","exc_info":"Traceback (most recent call last):\n  File …"}   python-json-logger
 *
 * What a log line says, with the error beside it, is the reason of a stack that names none.
 */
export function lineStacks(line: ProgramLine): readonly Stack[] {
  const lines = innerStack(line);
  if (lines.length === 0) return NONE;
  const reader = createStackReader();
  const found = lines.flatMap((inner) => reader.push(inner).ended ?? []);
  const last = reader.end();
  const stacks = last ? [...found, last] : found;
  const said = stacks.length > 0 ? saidBy(line) : undefined;
  return said ? stacks.map((stack) => withReason(stack, said)) : stacks;
}

const NONE: readonly Stack[] = [];

function saidBy(line: ProgramLine): StackReason | undefined {
  const header = readHeader(line.text);
  if (!header) return undefined;
  const { message, fields } = toLogEntry({ header, lines: [line] });
  const error = fields.find(({ key }) => key === 'error' || key === 'err')?.value;
  const text = error === undefined || message.includes(error) ? message : `${message}: ${error}`;
  return { kind: 'log', text, span: { from: line.from, to: line.to } };
}

function withReason(stack: Stack, said: StackReason): Stack {
  const reason = stack.reason ?? said;
  const [only, ...more] = stack.goroutines;
  // Beside the stacks of other lines it has to say itself what it is about.
  const goroutines = only && !only.reason && more.length === 0 ? [{ ...only, reason }] : stack.goroutines;
  return { ...stack, reason, goroutines };
}
