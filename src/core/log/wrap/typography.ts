import { type MappedText, type Piece, isBlank, plainText, runEnd } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Peeled, Wrapper } from './layer.ts';

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
    if (!start || isReadable(line) || !beginsRecord(start.text)) return withoutMarks(line);
    const content = asTyped(line);
    return content && { layer: { kind: 'typography' }, content };
  },
};

/** Marks without width at a line's start say nothing: U+200B to U+200D, U+2060 and U+FEFF. */
const isMark = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;

const MAX_MARKS = 16;

function withoutMarks(line: string): Peeled | undefined {
  const marks = runEnd(line, 0, MAX_MARKS, isMark);
  return marks === 0
    ? undefined
    : { layer: { kind: 'typography' }, content: plainText(line.slice(marks), marks) };
}

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

/** Of a goroutine's header the brackets and the colon have to be as typed, too. */
const isReadable = (line: string): boolean => beginsRecord(line) && !line.startsWith('goroutine ');

/** Native code looks at the characters of a line's start several times as fast as a loop. */
const RE_FOREIGN = /[\u00a0-\uffff]/;

/** The colon of a frame's place stands behind its path. */
const isForeign = (line: string): boolean =>
  RE_FOREIGN.test(line.length > HEADER && !isBlank(line.charCodeAt(0)) ? line.slice(0, HEADER) : line);
