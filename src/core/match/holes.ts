import { CODE, isBlank, isDigit, isHex, isLetter, isLower, readGoQuoted, runEnd } from '../text/index.ts';

/**
 * The typed holes of a signature's pattern. A hole with an `end` decides itself where it ends; one with a class runs
 * up to the literal that follows it.
 */
export type HoleType = keyof typeof HOLES;

interface Hole {
  /** Where the value that starts at `from` ends; `undefined` if none starts there. */
  readonly end?: (text: string, from: number, limit: number) => number | undefined;
  /** Which characters the value may have. */
  readonly inClass?: (code: number) => boolean;
}

const isWord = (code: number): boolean => code > CODE.space;
const isUnquoted = (code: number): boolean =>
  code > CODE.space && code !== CODE.quote && code !== CODE.apostrophe;
/** DNS names of pods and nodes, with a namespace in front. */
const isName = (code: number): boolean =>
  isLower(code) || isDigit(code) || code === CODE.minus || code === CODE.dot || code === CODE.slash;
const isImage = (code: number): boolean =>
  isName(code) || isLetter(code) || code === CODE.colon || code === CODE.at || code === CODE.underscore;

export const HOLES = {
  int: { end: readInt },
  hex: { end: readHex },
  uuid: { end: readUuid },
  ip: { end: readIp },
  port: { end: readPort },
  dur: { end: (text, from, limit) => readUnits(text, from, limit, DURATION_UNITS) },
  qty: { end: readQuantity },
  q: { end: (text, from, limit) => readGoQuoted(text, from, limit)?.to },
  path: { inClass: isUnquoted },
  url: { inClass: isUnquoted },
  pod: { inClass: isName },
  node: { inClass: isName },
  image: { inClass: isImage },
  str: { inClass: isWord },
  '*': { inClass: () => true },
  '**': { end: (_text, _from, limit) => limit },
} as const satisfies Record<string, Hole>;

export const holeOf = (type: HoleType): Hole => HOLES[type];

export const isHoleType = (name: string): name is HoleType => Object.hasOwn(HOLES, name);

/** As long as a SHA-512 digest in hex, the longest number that a log names. It bounds the look at a page of digits. */
const MAX_DIGITS = 128;

/** Where a run of digits ends that starts at `from`; `undefined` if there is none, or one too long to be a number. */
function readDigits(
  text: string,
  from: number,
  limit: number,
  inClass: (code: number) => boolean,
): number | undefined {
  const end = runEnd(text, from, Math.min(limit, from + MAX_DIGITS + 1), inClass);
  return end > from && end - from <= MAX_DIGITS ? end : undefined;
}

function readInt(text: string, from: number, limit: number): number | undefined {
  return readDigits(text, text.charCodeAt(from) === CODE.minus ? from + 1 : from, limit, isDigit);
}

function readHex(text: string, from: number, limit: number): number | undefined {
  return readDigits(text, text.startsWith('0x', from) ? from + 2 : from, limit, isHex);
}

function readUuid(text: string, from: number, limit: number): number | undefined {
  let at = from;
  for (const [index, length] of [8, 4, 4, 4, 12].entries()) {
    if (index > 0 && text.charCodeAt(at++) !== CODE.minus) return undefined;
    if (runEnd(text, at, Math.min(limit, at + length), isHex) !== at + length) return undefined;
    at += length;
  }
  return at;
}

/** IPv4, or IPv6 with or without brackets. */
function readIp(text: string, from: number, limit: number): number | undefined {
  const bracket = text.charCodeAt(from) === CODE.openBracket;
  if (!bracket) {
    const v4 = readIpv4(text, from, limit);
    if (v4 !== undefined) return v4;
  }
  const start = bracket ? from + 1 : from;
  const end = runEnd(text, start, Math.min(limit, start + 45), isOfIpv6);
  const colons = text.slice(start, end).split(':').length - 1;
  if (colons < 2) return undefined;
  if (!bracket) return end;
  return text.charCodeAt(end) === CODE.closeBracket ? end + 1 : undefined;
}

const isOfIpv6 = (code: number): boolean => isHex(code) || code === CODE.colon || code === CODE.dot;

function readIpv4(text: string, from: number, limit: number): number | undefined {
  let at = from;
  for (let part = 0; part < 4; part++) {
    if (part > 0 && text.charCodeAt(at++) !== CODE.dot) return undefined;
    const end = smallNumberEnd(text, at, Math.min(limit, at + 3), 255);
    if (end === at) return undefined;
    at = end;
  }
  return at;
}

function readPort(text: string, from: number, limit: number): number | undefined {
  const end = smallNumberEnd(text, from, Math.min(limit, from + 5), 65_535);
  return end > from ? end : undefined;
}

/** Where the digits end that start at `from`; at `from` if there are none, or the number is larger than `most`. */
function smallNumberEnd(text: string, from: number, limit: number, most: number): number {
  let value = 0;
  let at = from;
  for (; at < limit; at++) {
    const digit = text.charCodeAt(at) - DIGIT_ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  return value > most ? from : at;
}

const DIGIT_ZERO = 48;

const DURATION_UNITS = ['ns', 'us', 'µs', 'ms', 's', 'm', 'h'];

/** `1h0m0.5s`, as time.Duration prints: hours, minutes and seconds at most. */
function readUnits(text: string, from: number, limit: number, units: readonly string[]): number | undefined {
  let at = from;
  for (let count = 0; count < 3; count++) {
    const number = readDecimal(text, at, limit);
    const unit = number !== undefined && units.find((word) => text.startsWith(word, number));
    if (number === undefined || !unit || number + unit.length > limit) break;
    at = number + unit.length;
  }
  return at > from ? at : undefined;
}

function readDecimal(text: string, from: number, limit: number): number | undefined {
  const whole = readDigits(text, from, limit, isDigit);
  if (whole === undefined || text.charCodeAt(whole) !== CODE.dot) return whole;
  return readDigits(text, whole + 1, limit, isDigit) ?? whole;
}

/** `100Mi`, `2.1GB`, `512`. */
function readQuantity(text: string, from: number, limit: number): number | undefined {
  const number = readDecimal(text, from, limit);
  if (number === undefined) return undefined;
  const gap = isBlank(text.charCodeAt(number)) ? number + 1 : number;
  const unit = runEnd(text, gap, Math.min(limit, gap + 3), isLetter);
  return unit > gap && /^[kKMGTPE]?i?[Bb]?$/.test(text.slice(gap, unit)) ? unit : number;
}
