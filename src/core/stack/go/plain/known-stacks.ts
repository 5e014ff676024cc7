import type { StackPrints } from '../../frame-print.ts';
import type { KnownCall } from './known-calls.ts';

/** Calls that stood one below the other before, the top one first. Goroutines that are alike share it. */
export interface KnownStack {
  /** The lowest of them; none of a stack that has not begun. */
  readonly call?: KnownCall;
  /** The stack without it. */
  readonly above?: KnownStack;
  readonly depth: number;
  /** Those with one call more that were seen most recently: they are tried first. */
  readonly recent: KnownStack[];
  /** Those that were seen before them; most stacks go on in one way or two. */
  older?: Map<KnownCall, KnownStack>;
  /** What was made of it when somebody asked. */
  calls?: readonly KnownCall[];
  prints?: StackPrints;
}

export interface KnownStacks {
  /** A stack that has not begun. */
  begin(): KnownStack;
  /** The stack with one call more, which is the first to be tried the next time. */
  add(stack: KnownStack, call: KnownCall): KnownStack;
  /** Whether it is time to start over: a dump may be made so that no stack comes again. */
  isFull(): boolean;
}

/** So many are remembered. */
const MAX_KNOWN = 50_000;

/** So many are tried before the call is looked up. */
const MAX_RECENT = 4;

export function createKnownStacks(): KnownStacks {
  let count = 0;

  const below = (above: KnownStack, call: KnownCall): KnownStack => {
    count++;
    return { call, above, depth: above.depth + 1, recent: [] };
  };

  return {
    begin: () => ({ depth: 0, recent: [] }),
    add(stack, call) {
      const { recent } = stack;
      const at = recent.findIndex((one) => one.call === call);
      const next = recent[at] ?? stack.older?.get(call) ?? below(stack, call);
      if (at >= 0) recent.splice(at, 1);
      recent.unshift(next);
      const last = recent.length > MAX_RECENT ? recent.pop() : undefined;
      if (last?.call) (stack.older ??= new Map()).set(last.call, last);
      return next;
    },
    isFull: () => count >= MAX_KNOWN,
  };
}

/** Its calls, the top one first. */
export function callsOf(stack: KnownStack): readonly KnownCall[] {
  if (stack.calls) return stack.calls;
  const calls: KnownCall[] = [];
  for (let one: KnownStack | undefined = stack; one; one = one.above) if (one.call) calls.push(one.call);
  stack.calls = calls.reverse();
  return stack.calls;
}
