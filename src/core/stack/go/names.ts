import { ownCopy } from '../../text/index.ts';
import type { Frame, Symbol } from '../frame.ts';
import { type CallLine, readCallLine } from '../frame-lines.ts';
import { type Location, classifyPath } from '../location.ts';
import { parseSymbol } from '../symbol.ts';
import { type PlaceLine, readBarePlaceLine, readPlaceLine } from './place-line.ts';

/** A dump of thousands of goroutines names the same few functions and files again and again: each is read once. */
export interface Names {
  readonly symbolOf: (raw: string) => Symbol;
  readonly locationOf: (path: string) => Location;
  /** The call that a line is, see `readCallLine`. */
  readonly callOf: (line: string) => CallLine | undefined;
  /** The place that a line below a call is. */
  readonly placeOf: (line: string) => Placed | undefined;
  readonly placed: (place: PlaceLine) => Placed;
}

export type Placed = Pick<Frame, 'file' | 'line' | 'location' | 'offset' | 'address'>;

/** So many names are remembered at most, then it starts over: a paste may hold any number of them. */
const MAX_NAMES = 10_000;

export function createNames(): Names {
  const symbolOf = remember(parseSymbol);
  const locationOf: (path: string) => Location = remember(classifyPath);
  const placed = (place: PlaceLine): Placed => placedAt(place, locationOf);
  return {
    symbolOf,
    locationOf,
    callOf: remember((line) => readCallLine(line, symbolOf)),
    placeOf: remember((line) => {
      const place = readPlaceLine(line) ?? readBarePlaceLine(line);
      return place && placed(place);
    }),
    placed,
  };
}

function placedAt(
  { file, line, offset, address }: PlaceLine,
  locationOf: (path: string) => Location,
): Placed {
  return {
    ...(isKnown(file) ? { file, line, location: locationOf(file) } : {}),
    ...(offset === undefined ? {} : { offset }),
    ...(address ? { address } : {}),
  };
}

/** The runtime prints `?:0`, and `??:0` of C, where it has no file. */
const isKnown = (file: string): boolean => file !== '' && file !== '?' && file !== '??';

/** A text is remembered as a copy of its own: as a part of a chunk it would keep all of the chunk. */
function remember<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = ownCopy(text);
    const fresh = read(own);
    if (fresh === undefined) return fresh;
    if (known.size >= MAX_NAMES) known.clear();
    known.set(own, fresh);
    return fresh;
  };
}
