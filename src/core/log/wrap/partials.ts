import { type MappedText, type Span, joinMapped } from '../../text/index.ts';
import type { Layer } from './layer.ts';

/** A line while its wrappers are taken off. */
export interface WorkLine extends Span {
  readonly number: number;
  readonly end: number;
  /** What is left of it, in offsets of the paste. */
  readonly rest: MappedText;
  readonly layers: readonly Layer[];
  readonly source: string;
  readonly physical: number;
  readonly parts: readonly Span[];
}

export interface Partials {
  /** Takes a line that goes on, or ends one that does: the joined line, or `undefined` while it is open. */
  push(line: WorkLine, goesOn: boolean): WorkLine | undefined;
  /** Lines that were open for so long that they are given out as they are. */
  late(number: number): readonly WorkLine[];
  /** Whether no line is open. */
  isIdle(): boolean;
  end(): WorkLine[];
}

/** As many containers as write in turns into one paste. */
const MAX_OPEN = 64;

/** In characters: sixteen times what containerd and dockerd cut at. */
const MAX_LENGTH = 256 * 1024;

/** Physical lines of others that may stand between two parts. */
const MAX_LINES_BETWEEN = 1000;

const NONE: readonly WorkLine[] = [];

interface Open {
  readonly lines: WorkLine[];
  length: number;
  last: number;
}

/** Joins lines that a container runtime cut into parts, those of each source for themselves. */
export function createPartials(): Partials {
  const open = new Map<string, Open>();

  const close = (source: string): WorkLine[] => {
    const [first, ...more] = open.get(source)?.lines ?? [];
    open.delete(source);
    return first ? [joinParts(first, more)] : [];
  };

  return {
    push(line, goesOn) {
      const before = open.get(line.source);
      if (!before && !goesOn) return line;
      const joined: Open = before ?? { lines: [], length: 0, last: 0 };
      joined.lines.push(line);
      joined.length += line.rest.text.length;
      joined.last = line.number;
      // The one that spoke last is last, so that the first is the one to give up.
      open.delete(line.source);
      open.set(line.source, joined);
      return goesOn && joined.length < MAX_LENGTH ? undefined : close(line.source)[0];
    },
    late(number) {
      if (open.size === 0) return NONE;
      const late: WorkLine[] = [];
      for (const [source, { last }] of open) {
        if (open.size <= MAX_OPEN && number - last <= MAX_LINES_BETWEEN) break;
        late.push(...close(source));
      }
      return late;
    },
    isIdle: () => open.size === 0,
    end: () => [...open.keys()].flatMap(close),
  };
}

function joinParts(first: WorkLine, more: readonly WorkLine[]): WorkLine {
  if (more.length === 0) return first;
  const lines = [first, ...more];
  const last = lines.at(-1) ?? first;
  return {
    ...first,
    to: last.to,
    end: last.end,
    rest: joinMapped(lines.map(({ rest }) => rest)),
    physical: lines.reduce((sum, { physical }) => sum + physical, 0),
    parts: lines.flatMap(({ parts }) => parts),
  };
}
