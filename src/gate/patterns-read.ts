import { isPatternError, isStackError, parsePattern, parseStack } from '../core/match/index.ts';
import type { Content } from './content.ts';

/** Whether all patterns read, so that a pack can be made: those that do not are told by the rules of their own files. */
export const patternsRead = ({ runbooks, noise }: Content): boolean =>
  [
    ...runbooks.flatMap(({ data }) => data.signatures.flatMap(({ heads, tails }) => [...heads, ...tails])),
    ...noise.flatMap(({ data }) => data.heads),
  ].every(({ pattern }) => !isPatternError(parsePattern(pattern))) &&
  runbooks.every(({ data }) =>
    data.signatures.every(({ stack }) => stack.every((keys) => !isStackError(parseStack(keys)))),
  );
