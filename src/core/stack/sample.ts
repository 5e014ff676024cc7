import { ownCopy } from '../text/index.ts';
import type { Goroutine } from './frame.ts';
import { unreadOf, withUnreadFrames } from './unread-frames.ts';

/**
 * A goroutine in memory of its own, of which thousands are kept and a few are looked at: as parts of a chunk its texts
 * would keep all of the chunk. Of frames that nobody has asked for only the arguments are kept, a quarter of what the
 * frames would be.
 */
export function toSample(goroutine: Goroutine): Goroutine {
  const state = ownCopy(goroutine.state);
  const unread = unreadOf(goroutine);
  if (!unread) {
    const frames = goroutine.frames.map((frame) => ({ ...frame, args: ownCopy(frame.args) }));
    return { ...goroutine, state, frames };
  }
  const { rest, stack, args, argumentTexts, from } = unread;
  const texts = ownCopy(argumentTexts().join('\n'));
  return withUnreadFrames({
    rest: { ...rest, state },
    stack,
    args,
    argumentTexts: () => texts.split('\n'),
    from,
  });
}
