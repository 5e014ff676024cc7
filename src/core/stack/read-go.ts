import type { Line, Span } from '../text/index.ts';
import type { CreatedBy, Frame, Goroutine, Stack, StackReason } from './frame.ts';
import { isElidedLine, isUnavailableLine, readCallLine, readCreatedByLine } from './frame-lines.ts';
import { type GoroutineHeader, readGoroutineHeader } from './goroutine-header.ts';
import { classifyPath, readPlaceLine } from './location.ts';

export interface StackReader {
  /** Whether the line belongs to a stack, and the stack that it ended, if it ended one. */
  push(line: Line): { taken: boolean; ended?: Stack };
  end(): Stack | undefined;
}

/** How many lines of a panic's value are kept while its goroutine is awaited. */
const MAX_PREAMBLE = 200;

/** What starts a report; the goroutines follow behind a blank line. */
const PREAMBLES: readonly { start: string; kind: StackReason['kind'] }[] = [
  { start: 'panic: ', kind: 'panic' },
  { start: 'fatal error: ', kind: 'fatal' },
  { start: 'SIGQUIT: ', kind: 'signal' },
  { start: 'SIGABRT: ', kind: 'signal' },
  { start: 'SIGSEGV: ', kind: 'signal' },
];

type OpenGoroutine = {
  /** Inside a panic's value text may look like a header; a real one has a blank line in front, or frames behind. */
  doubtful: boolean;
  /** The log message that it belongs to, unless the stack has a reason already. */
  reason: StackReason | undefined;
  header: GoroutineHeader;
  frames: Frame[];
  createdBy?: CreatedBy;
  from: number;
  to: number;
};

/**
 * Reads Go stacks out of lines as they come. One goroutine at a time is open; the states are
 *
 *     outside ── panic: … ──► preamble ── goroutine N [s]: ──► call ◄──► place
 *                                                     ▲         │ created by …, blank line
 *                                                     └─────────┘
 *
 * A line that fits no state ends the stack and is left to others; no line is lost.
 * Grammar: Go `src/runtime/traceback.go`, `panic.go`; 1.5 to 1.26 differ only in what the parts here tolerate.
 */
export function createStackReader(): StackReader {
  let reason: StackReason | undefined;
  let preambleLines = 0;
  /** A blank line came behind the reason: what follows may be the rest of a panic's value, or have nothing to do with it. */
  let doubtfulReason = false;
  let previous: Line | undefined;
  let goroutines: Goroutine[] = [];
  let open: OpenGoroutine | undefined;
  /** A call whose place has not come yet. */
  let pending: { line: Line; finish: (place?: { line: Line }) => void } | undefined;

  const closeGoroutine = (): void => {
    pending?.finish();
    pending = undefined;
    if (!open) return;
    const { header, frames, createdBy, from, to, doubtful } = open;
    if (doubtful && frames.length === 0) {
      open = undefined;
      return;
    }
    reason = open.reason ?? reason;
    goroutines.push({
      id: header.id,
      state: header.state,
      ...(header.minutes === undefined ? {} : { minutes: header.minutes }),
      lockedToThread: header.lockedToThread,
      frames,
      ...(createdBy ? { createdBy } : {}),
      span: { from, to },
    });
    open = undefined;
  };

  const finish = (): Stack | undefined => {
    closeGoroutine();
    const first = goroutines[0];
    const last = goroutines.at(-1);
    const stack: Stack | undefined = first &&
      last && {
        language: 'go',
        ...(reason ? { reason } : {}),
        goroutines,
        span: { from: Math.min(reason?.span.from ?? first.span.from, first.span.from), to: last.span.to },
      };
    goroutines = [];
    reason = undefined;
    preambleLines = 0;
    doubtfulReason = false;
    return stack;
  };

  const start = (line: Line, header: GoroutineHeader): Stack | undefined => {
    const glued = line.text.slice(0, header.from).trim() !== '';
    const ended = glued ? finish() : undefined;
    closeGoroutine();
    const unexplained = !reason || (doubtfulReason && !isBlankLine(previous));
    const own = unexplained && goroutines.length === 0 ? logReason(line, header, previous) : undefined;
    const doubtful = preambleLines > 0 && (header.from > 0 || !isBlankLine(previous));
    open = { header, doubtful, reason: own, frames: [], from: line.from + header.from, to: line.to };
    return ended;
  };

  const readInside = (goroutine: OpenGoroutine, line: Line): boolean => {
    const place = pending && readPlaceLine(line.text);
    if (pending && place) {
      pending.finish({ line });
      pending = undefined;
      return true;
    }
    const call = readCallLine(line.text);
    const createdBy = call ? undefined : readCreatedByLine(line.text);
    if (call || createdBy) {
      pending?.finish();
      pending = {
        line,
        finish: (placed) => {
          const at = placeOf(line, placed?.line);
          if (call) goroutine.frames.push({ ...call, ...at });
          else if (createdBy) goroutine.createdBy = { ...createdBy, ...at };
          goroutine.to = at.span.to;
        },
      };
      return true;
    }
    if (!isElidedLine(line.text) && !isUnavailableLine(line.text)) return false;
    goroutine.to = line.to;
    return true;
  };

  const push: StackReader['push'] = (line) => {
    const header = readGoroutineHeader(line.text);
    if (header) {
      const ended = start(line, header);
      return ended ? { taken: true, ended } : { taken: true };
    }
    if (open && readInside(open, line)) {
      preambleLines = 0;
      return { taken: true };
    }
    if (open?.doubtful && open.frames.length === 0) closeGoroutine();
    if (isBlankLine(line)) {
      closeGoroutine();
      return { taken: goroutines.length > 0 || preambleLines > 0 };
    }
    const preamble = PREAMBLES.find(({ start }) => line.text.startsWith(start));
    if (preamble) {
      const ended = finish();
      const span = { from: line.from, to: line.to };
      reason = { kind: preamble.kind, text: line.text.trimEnd(), span };
      preambleLines = 1;
      return ended ? { taken: true, ended } : { taken: true };
    }
    if (preambleLines > 0 && preambleLines < MAX_PREAMBLE) {
      preambleLines++;
      if (isBlankLine(previous) && !isIndented(line) && !isRuntimeStack(line)) doubtfulReason = true;
      return { taken: !doubtfulReason };
    }
    const ended = finish();
    return ended ? { taken: false, ended } : { taken: false };
  };

  return {
    push(line) {
      const result = push(line);
      previous = line;
      return result;
    },
    end: finish,
  };
}

/** The message that a goroutine's header is glued to, or the line directly above it. */
function logReason(line: Line, header: GoroutineHeader, previous: Line | undefined): StackReason | undefined {
  if (line.text.slice(0, header.from).trim() !== '') {
    const span = { from: line.from, to: line.from + header.from };
    return { kind: 'log', text: line.text.slice(0, header.from).trimEnd(), span };
  }
  if (!previous || isBlankLine(previous)) return undefined;
  return { kind: 'log', text: previous.text.trimEnd(), span: { from: previous.from, to: previous.to } };
}

/** Since Go 1.23 the further lines of a panic's value have a TAB in front. */
const isIndented = (line: Line): boolean => line.text.startsWith('\t');

/** The runtime's own stack, without a goroutine, stands in front of the others after a throw. */
const isRuntimeStack = (line: Line): boolean => line.text.startsWith('runtime stack:');

const isBlankLine = (line: Line | undefined): boolean => line?.text.trim() === '';

function placeOf(
  call: Line,
  placed: Line | undefined,
): Pick<Frame, 'file' | 'line' | 'location'> & { span: Span } {
  const place = placed && readPlaceLine(placed.text);
  if (!placed || !place) return { span: { from: call.from, to: call.to } };
  return {
    file: place.file,
    line: place.line,
    location: classifyPath(place.file),
    span: { from: call.from, to: placed.to },
  };
}
