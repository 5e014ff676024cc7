import type { CreatedBy, Frame, Goroutine, StackReason } from './frame.ts';
import { isOwn } from './libraries.ts';
import { type KnownVersions, sourceLink } from './source-link.ts';
import { displaySymbol } from './symbol.ts';

/** A frame as `--json` and the page have it: a plain object whose keys do not change. */
export interface ToldFrame {
  readonly package: string;
  /** Without the `*` of a pointer. */
  readonly receiver: string | null;
  readonly function: string;
  readonly closure?: string;
  /** All of these in one, as a person writes it. */
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  /** The web address of the very line, where it is certain. */
  readonly link?: string;
  readonly inlined?: true;
  /** Code of the program, and not of a library. */
  readonly own?: true;
}

export interface ToldGoroutine {
  readonly id?: number;
  readonly name?: string;
  readonly count?: number;
  readonly state: string;
  readonly minutes?: number;
  readonly lockedToThread?: true;
  readonly reason?: StackReason;
  readonly frames: readonly ToldFrame[];
  readonly createdBy?: ToldFrame & { readonly goroutine?: number };
}

/** A frame with its link, as far as the versions are known. */
export function tellFrame(frame: Frame, known: KnownVersions): ToldFrame {
  return {
    ...tellPlace(frame, known),
    ...(frame.inlined ? { inlined: true } : {}),
    ...(isOwn(frame) ? { own: true } : {}),
  };
}

export function tellGoroutine(goroutine: Goroutine, known: KnownVersions): ToldGoroutine {
  const { id, name, count, state, minutes, lockedToThread, reason, frames, createdBy } = goroutine;
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(count === undefined ? {} : { count }),
    state,
    ...(minutes === undefined ? {} : { minutes }),
    ...(lockedToThread ? { lockedToThread } : {}),
    ...(reason ? { reason } : {}),
    frames: frames.map((frame) => tellFrame(frame, known)),
    ...(createdBy
      ? {
          createdBy: {
            ...tellPlace(createdBy, known),
            ...(createdBy.goroutine === undefined ? {} : { goroutine: createdBy.goroutine }),
          },
        }
      : {}),
  };
}

function tellPlace({ symbol, file, line, location }: Frame | CreatedBy, known: KnownVersions): ToldFrame {
  const link = location && line !== undefined ? sourceLink(location, line, known) : undefined;
  return {
    package: symbol.package,
    receiver: symbol.receiver ?? null,
    function: symbol.function,
    ...(symbol.closure === undefined ? {} : { closure: symbol.closure }),
    name: displaySymbol(symbol),
    file: file ?? null,
    line: line ?? null,
    ...(link === undefined ? {} : { link }),
  };
}
