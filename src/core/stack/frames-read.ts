import { type ArgumentPrints, createArgumentPrints, readArguments } from './call-arguments.ts';
import type { Frame } from './frame.ts';
import type { KnownCall } from './go/known-calls.ts';

/** What a reader found out while it read frames that stand one behind the other, with nothing else between them. */
export interface FramesRead {
  readonly calls: readonly KnownCall[];
  readonly args: ArgumentPrints;
}

/** By the frames, so that whoever holds them needs not know of it. What is not here is found out once more. */
const read = new WeakMap<readonly Frame[], FramesRead>();

export const rememberRead = (frames: readonly Frame[], found: FramesRead): void => {
  read.set(frames, found);
};

export const callsOf = (frames: readonly Frame[]): readonly KnownCall[] | undefined =>
  read.get(frames)?.calls;

/** What the arguments of the frames come to. */
export function argumentsOf(frames: readonly Frame[]): ArgumentPrints {
  const known = read.get(frames);
  if (known) return known.args;
  const args = createArgumentPrints();
  for (const frame of frames) readArguments(frame.args, 0, frame.args.length, args);
  return args;
}
