import { CODE, type Piece } from '../../text/index.ts';
import type { Wrapper } from './layer.ts';

const ESCAPE = 27;
const BELL = 7;

/**
 * Colours and other sequences of a terminal: CSI (`ESC[33m`), OSC (`ESC]8;;https://… ESC\`), charset and keypad
 * switches (`ESC(B`, `ESC=`). A sequence that is cut off, and `[33m` that lost its ESC, stay as they are.
 *
 * Source: [ECMA-48](https://ecma-international.org/publications-and-standards/standards/ecma-48/), 5th edition, 5.4 and 5.6.
 */
export const ANSI: Wrapper = {
  id: 'ansi',
  name: 'terminal colours',
  holds: '\x1b',
  peel(line) {
    let text = '';
    const pieces: Piece[] = [];
    let plain = 0;
    const keep = (to: number): void => {
      if (to === plain) return;
      pieces.push({ at: text.length, from: plain, to });
      text += line.slice(plain, to);
    };
    // An OSC without its end would be looked for again from every other one.
    let openOsc = false;
    let at = line.indexOf('\x1b');
    while (at >= 0) {
      const isOsc = line.charCodeAt(at + 1) === CODE.closeBracket;
      const end: number | undefined = isOsc && openOsc ? undefined : sequenceEnd(line, at);
      openOsc ||= isOsc && end === undefined;
      if (end !== undefined) {
        keep(at);
        plain = end;
      }
      at = line.indexOf('\x1b', end ?? at + 1);
    }
    if (plain === 0) return undefined;
    keep(line.length);
    if (pieces.length === 0) pieces.push({ at: 0, from: line.length, to: line.length });
    return { layer: { kind: 'ansi' }, content: { text, pieces } };
  },
};

/** Behind the sequence that starts at `at`; `undefined` if it is none, or cut off. */
function sequenceEnd(line: string, at: number): number | undefined {
  const kind = line.charCodeAt(at + 1);
  if (kind === CODE.openBracket) return csiEnd(line, at + 2);
  if (kind === CODE.closeBracket) return oscEnd(line, at + 2);
  // `ESC(B` chooses a character set; `tput sgr0` prints it behind each coloured word.
  if (kind >= 40 && kind <= 43) return at + 3 <= line.length ? at + 3 : undefined;
  const isSingle = kind === CODE.equals || kind === CODE.greater || (kind >= 55 && kind <= 56);
  return isSingle ? at + 2 : undefined;
}

/** Parameters `0`–`?`, intermediates (blank to `/`), and one final character. */
function csiEnd(line: string, from: number): number | undefined {
  let at = from;
  while (inRange(line.charCodeAt(at), 48, 63)) at++;
  while (inRange(line.charCodeAt(at), 32, 47)) at++;
  return inRange(line.charCodeAt(at), 64, 126) ? at + 1 : undefined;
}

/** Up to BEL or `ESC\`. */
function oscEnd(line: string, from: number): number | undefined {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === BELL) return at + 1;
    if (code === ESCAPE) return line.charCodeAt(at + 1) === CODE.backslash ? at + 2 : undefined;
  }
  return undefined;
}

const inRange = (code: number, from: number, to: number): boolean => code >= from && code <= to;
