import { ownCopy } from '../text/index.ts';
import type { Goroutine } from './frame.ts';
import { argumentTexts, framesOf, unreadOf } from './unread-frames.ts';

/** A goroutine that is kept: thousands of them, of which a page shows a few. */
export interface Sample {
  readonly id: number | undefined;
  readonly state: string;
  readonly goroutine: () => Goroutine;
}

/**
 * Keeps a goroutine in memory of its own: as parts of a chunk its texts would keep all of the chunk. Of frames that
 * nobody has asked for only the arguments are kept, a quarter of what the frames would be.
 */
export function keep(goroutine: Goroutine): Sample {
  const { id } = goroutine;
  const state = ownCopy(goroutine.state);
  const unread = unreadOf(goroutine);
  if (!unread) {
    const frames = goroutine.frames.map((frame) => ({ ...frame, args: ownCopy(frame.args) }));
    const kept = { ...goroutine, state, frames };
    return { id, state, goroutine: () => kept };
  }
  const { rest, calls, from, offset } = unread;
  const args = ownCopy(argumentTexts(unread).join('\n'));
  let kept: Goroutine | undefined;
  return {
    id,
    state,
    goroutine: () => (kept ??= { ...rest, state, frames: framesOf(calls, args.split('\n'), offset + from) }),
  };
}
