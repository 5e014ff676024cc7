import { type MappedText, type Piece } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Wrapper } from './layer.ts';

/** A header ends here: what stands behind it is looked at only if the header needed it. */
const HEADER = 72;

const REPLACED: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u3010': '[',
  '\u3011': ']',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u200b': '',
  '\ufeff': '',
};

/**
 * What chat tools, word processors and input methods make of ASCII: blanks that do not break, full-width colons and
 * brackets, curly quotes, marks without width. Undone for the whole line if that makes its start readable, and left
 * alone otherwise: in a message they may be meant.
 */
export const TYPOGRAPHY: Wrapper = {
  id: 'typography',
  name: 'typography of chat tools',
  peel(line) {
    if (!isForeign(line)) return undefined;
    const start = asTyped(line.slice(0, HEADER * 2));
    if (!start || beginsRecord(line) || !beginsRecord(start.text)) return undefined;
    const content = asTyped(line);
    return content && { layer: { kind: 'typography' }, content };
  },
};

/** Text with its typography undone; `undefined` if it has none. */
export function asTyped(line: string): MappedText | undefined {
  const pieces: Piece[] = [];
  let text = '';
  let plain = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code < 0xa0) continue;
    const value =
      code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : REPLACED[line.charAt(at)];
    if (value === undefined) continue;
    if (at > plain) pieces.push({ at: text.length, from: plain, to: at });
    text += line.slice(plain, at);
    if (value !== '') pieces.push({ at: text.length, from: at, to: at + 1 });
    text += value;
    plain = at + 1;
  }
  if (plain === 0) return undefined;
  if (plain < line.length || pieces.length === 0)
    pieces.push({ at: text.length, from: plain, to: line.length });
  return { text: text + line.slice(plain), pieces };
}

/** Native code looks at the characters of a line's start several times as fast as a loop. */
const RE_FOREIGN = /[\u00a0-\uffff]/;

const isForeign = (line: string): boolean =>
  RE_FOREIGN.test(line.length > HEADER ? line.slice(0, HEADER) : line);
