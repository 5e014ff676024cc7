import { type Line, type Span, readNumber } from '../../text/index.ts';
import type { Frame, Goroutine, Stack } from '../frame.ts';
import { isSymbol } from '../frame-lines.ts';
import { quoteOf, spanOf, spanOver, withoutQuote } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { readPlace } from './place-line.ts';

/**
 * Reads what "Copy Call Stack" of VS Code puts on the clipboard, a call a line:
 *
 *     runtime.gopark (/usr/lib/go-1.19/src/runtime/proc.go:364)
 *     apiserver.(*T).Work (c:\src\main.go:22)                       the folder of the package's path is left out
 *     main.T.Work (Unknown Source:1)                                made by the compiler; in the editor's language
 *
 * It opens at the second of such lines: one alone may be a sentence of any program. Sources: microsoft/vscode
 * at 012e88e4 `src/vs/workbench/contrib/debug/common/debugModel.ts` (StackFrame.toString), `debugSource.ts`,
 * `browser/debugCommands.ts` (COPY_STACK_TRACE_ID); Delve 1.27.1 `service/dap/server.go` (fnName).
 */
export const openCallStack: GoOpener = (line, [above], names) => {
  if (!above || !isShaped(line.text) || !isShaped(above.text)) return undefined;
  const quote = quoteOf(above.text);
  const first = readFrame(withoutQuote(above, quote), names);
  const second = first && readFrame(withoutQuote(line, quote), names);
  if (!second || (first.file ?? second.file) === undefined) return undefined;
  return createCallStack(quote, first, names);
};

const isShaped = (text: string): boolean => text.trimEnd().endsWith(')');

function createCallStack(quote: string, first: Frame, names: Names): ReturnType<GoOpener> {
  const frames = [first];
  let { span } = first;
  return {
    push(line) {
      const frame = isShaped(line.text) ? readFrame(withoutQuote(line, quote), names) : undefined;
      if (!frame || frames.at(-1)?.symbol.raw === LAST) return 'over';
      frames.push(frame);
      span = spanOver(span, frame.span);
      return 'part';
    },
    end() {
      const goroutine: Goroutine = { state: '', lockedToThread: false, frames, span };
      return { language: 'go', goroutines: [goroutine], span } satisfies Stack;
    },
  };
}

/** The outermost call of every goroutine. */
const LAST = 'runtime.goexit';

/** `main.(*T).Work (/src/main.go:22)` and nothing else on the line. */
function readFrame(line: Line, names: Names): Frame | undefined {
  const text = line.text.trimEnd();
  const open = text.indexOf(' (');
  const raw = text.slice(0, open);
  if (open <= 0 || !isSymbol(raw)) return undefined;
  const inside = text.slice(open + ' ('.length, -1);
  const place = readPlace(inside, 0);
  if (place ? place.to !== inside.length : !isUnknown(inside)) return undefined;
  const span: Span = spanOf(line, 0, text.length);
  return {
    symbol: names.symbolOf(raw),
    args: '',
    inlined: false,
    ...(place ? names.placed(place) : {}),
    span,
  };
}

/** `Unknown Source:1`, in the language of the editor. */
function isUnknown(place: string): boolean {
  const colon = place.indexOf(':');
  const number = readNumber(place, colon + 1);
  return colon > 0 && number?.to === place.length && !place.includes('/') && !place.includes('\\');
}
