import { type Fingerprint, addPrint, addWord, createFingerprint } from './fingerprint.ts';
import type { Symbol } from './frame.ts';
import { tellingFrame } from './libraries.ts';
import type { Location } from './location.ts';

/** What tells a call from others, its arguments aside. */
export interface Place {
  readonly symbol: Symbol;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly location?: Location | undefined;
  /** If somebody has made it before. */
  readonly print?: FramePrint;
}

/** What a call adds to the key of its goroutine. */
export type FramePrint = Readonly<Fingerprint>;

export function framePrint(
  { symbol, file = '', line = 0, print }: Place,
  printOf: (text: string) => Fingerprint,
): FramePrint {
  if (print) return print;
  const own = createFingerprint();
  addPrint(own, printOf(symbol.raw));
  addPrint(own, printOf(file));
  addWord(own, line);
  return own;
}

/** What the calls of a goroutine add to its keys. */
export interface StackPrints {
  readonly calls: FramePrint;
  /** See `tellingFrame`. */
  readonly telling: FramePrint | undefined;
}

export function stackPrints(places: readonly Place[], printOf: (text: string) => Fingerprint): StackPrints {
  const calls = createFingerprint();
  for (const one of places) addFrame(calls, framePrint(one, printOf));
  const telling = tellingFrame(places);
  return { calls, telling: telling && framePrint(telling, printOf) };
}

/** Takes a call, or that there is none. */
export function addFrame(print: Fingerprint, frame: FramePrint | undefined): void {
  addWord(print, frame ? 1 : 0);
  if (frame) addPrint(print, frame);
}
