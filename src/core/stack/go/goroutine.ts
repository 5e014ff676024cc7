import type { Line, Span } from '../../text/index.ts';
import type { CreatedBy, Frame, Goroutine } from '../frame.ts';
import {
  isElidedLine,
  isSymbol,
  isUnavailableLine,
  readAnyCallLine,
  readCreatedByLine,
} from '../frame-lines.ts';
import { spanOf, spanOver } from './indentation.ts';
import type { Names, Placed } from './names.ts';
import { type PlaceLine, readAddress, readPlaceLine } from './place-line.ts';

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

  return {
    push(line) {
      if (readPlace(line) || readCall(line)) {
        name = undefined;
        return 'part';
      }
      name = undefined;
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

const UNNAMED = 'non-Go function';

/** `non-Go function at pc=0x4330b2`: a C function of which nothing is known. */
const isUnnamedLine = (text: string): boolean => text.startsWith(`${UNNAMED} at pc=0x`);

/** `<TAB>pc=0x4330b2`, or `<TAB>/src/a.c:7 pc=0x4330b2`, below the name of a C function. */
function cPlace(text: string): PlaceLine | undefined {
  const address = text.startsWith('\tpc=0x') ? readAddress(text, 1) : undefined;
  return address === undefined ? undefined : { file: '', line: 0, from: 1, to: text.length, address };
}
