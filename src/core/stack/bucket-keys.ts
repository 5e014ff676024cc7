import { addPrint, addWord, createFingerprint, createTextPrints, printValue } from './fingerprint.ts';
import type { Goroutine } from './frame.ts';
import { addFrame, framePrint } from './frame-print.ts';
import { argumentsOf, stackPrintsOf } from './unread-frames.ts';

/**
 * How alike the goroutines of a bucket are, from the finest to the coarsest; each level's buckets are unions of the
 * one before. On every level they have the same state and were created at the same place.
 *
 * - `exact`: the same calls with the same arguments
 * - `pointers`: the same calls; addresses may differ, other arguments not
 * - `frames`: the same calls, whatever their arguments
 * - `place`: the same first frame of the program's own code (see `tellingFrame`), whatever it calls
 */
export const BUCKET_LEVELS = ['exact', 'pointers', 'frames', 'place'] as const;

export type BucketLevel = (typeof BUCKET_LEVELS)[number];

export interface BucketKeys extends Readonly<Record<BucketLevel, number>> {
  /** The addresses among the arguments, each once, in order. */
  readonly addresses: readonly number[];
}

/** Makes the keys of goroutines, of all levels at once: equal where the level says so, whatever came before. */
export function createBucketKeys(): (goroutine: Goroutine) => BucketKeys {
  const printOf = createTextPrints();
  return (goroutine) => {
    const { state, lockedToThread, createdBy } = goroutine;
    const stack = stackPrintsOf(goroutine, printOf);
    const common = createFingerprint();
    addPrint(common, printOf(state));
    addFrame(common, createdBy && framePrint(createdBy, printOf));

    const place = { ...common };
    addFrame(place, stack.telling);

    const calls = { ...common };
    addWord(calls, lockedToThread ? 1 : 0);
    addPrint(calls, stack.calls);
    const args = argumentsOf(goroutine);
    const constants = { ...calls };
    addPrint(constants, args.constants);
    const exact = { ...constants };
    addPrint(exact, args.pointers);
    return {
      exact: printValue(exact),
      pointers: printValue(constants),
      frames: printValue(calls),
      place: printValue(place),
      addresses: args.addresses,
    };
  };
}
