import { type ArgumentPrints, createArgumentPrints, readArguments } from './call-arguments.ts';
import type { Frame, Goroutine } from './frame.ts';
import type { Place } from './frame-print.ts';
import { type KnownCall, frameOf } from './go/known-calls.ts';

/** What is known of frames that nobody has asked for: known calls that stand one directly behind the other. */
export interface UnreadFrames {
  readonly calls: readonly KnownCall[];
  readonly args: ArgumentPrints;
  readonly text: string;
  /** Where the first call stands in the text. */
  readonly from: number;
  /** Where the text stands in the paste. */
  readonly offset: number;
}

interface Unread extends UnreadFrames {
  readonly rest: Omit<Goroutine, 'frames'>;
}

/**
 * The name of a property that nobody sees who does not know of it: a copy of a goroutine has frames instead. A `WeakMap`
 * would do the same, but V8 keeps what is in one, here whole chunks of the text, until it looks through all memory.
 */
const UNREAD = Symbol('unread frames');

interface WithUnread extends Goroutine {
  readonly [UNREAD]?: Unread;
}

/**
 * A goroutine whose frames are made when somebody asks for them. Whoever only counts the goroutines of a dump that are
 * alike never does: that spares three objects for each of half a million frames.
 */
export function withUnreadFrames(rest: Omit<Goroutine, 'frames'>, frames: UnreadFrames): Goroutine {
  const goroutine = Object.defineProperty({ ...rest }, 'frames', LATER);
  return Object.defineProperty(goroutine, UNREAD, { value: { ...frames, rest } }) as WithUnread;
}

/** One for all goroutines: with one of their own V8 would take each for a kind of its own. */
const LATER: PropertyDescriptor & ThisType<WithUnread> = {
  get() {
    const known = this[UNREAD];
    const value = known ? framesOf(known.calls, argumentTexts(known), known.offset + known.from) : [];
    Object.defineProperty(this, 'frames', { value, enumerable: true });
    return value;
  },
  enumerable: true,
  configurable: true,
};

export const unreadOf = (goroutine: WithUnread): Unread | undefined => goroutine[UNREAD];

/** The calls of a goroutine with their places. */
export const placesOf = (goroutine: Goroutine): readonly Place[] =>
  unreadOf(goroutine)?.calls ?? goroutine.frames;

/** What the arguments of its calls come to. */
export function argumentsOf(goroutine: Goroutine): ArgumentPrints {
  const known = unreadOf(goroutine);
  if (known) return known.args;
  const args = createArgumentPrints();
  for (const frame of goroutine.frames) readArguments(frame.args, 0, frame.args.length, args);
  return args;
}

/** What stands between the parentheses of each call. */
export function argumentTexts({ calls, text, from }: UnreadFrames): string[] {
  let at = from;
  return calls.map(({ head, tail }) => {
    const open = at + head.length;
    const close = text.indexOf('\n', open) - 1;
    at = close + tail.length;
    return text.slice(open, close);
  });
}

/** The frames of calls of which the first stands at `from` in the paste, and each behind the one above it. */
export function framesOf(calls: readonly KnownCall[], args: readonly string[], from: number): Frame[] {
  let at = from;
  return calls.map((call, index) => {
    const own = args[index] ?? '';
    const span = { from: at, to: at + call.head.length + own.length + call.tail.length - 1 };
    at = span.to + 1;
    return frameOf(call, own, span);
  });
}
