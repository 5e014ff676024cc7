import { type ReadKey, readFrameKey } from '../../stack/index.ts';

/** The short essential part of a stack: keys from the innermost call on, and whether other calls may stand between. */
export interface StackPattern {
  readonly keys: readonly StackKey[];
}

export interface StackKey extends ReadKey {
  readonly source: string;
  /** Other frames may stand between it and the key in front of it. */
  readonly afterGap: boolean;
}

/** What is wrong with a stack of a signature, in words, and the place in its list. */
export interface StackPatternError {
  readonly message: string;
  readonly at: number;
}

export const GAP = '...';

/** So many keys are enough of any stack; each costs a row of the alignment. */
const MAX_KEYS = 16;

/**
 * Reads a stack as an author writes it. Between neighbours that stand in the list side by side there is no other call;
 * at both ends any may stand.
 *
 *     [k8s.io/klog/v2.Fatalf, ..., k8s.io/kubernetes/pkg/controlplane.(*Controller).Start]
 */
export function parseStack(sources: readonly string[]): StackPattern | StackPatternError {
  const keys: StackKey[] = [];
  for (const [at, source] of sources.entries()) {
    if (source === GAP) {
      const isBetween = at > 0 && at < sources.length - 1 && sources[at + 1] !== GAP;
      if (!isBetween) return { at, message: `expected \`${GAP}\` between two keys` };
      continue;
    }
    const read = readFrameKey(source);
    if (!read) {
      const message = `expected a function such as \`example.com/app/store.(*Store).Get\` or \`net/http.*\`, found \`${source}\``;
      return { at, message };
    }
    keys.push({ ...read, source, afterGap: sources[at - 1] === GAP });
  }
  if (keys.length > MAX_KEYS)
    return { at: 0, message: `expected at most ${MAX_KEYS} keys, found ${keys.length}` };
  if (keys.every(({ owner }) => owner === 'runtime') || (keys.length < 2 && !keys.some(isTelling))) {
    return {
      at: 0,
      message: 'expected two keys, or one function of the program itself, beside Go and its loggers',
    };
  }
  return { keys };
}

const isTelling = ({ owner, any, source }: StackKey): boolean =>
  owner === 'program' && !any && !source.startsWith('main.');

export const isStackError = (read: StackPattern | StackPatternError): read is StackPatternError =>
  'message' in read;
