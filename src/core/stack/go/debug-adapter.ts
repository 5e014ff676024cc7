import { CODE, type Line, quotedEnd, readNumber } from '../../text/index.ts';
import type { Frame, Goroutine, Stack } from '../frame.ts';
import type { Fit } from '../reader.ts';
import { spanOf, spanOver } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';
import { isSourceFile } from './place-line.ts';

/**
 * Reads the stacks that `dlv dap` sends to an editor, out of what `--log --log-output=dap` prints, or bare:
 *
 *     … debug layer=dap [<- from client]{"seq":6,"type":"request","command":"stackTrace","arguments":{"threadId":1,…}}
 *     … debug layer=dap [-> to client]{…"request_seq":6,…"command":"stackTrace","body":{"stackFrames":[{"id":1000,…}]}}
 *
 * The request names the goroutine, the response has its frames, and an editor may ask for those of one goroutine in
 * pieces. Adapters of other languages send the same: only files that Go reports make it a stack of Go. Sources: the
 * [Debug Adapter Protocol](https://microsoft.github.io/debug-adapter-protocol/specification#Requests_StackTrace) 1.68;
 * Delve 1.20.2 and 1.27.1 `service/dap/server.go` (onStackTraceRequest), where a thread's id is the goroutine's.
 */
export const openDebugAdapter: GoOpener = (line, _, names) =>
  isAdapterLine(line.text) ? createDebugAdapter(names) : undefined;

const COMMAND = '"command":"stackTrace"';
const FRAMES = '"stackFrames":[';

/** A cheap look: nearly all lines of JSON are none. */
export const isAdapterLine = (text: string): boolean =>
  text.includes('"stack') &&
  text.trimEnd().endsWith('}') &&
  (text.includes(COMMAND) || text.includes(FRAMES));

/** What else Delve logs between the two, and the messages themselves. */
const isMessage = (text: string): boolean => text.includes(' layer=dap ') || text.startsWith('{"');

/** So many requests may wait for their responses. */
const MAX_REQUESTS = 100;

interface Request {
  readonly id: number;
  /** How many of the frames the editor has already. */
  readonly start: number;
}

function createDebugAdapter(names: Names): ReturnType<GoOpener> {
  const requests = new Map<number, Request>();
  const goroutines: Goroutine[] = [];

  const readRequest = (text: string): boolean => {
    const seq = numberOf(text, 'seq');
    const id = numberOf(text, 'threadId');
    if (seq === undefined || id === undefined) return false;
    if (requests.size >= MAX_REQUESTS) requests.clear();
    requests.set(seq, { id, start: numberOf(text, 'startFrame') ?? 0 });
    return true;
  };

  const add = (line: Line, frames: readonly Frame[]): void => {
    const request = requests.get(numberOf(line.text, 'request_seq') ?? -1);
    const span = spanOf(line);
    const last = goroutines.at(-1);
    const goesOn = request && last?.id === request.id && last.frames.length === request.start;
    if (goesOn && request.start > 0) {
      goroutines[goroutines.length - 1] = {
        ...last,
        frames: [...last.frames, ...frames],
        span: spanOver(last.span, span),
      };
      return;
    }
    const id = request === undefined || request.id < 1 ? {} : { id: request.id };
    goroutines.push({ ...id, state: '', lockedToThread: false, frames, span });
  };

  const read = (line: Line): Fit => {
    const { text } = line;
    const at = text.indexOf(FRAMES);
    if (at < 0) {
      if (text.includes(COMMAND) && readRequest(text)) return 'part';
      return isMessage(text) ? 'maybe' : 'over';
    }
    const frames = readFrames(line, at + FRAMES.length, names);
    if (!frames.some(({ file }) => file !== undefined && isSourceFile(file))) return 'maybe';
    add(line, frames);
    return 'part';
  };

  return {
    push: read,
    end() {
      const [first] = goroutines;
      const last = goroutines.at(-1);
      if (!first || !last) return undefined;
      return { language: 'go', goroutines, span: spanOver(first.span, last.span) } satisfies Stack;
    },
  };
}

/** The number behind a key, wherever it stands in the message. */
function numberOf(text: string, key: string): number | undefined {
  const words = `"${key}":`;
  const at = text.indexOf(words);
  return at < 0 ? undefined : readNumber(text, at + words.length)?.value;
}

/** The objects of the list that starts at `from`, as many as are whole. */
function readFrames(line: Line, from: number, names: Names): Frame[] {
  const { text } = line;
  const frames: Frame[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) at = (quotedEnd(text, at) ?? text.length) - 1;
    else if (code === CODE.openBrace || code === CODE.openBracket) {
      if (depth++ === 0) start = at;
    } else if (code === CODE.closeBrace || code === CODE.closeBracket) {
      if (--depth < 0) break;
      const frame = depth === 0 ? toFrame(text.slice(start, at + 1), names) : undefined;
      if (frame) frames.push({ ...frame, span: spanOf(line, start, at + 1) });
    }
  }
  return frames;
}

/** `{"id":1000,"name":"main.(*T).Work","source":{"name":"main.go","path":"/src/main.go"},"line":22,"column":0,…}`. */
function toFrame(text: string, names: Names): Omit<Frame, 'span'> | undefined {
  const object = parse(text);
  const name = textOf(object, 'name');
  if (!name) return undefined;
  const file = textOf(memberOf(object, 'source'), 'path');
  const line = memberOf(object, 'line');
  const address = textOf(object, 'instructionPointerReference');
  const place = file && typeof line === 'number' && line > 0 ? { file, line, from: 0, to: 0 } : undefined;
  return {
    symbol: names.symbolOf(name),
    args: '',
    inlined: false,
    ...(place ? names.placed(place) : {}),
    ...(address ? { address } : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const memberOf = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;

function textOf(object: unknown, key: string): string | undefined {
  const value = memberOf(object, key);
  return typeof value === 'string' ? value : undefined;
}
