/** What a sequence that was left out would have done. */
export type LeftOut =
  'clipboard' | 'title' | 'link' | 'colours' | 'query' | 'mode' | 'device' | 'bell' | 'direction' | 'other';

export interface HarmlessStream {
  /** The part of this chunk, and of what was held back before, that a terminal may see. */
  readonly push: (chunk: string) => string;
  /** How many sequences were left out, by what they would have done. */
  readonly leftOut: () => Readonly<Partial<Record<LeftOut, number>>>;
}

const ESC = 0x1b;
const BEL = 0x07;
const CAN = 0x18;
const SUB = 0x1a;
const ST = 0x9c;

/** Longer than any sequence that is let through. What is longer is left out as a whole. */
const MAX_SEQUENCE = 128;

/** A terminal does as often as a number says; no screen has more lines or columns than this. */
const MAX_NUMBER = 999;

/** Finals of CSI sequences that only draw: cursor motion, erasing, inserting, scrolling and its region, tabs, colours. */
const DRAWING = new Set('@ABCDEFGHIJKLMPSTXZ`adefmrsu');

/** Private modes that only draw: cursor keys of no use to a recording are not among them. */
const DRAWING_MODES = new Set(['6', '7', '25', '47', '1047', '1049']);

/** `ESC 7`, `ESC 8`: cursor saved and restored; D, E, M: line feeds; c: reset. */
const DRAWING_ESCAPES = new Set('78DEMc');

/** Blanks, tabs, line ends, one character back. */
const DRAWING_CONTROLS = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]);

/** Where in a sequence the next character stands. */
type State =
  | 'text'
  | 'escape'
  /** `ESC (`: a character set follows. */
  | 'charset'
  /** `ESC #` and the like: one character follows. */
  | 'intermediate'
  | 'csi'
  /** OSC, DCS, APC, PM, SOS: up to their end. */
  | 'string';

/**
 * Lets through what draws, and nothing that acts: no clipboard (OSC 52), title (OSC 0, 1, 2), link (OSC 8), palette (OSC 4,
 * 10, 11), question that a terminal answers (DA, DSR, DECRQSS), mode of mouse, paste or keyboard, string for a device (DCS,
 * APC, PM, sixel), no bell, and no control that turns the direction of writing. What may pass is a list; what is not on it, may not.
 * Counts are cut to what a screen can show, since a terminal does `ESC[2147483647L` as often as it says.
 *
 * A sequence may be split over chunks; the output does not depend on where. At most {@link MAX_SEQUENCE} characters are held.
 *
 * Sources: ECMA-48, 5th edition, 5.4, 5.6 and 8.3; invisible-island.net/xterm/ctlseqs, patch 390; vt100.net/emu/dec_ansi_parser for
 * what ends a sequence.
 */
export function createHarmless(): HarmlessStream {
  const counts: Partial<Record<LeftOut, number>> = {};
  let state: State = 'text';
  /** The sequence so far, behind its introducer; of a string, only its beginning. */
  let held = '';
  let isTooLong = false;
  /** What introduced the string. */
  let introducer = '';

  const leaveOut = (what: LeftOut): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const begin = (next: State, what = ''): void => {
    state = next;
    held = '';
    isTooLong = false;
    introducer = what;
  };

  const hold = (character: string): void => {
    if (held.length < MAX_SEQUENCE) held += character;
    else isTooLong = true;
  };

  const endString = (): void => {
    leaveOut(
      introducer === ']'
        ? oscKind(held)
        : introducer === 'P'
          ? dcsKind(held)
          : introducer === 'k'
            ? 'title'
            : 'device',
    );
    begin('text');
  };

  /** A control that ends or restarts whatever is on the way. False if it is not one. */
  const interrupts = (code: number): boolean => {
    if (code === ESC) {
      if (state === 'string') endString();
      else if (state !== 'text') leaveOut('other');
      begin('escape');
      return true;
    }
    if (code === CAN || code === SUB) {
      if (state !== 'text') leaveOut('other');
      begin('text');
      return true;
    }
    return false;
  };

  /** The 8-bit forms of `ESC [`, `ESC ]` and their kin, and other controls from 80 to 9F. */
  const takeC1 = (code: number): void => {
    if (state === 'string') {
      endString();
      if (code === ST) return;
    }
    if (code === 0x9b) begin('csi');
    else if (code === 0x9d) begin('string', ']');
    else if (code === 0x90) begin('string', 'P');
    else if (code === 0x98 || code === 0x9e || code === 0x9f) begin('string', '_');
    else {
      leaveOut('other');
      begin('text');
    }
  };

  const takeText = (code: number, character: string): string => {
    if (code >= 0x20 && code !== 0x7f) {
      if (!isDirection(code)) return character;
      leaveOut('direction');
      return '';
    }
    if (DRAWING_CONTROLS.has(code)) return character;
    if (code === BEL) leaveOut('bell');
    else if (code !== 0 && code !== 0x7f) leaveOut('other');
    return '';
  };

  const takeEscape = (character: string): string => {
    switch (character) {
      case '[':
        begin('csi');
        return '';
      case ']':
      case 'P':
      case '_':
      case '^':
      case 'X':
      case 'k':
        begin('string', character);
        return '';
      case '(':
      case ')':
        begin('charset', character);
        return '';
    }
    if (character >= ' ' && character <= '/') {
      begin('intermediate');
      return '';
    }
    begin('text');
    if (DRAWING_ESCAPES.has(character)) return `\x1b${character}`;
    // The end of a string that was over already.
    if (character !== '\\') leaveOut(character === '=' || character === '>' ? 'mode' : 'other');
    return '';
  };

  const takeCharset = (character: string): string => {
    const sequence = `\x1b${introducer}${character}`;
    begin('text');
    if (character === 'B' || character === '0') return sequence;
    leaveOut('other');
    return '';
  };

  const takeCsi = (code: number, character: string): string => {
    // A control inside of a sequence is done at once, and the sequence goes on.
    if (code < 0x20) return takeText(code, character);
    if (code < 0x40) {
      hold(character);
      return '';
    }
    const sequence = isTooLong || code > 0x7e ? undefined : drawingCsi(held, character);
    if (sequence === undefined) leaveOut(csiKind(held, character));
    begin('text');
    return sequence ?? '';
  };

  const take = (code: number, character: string): string => {
    if (interrupts(code)) return '';
    if (code >= 0x80 && code <= 0x9f) {
      takeC1(code);
      return '';
    }
    switch (state) {
      case 'text':
        return takeText(code, character);
      case 'escape':
        return code < 0x20 ? takeText(code, character) : takeEscape(character);
      case 'charset':
        return takeCharset(character);
      case 'intermediate':
        if (code >= 0x30) {
          leaveOut('other');
          begin('text');
        }
        return '';
      case 'csi':
        return takeCsi(code, character);
      case 'string':
        if (code === BEL && introducer === ']') endString();
        else hold(character);
        return '';
    }
  };

  return {
    push(chunk) {
      let out = '';
      let plain = 0;
      for (let at = 0; at < chunk.length; at++) {
        const code = chunk.charCodeAt(at);
        if (state === 'text' && isPlain(code)) continue;
        out += chunk.slice(plain, at) + take(code, chunk[at] ?? '');
        plain = at + 1;
      }
      return out + chunk.slice(plain);
    },
    leftOut: () => ({ ...counts }),
  };
}

/** A character that is drawn, and nothing else: no control, no turner of direction. */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && !isDirection(code)) || code === 0x0a || code === 0x0d;

/** LRE to RLO, LRI to PDI: with them a text reads in another order than it stands. */
const isDirection = (code: number): boolean =>
  (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);

/** `1;31` and `m` as a sequence that may pass, its numbers cut; `undefined` if it may not. */
function drawingCsi(held: string, final: string): string | undefined {
  const isPrivate = held.startsWith('?');
  const numbers = isPrivate ? held.slice(1) : held;
  for (const character of numbers) {
    if (!((character >= '0' && character <= '9') || character === ';' || character === ':')) return undefined;
  }
  if (isPrivate && (final === 'h' || final === 'l')) {
    const modes = numbers.split(';').filter((mode) => DRAWING_MODES.has(mode));
    return modes.length > 0 ? `\x1b[?${modes.join(';')}${final}` : undefined;
  }
  if (!DRAWING.has(final) || (isPrivate && final !== 'J' && final !== 'K')) return undefined;
  return `\x1b[${isPrivate ? '?' : ''}${cutNumbers(numbers)}${final}`;
}

/** `2147483647;1` as `999;1`. */
const cutNumbers = (numbers: string): string =>
  numbers
    .split(';')
    .map((group) => group.split(':').map(cutNumber).join(':'))
    .join(';');

const cutNumber = (digits: string): string =>
  digits.length > 3 && Number(digits) > MAX_NUMBER ? String(MAX_NUMBER) : digits;

/** `52;c;aGk=`: the number says what it is. */
function oscKind(held: string): LeftOut {
  const number = held.split(';', 1)[0] ?? '';
  if (number === '52') return 'clipboard';
  if (number === '8') return 'link';
  if (number === '0' || number === '1' || number === '2' || number === 'l' || number === 'L') return 'title';
  const colour = Number(number);
  return number !== '' && (colour === 4 || colour === 5 || (colour >= 10 && colour <= 19) || colour === 104)
    ? 'colours'
    : 'other';
}

/** `$qm` and `+q544e` are questions; anything else is for a device: sixel, macros, tmux. */
const dcsKind = (held: string): LeftOut =>
  held.startsWith('$q') || held.startsWith('+q') ? 'query' : 'device';

function csiKind(held: string, final: string): LeftOut {
  if (final === 'c' || final === 'n' || final === 'x') return 'query';
  if (final === 't') return 'title';
  if (final === 'i') return 'device';
  if (final === 'p' && held.endsWith('$')) return 'query';
  return final === 'h' || final === 'l' || final === 'p' || final === 'q' ? 'mode' : 'other';
}
