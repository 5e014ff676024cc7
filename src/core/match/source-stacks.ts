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
  /** Whether only the source without a name has spoken, and has no stack open. */
  isIdle(): boolean;
  end(): readonly Stack[];
}

/**
 * Reads stacks out of lines of many pods, whose lines come in turns: each source has a reader of its own, so that the
 * frames of one do not end the stack of another.
 */
export function createSourceStacks(): SourceStacks {
  const readers = new Map<string, StackReader>();

  /** The readers stand in the order of their last line. */
  const readerOf = (source: string): { reader: StackReader; evicted: Stack | undefined } => {
    const known = readers.get(source);
    if (known) {
      if (readers.size > 1) {
        readers.delete(source);
        readers.set(source, known);
      }
      return { reader: known, evicted: undefined };
    }
    let evicted: Stack | undefined;
    if (readers.size >= MAX_SOURCES) {
      const [oldest = ''] = readers.keys();
      evicted = readers.get(oldest)?.end();
      readers.delete(oldest);
    }
    const reader = createStackReader();
    readers.set(source, reader);
    return { reader, evicted };
  };

  return {
    push(line) {
      const { reader, evicted } = readerOf(line.source);
      const { taken, language = 'go', ended } = reader.push(line);
      const stack = taken ? (language === 'go' ? 'go-stack' : 'stack') : undefined;
      const all = evicted ? [evicted] : NONE;
      return { stack, ended: ended ? [...all, ended] : all };
    },
    isIdle: () => readers.size === 0 || (readers.size === 1 && readers.get('')?.isIdle() === true),
    end: () => [...readers.values()].flatMap((reader) => reader.end() ?? []),
  };
}

const NONE: readonly Stack[] = [];
