import type { Line, Span } from '../../text/index.ts';
import type { CreatedBy, Frame, Goroutine } from '../frame.ts';
import {
  isElidedLine,
  isSymbol,
  isUnavailableLine,
  readAnyCallLine,
  readCallLine,
  readCreatedByLine,
} from '../frame-lines.ts';
import { cutLine, spanOf, spanOver } from './indentation.ts';
import type { Names, Placed } from './names.ts';
import { type PlaceLine, TEST_MAIN, readAddress, readPlaceLine } from './place-line.ts';

/** What a goroutine's header tells of it. */
export type Heading = Omit<Goroutine, 'frames' | 'createdBy' | 'span'>;

export interface OpenGoroutine {
  /** Whether the line belongs to it; 'maybe' for the name of a C function, if its place follows. */
  push(line: Line): 'part' | 'maybe' | 'over';
  /** Whether it has anything behind its header. */
  hasFrames(): boolean;
  /** Whether it was said who created it, and where: nothing can follow but another goroutine. */
  isComplete(): boolean;
  end(): Goroutine;
}

/**
 * Reads the lines behind a goroutine's header:
 *
 *     main.(*server).handle(0xc0000a4000, {0x4cce95, 0xc})       call
 *     	/src/server.go:120 +0x86 fp=0xc00006c fp=0xc00005c pc=0x4330b2   its place
 *     ...additional frames elided...
 *     created by main.main in goroutine 1
 *     	/src/main.go:7 +0x29
 */
export function createGoroutine(heading: Heading, from: Span, names: Names): OpenGoroutine {
  const frames: Frame[] = [];
  let createdBy: CreatedBy | undefined;
  let complete = false;
  let noted = false;
  let { to } = from;
  /** A call whose place has not come yet. */
  let pending: { span: Span; finish: (placed: Placed, span: Span) => boolean } | undefined;
  /** What may be the name of a function without arguments, if a place follows. */
  let name: Line | undefined;
  /** A call that was cut where a terminal's row ended, if its end follows. */
  let half: Line | undefined;

  const settle = (placed: Placed = {}, line?: Line): void => {
    if (!pending) return;
    const span = line ? spanOver(pending.span, spanOf(line)) : pending.span;
    if (pending.finish(placed, span)) to = Math.max(to, span.to);
    pending = undefined;
  };

  const readPlace = (line: Line): boolean => {
    if (pending) {
      const placed = names.placeOf(line.text);
      if (placed) settle(placed, line);
      return placed !== undefined;
    }
    const place = name && (readPlaceLine(line.text) ?? cPlace(line.text));
    if (!name || !place) return false;
    const span = spanOver(spanOf(name), spanOf(line));
    const call = readAnyCallLine(name.text, names.symbolOf);
    const named = { symbol: names.symbolOf(name.text.trimEnd()), args: '', inlined: false };
    frames.push({ ...(call ?? named), ...names.placed(place), span });
    to = Math.max(to, span.to);
    return true;
  };

  const readCall = (line: Line): boolean => {
    const call = names.callOf(line.text);
    const created = call ? undefined : readCreatedByLine(line.text, names.symbolOf);
    if (!call && !created) return false;
    settle();
    pending = {
      span: spanOf(line),
      finish(placed, span) {
        if (call) frames.push({ ...call, ...placed, span });
        // `created by m` at the end of a dump that was cut there.
        else if (created && (placed.file !== undefined || isSymbol(created.symbol.raw))) {
          createdBy = { ...created, ...placed, span };
          complete = placed.file !== undefined;
        } else return false;
        return true;
      },
    };
    return true;
  };

  /** `main.main() /src/main.go:7 +0x1d`: somebody, or a chat, joined the two lines. */
  const readJoined = (line: Line): boolean => {
    const at = line.text.endsWith(')') ? -1 : joint(line.text);
    if (at < 0 || !names.placeOf(line.text.slice(at + 1))) return false;
    return (
      readCall({ ...cutLine(line, 0), text: line.text.slice(0, at) }) && readPlace(cutLine(line, at + 1))
    );
  };

  const readHalves = (line: Line): boolean => {
    if (!half) return false;
    const text = half.text + line.text;
    return readCall({ ...half, text, to: line.to, end: line.end });
  };

  return {
    push(line) {
      if (readPlace(line) || readJoined(line) || readCall(line) || readHalves(line)) {
        name = undefined;
        half = undefined;
        return 'part';
      }
      name = undefined;
      half = isHalf(line.text) ? line : undefined;
      if (half) return 'maybe';
      if (isElidedLine(line.text) || isUnavailableLine(line.text) || isUnnamedLine(line.text)) {
        noted = true;
        to = Math.max(to, spanOf(line).to);
        return 'part';
      }
      if (!isName(line.text)) return 'over';
      name = line;
      return 'maybe';
    },
    hasFrames: () => frames.length > 0 || pending !== undefined || createdBy !== undefined || noted,
    isComplete: () => complete,
    end() {
      settle();
      return { ...heading, frames, ...(createdBy ? { createdBy } : {}), span: { from: from.from, to } };
    },
  };
}

/** C functions have no package; the runtime asks a symbolizer for their names. */
const isName = (text: string): boolean => {
  const name = text.trimEnd();
  return (
    name === UNNAMED || (name !== '' && name.length < 1_000 && !name.includes(' ') && !name.includes('\t'))
  );
};

/** Where the place begins of a call that stands on the same line, or of who created a goroutine; -1 if nowhere. */
function joint(text: string): number {
  return Math.max(...PLACES.map((start) => text.lastIndexOf(start)));
}

const PLACES = [' /', ' C:', ` ${TEST_MAIN}`];

/** `main.(*T).Work({0xc0001021e0?}, 0xc0`: a symbol and some of its arguments. */
const isHalf = (text: string): boolean =>
  text.length >= MIN_ROW &&
  text.length < 1_000 &&
  text.includes('0x') &&
  readCallLine(`${text})`) !== undefined;

/** No terminal is narrower. */
const MIN_ROW = 40;

const UNNAMED = 'non-Go function';

/** `non-Go function at pc=0x4330b2`: a C function of which nothing is known. */
const isUnnamedLine = (text: string): boolean => text.startsWith(`${UNNAMED} at pc=0x`);

/** `<TAB>pc=0x4330b2`, or `<TAB>/src/a.c:7 pc=0x4330b2`, below the name of a C function. */
function cPlace(text: string): PlaceLine | undefined {
  const address = text.startsWith('\tpc=0x') ? readAddress(text, 1) : undefined;
  return address === undefined ? undefined : { file: '', line: 0, from: 1, to: text.length, address };
}
