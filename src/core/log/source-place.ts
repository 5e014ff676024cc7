import { CODE, readNumber } from '../text/index.ts';
import type { SourceLine } from './header.ts';

/** Longer than any path that a logger prints. */
const MAX_PLACE = 300;

/** `embed/etcd.go:117` between two offsets, as a whole: a file with an ending, a colon, a line number. */
export function readPlace(line: string, from: number, to: number): SourceLine | undefined {
  if (to - from > MAX_PLACE) return undefined;
  const colon = line.lastIndexOf(':', to - 1);
  if (colon <= from) return undefined;
  const number = readNumber(line, colon + 1, to);
  if (number?.to !== to) return undefined;
  let dotted = false;
  for (let at = from; at < colon; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.dot) dotted = true;
    if (code === CODE.space || code === CODE.tab || code === CODE.quote) return undefined;
  }
  return dotted ? { file: line.slice(from, colon), line: number.value, span: { from, to } } : undefined;
}
