import type { ProgramLine } from '../log/index.ts';
import { type Stack, type StackReader, createStackReader } from '../stack/index.ts';

/** So many pods and containers may have a stack open at one time; the one that was quiet longest is closed for another. */
const MAX_SOURCES = 64;

export interface SourceStacks {
  /** Whether the line belongs to a stack of its source, of Go or of another language, and the stacks that end with it. */
  push(line: ProgramLine): {
    readonly stack: 'go-stack' | 'stack' | undefined;
    readonly ended: readonly Stack[];
  };
  /** Whether no source has a stack open, or lines that may belong to one. */
  isIdle(): boolean;
  end(): readonly Stack[];
  /** Whose stack one that has ended was, and the lines of the source from its first one on. */
  placeOf(stack: Stack): StackPlace;
}

export interface StackPlace {
  readonly source: string;
  readonly lines: readonly Pick<ProgramLine, 'number' | 'from' | 'to'>[];
}

interface Source {
  readonly reader: StackReader;
  /** When its last line came, counted in lines. */
  last: number;
  /** Lines of which a stack may still be made. */
  lines: StackPlace['lines'][number][];
}

/** So many lines above a stack's first frame may belong to it, and more are kept: they are dropped in bulk. */
const MAX_ABOVE = 1_000;

/**
 * Reads stacks out of lines of many pods, whose lines come in turns: each source has a reader of its own, so that the
 * frames of one do not end the stack of another.
 */
export function createSourceStacks(): SourceStacks {
  const sources = new Map<string, Source>();
  let count = 0;
  const places = new WeakMap<Stack, StackPlace>();

  const oldest = (): string => {
    let found = '';
    let least = Infinity;
    for (const [name, { last }] of sources) {
      if (last >= least) continue;
      found = name;
      least = last;
    }
    return found;
  };

  const sourceOf = (name: string): { source: Source; evicted: Stack | undefined } => {
    const known = sources.get(name);
    if (known) {
      known.last = ++count;
      return { source: known, evicted: undefined };
    }
    let evicted: Stack | undefined;
    if (sources.size >= MAX_SOURCES) {
      const quiet = oldest();
      evicted = end(quiet);
      sources.delete(quiet);
    }
    const source = { reader: createStackReader(), last: ++count, lines: [] };
    sources.set(name, source);
    return { source, evicted };
  };

  const place = (stack: Stack, name: string, source: Source): void => {
    places.set(stack, { source: name, lines: source.lines });
    source.lines = source.lines.slice(source.lines.findLastIndex(({ from }) => from < stack.span.to) + 1);
  };

  const end = (name: string): Stack | undefined => {
    const source = sources.get(name);
    const ended = source?.reader.end();
    if (source && ended) place(ended, name, source);
    return ended;
  };

  return {
    push(line) {
      const { source, evicted } = sourceOf(line.source);
      const { taken, language = 'go', ended } = source.reader.push(line);
      source.lines.push({ number: line.number, from: line.from, to: line.to });
      if (ended) place(ended, line.source, source);
      else if (!taken && source.lines.length > MAX_ABOVE) source.lines = source.lines.slice(-MAX_ABOVE / 2);
      const stack = taken ? (language === 'go' ? 'go-stack' : 'stack') : undefined;
      const all = evicted ? [evicted] : NONE;
      return { stack, ended: ended ? [...all, ended] : all };
    },
    isIdle() {
      for (const { reader } of sources.values()) if (!reader.isIdle()) return false;
      return true;
    },
    end: () => [...sources].sort(([, a], [, b]) => a.last - b.last).flatMap(([name]) => end(name) ?? []),
    placeOf: (stack) => places.get(stack) ?? NOWHERE,
  };
}

const NONE: readonly Stack[] = [];

const NOWHERE: StackPlace = { source: '', lines: [] };
