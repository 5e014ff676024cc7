import { isKlogStart } from './begins-record.ts';
import type { Peeled, Wrapper } from './layer.ts';
import { isWord, wordEnd } from './word.ts';
import { WRAPPERS } from './wrappers.ts';

/** The wrappers that a line can have that starts with this ASCII character, in the order of the table. */
const BY_START: readonly (readonly Wrapper[])[] = Array.from({ length: 128 }, (_, code) =>
  WRAPPERS.filter((wrapper) => canStart(wrapper, String.fromCharCode(code))),
);

/** Those that can be anywhere on a line. */
const ANYWHERE = WRAPPERS.filter(
  ({ starts, behindWord }) => starts === undefined && behindWord === undefined,
);

function canStart({ starts, behindWord }: Wrapper, character: string): boolean {
  if (starts !== undefined) return starts.includes(character);
  return behindWord === undefined || isWord(character.charCodeAt(0));
}

/**
 * Takes the outermost wrapper off; `undefined` if there is none. `isKnown` decides about those that are doubtful. A line
 * of klog, and any line whose first characters fit no wrapper, is not looked at further.
 */
export function peelNext(line: string, isKnown: (peeled: Peeled) => boolean): Peeled | undefined {
  const code = line.charCodeAt(0);
  const wrappers = isKlogStart(line) ? ANYWHERE : (BY_START[code] ?? ANYWHERE);
  let behind: string | undefined;
  for (const { behindWord, holds, peel } of wrappers) {
    if (holds !== undefined && !line.includes(holds)) continue;
    if (behindWord !== undefined && isWord(code)) {
      behind ??= line.charAt(wordEnd(line));
      if (behind === '' || !behindWord.includes(behind)) continue;
    }
    const peeled = peel(line);
    if (peeled && (peeled.doubtful !== true || isKnown(peeled))) return peeled;
  }
  return undefined;
}
