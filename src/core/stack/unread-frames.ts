import { type ArgumentPrints, createArgumentPrints, readArguments } from './call-arguments.ts';
import type { Frame, Goroutine } from './frame.ts';
import { type Place, type StackPrints, stackPrints } from './frame-print.ts';
import type { Fingerprint } from './fingerprint.ts';
import { frameOf } from './go/plain/known-calls.ts';
import { type KnownStack, callsOf } from './go/plain/known-stacks.ts';

/** What is known of frames that nobody has asked for: they stand one directly behind the other. */
export interface UnreadFrames {
  /** The goroutine without them. */
  readonly rest: Omit<Goroutine, 'frames'>;
  readonly stack: KnownStack;
  readonly args: ArgumentPrints;
  /** What stands between the parentheses of each call. */
  readonly argumentTexts: () => readonly string[];
  /** Where the first call stands in the paste. */
  readonly from: number;
}

/**
 * The name of a property that nobody sees who does not know of it: a copy of a goroutine has frames instead. A `WeakMap`
 * would do the same, but V8 keeps what is in one, here whole chunks of the text, until it looks through all memory.
 */
const UNREAD = Symbol('unread frames');

interface WithUnread extends Goroutine {
  readonly [UNREAD]?: UnreadFrames;
}

/**
 * A goroutine whose frames are made when somebody asks for them. Whoever only counts the goroutines of a dump that are
 * alike never does: that spares three objects for each of half a million frames.
 */
export function withUnreadFrames(unread: UnreadFrames): Goroutine {
  const goroutine = Object.defineProperty({ ...unread.rest }, 'frames', LATER);
  return Object.defineProperty(goroutine, UNREAD, { value: unread }) as WithUnread;
}

/** One for all goroutines: with one of their own V8 would take each for a kind of its own. */
const LATER: PropertyDescriptor & ThisType<WithUnread> = {
  get() {
    const known = this[UNREAD];
    const value = known ? framesOf(known) : [];
    Object.defineProperty(this, 'frames', { value, enumerable: true });
    return value;
  },
  enumerable: true,
  configurable: true,
};

export const unreadOf = (goroutine: WithUnread): UnreadFrames | undefined => goroutine[UNREAD];

/** The calls of a goroutine with their places. */
export function placesOf(goroutine: Goroutine): readonly Place[] {
  const known = unreadOf(goroutine);
  return known ? callsOf(known.stack) : goroutine.frames;
}

/** What its calls come to: of goroutines that are alike it is made once. */
export function stackPrintsOf(goroutine: Goroutine, printOf: (text: string) => Fingerprint): StackPrints {
  const known = unreadOf(goroutine);
  if (!known) return stackPrints(goroutine.frames, printOf);
  const { stack } = known;
  return (stack.prints ??= stackPrints(callsOf(stack), printOf));
}

/** What the arguments of its calls come to. */
export function argumentsOf(goroutine: Goroutine): ArgumentPrints {
  const known = unreadOf(goroutine);
  if (known) return known.args;
  const args = createArgumentPrints();
  for (const frame of goroutine.frames) readArguments(frame.args, 0, frame.args.length, args);
  return args;
}

/** Each call stands directly behind the one above it. */
function framesOf({ stack, argumentTexts, from }: UnreadFrames): Frame[] {
  const args = argumentTexts();
  let at = from;
  return callsOf(stack).map((call, index) => {
    const own = args[index] ?? '';
    const span = { from: at, to: at + call.head.length + own.length + call.tail.length - 1 };
    at = span.to + 1;
    return frameOf(call, own, span);
  });
}
