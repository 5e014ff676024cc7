import { type Fingerprint, addPrint, addWord } from './fingerprint.ts';
import type { Symbol } from './frame.ts';
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
export interface FramePrint {
  readonly symbol: Fingerprint;
  readonly file: Fingerprint;
  readonly line: number;
}

export const framePrint = (
  { symbol, file = '', line = 0, print }: Place,
  printOf: (text: string) => Fingerprint,
): FramePrint => print ?? { symbol: printOf(symbol.raw), file: printOf(file), line };

/** Takes a call, or that there is none. */
export function addFrame(print: Fingerprint, frame: FramePrint | undefined): void {
  addWord(print, frame ? 1 : 0);
  if (!frame) return;
  addPrint(print, frame.symbol);
  addPrint(print, frame.file);
  addWord(print, frame.line);
}
