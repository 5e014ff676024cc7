import { readArguments } from './call-arguments.ts';
import {
  type Fingerprint,
  addPrint,
  addWord,
  createFingerprint,
  createTextPrints,
  printValue,
} from './fingerprint.ts';
import type { Frame, Goroutine } from './frame.ts';
import { tellingFrame } from './libraries.ts';

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
  const addFrame = (print: Fingerprint, frame: Pick<Frame, 'symbol' | 'file' | 'line'> | undefined): void => {
    addWord(print, frame ? 1 : 0);
    if (!frame) return;
    addPrint(print, printOf(frame.symbol.raw));
    addPrint(print, printOf(frame.file ?? ''));
    addWord(print, frame.line ?? 0);
  };
  return ({ state, lockedToThread, frames, createdBy }) => {
    const common = createFingerprint();
    addPrint(common, printOf(state));
    addFrame(common, createdBy);

    const place = { ...common };
    addFrame(place, tellingFrame(frames));

    const calls = { ...common };
    addWord(calls, lockedToThread ? 1 : 0);
    const args = { constants: createFingerprint(), pointers: createFingerprint(), addresses: [] };
    for (const frame of frames) {
      addFrame(calls, frame);
      readArguments(frame.args, args);
    }
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
