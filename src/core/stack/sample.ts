import { ownCopy } from '../text/index.ts';
import type { Frame, Goroutine } from './frame.ts';
import { callsOf } from './frames-read.ts';
import { type KnownCall, frameOf } from './go/known-calls.ts';

/** A goroutine that is kept: thousands of them, of which a page shows a few. */
export interface Sample {
  readonly id: number | undefined;
  readonly state: string;
  readonly goroutine: () => Goroutine;
}

/**
 * Keeps a goroutine in memory of its own: as parts of a chunk its texts would keep all of the chunk. Of calls that are
 * known only the arguments are kept, and the frames are made anew when somebody asks for them: a quarter of the memory.
 */
export function keep(goroutine: Goroutine): Sample {
  const { id, frames } = goroutine;
  const state = ownCopy(goroutine.state);
  const rest = { ...goroutine, state, frames: NONE };
  const calls = callsOf(frames);
  if (!calls) {
    const kept = { ...rest, frames: frames.map((frame) => ({ ...frame, args: ownCopy(frame.args) })) };
    return { id, state, goroutine: () => kept };
  }
  const args = ownCopy(frames.map((frame) => frame.args).join('\n'));
  const from = frames[0]?.span.from ?? 0;
  let told: Goroutine | undefined;
  return {
    id,
    state,
    goroutine: () => (told ??= { ...rest, frames: framesOf(calls, args.split('\n'), from) }),
  };
}

const NONE: readonly Frame[] = [];

/** Each call stands directly behind the one above it. */
function framesOf(calls: readonly KnownCall[], args: readonly string[], from: number): Frame[] {
  let at = from;
  return calls.map((call, index) => {
    const own = args[index] ?? '';
    const span = { from: at, to: at + call.head.length + own.length + call.tail.length - 1 };
    at = span.to + 1;
    return frameOf(call, own, span);
  });
}
