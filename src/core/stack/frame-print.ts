import { type Fingerprint, addPrint, addWord } from './fingerprint.ts';
import type { Frame } from './frame.ts';

/** What tells a call from others, its arguments aside. */
export type Place = Pick<Frame, 'symbol' | 'file' | 'line' | 'location'>;

/** What a call adds to the key of its goroutine. */
export interface FramePrint {
  readonly symbol: Fingerprint;
  readonly file: Fingerprint;
  readonly line: number;
}

export const framePrint = (
  { symbol, file = '', line = 0 }: Place,
  printOf: (text: string) => Fingerprint,
): FramePrint => ({ symbol: printOf(symbol.raw), file: printOf(file), line });

/** Takes a call, or that there is none. */
export function addFrame(print: Fingerprint, frame: FramePrint | undefined): void {
  addWord(print, frame ? 1 : 0);
  if (!frame) return;
  addPrint(print, frame.symbol);
  addPrint(print, frame.file);
  addWord(print, frame.line);
}
