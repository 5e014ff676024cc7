import { CODE, isBlank, isDigit, isLetter } from '../text/index.ts';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
  readonly to: number;
}

/** `08:18:33`, `8:18:33 AM`, `081833`, each with a fraction of one to nine digits behind `.`, `,` or `:`, or without. */
export function readClock(line: string, from: number): Clock | undefined {
  let at = from;
  let hour = digit(line, at++);
  const second = digit(line, at);
  if (second >= 0) {
    hour = hour * 10 + second;
    at++;
  }
  const colons = line.charCodeAt(at) === CODE.colon;
  if (!colons && second < 0) return undefined;
  const minuteAt = colons ? at + 1 : at;
  const minute = pair(line, minuteAt);
  if (colons && line.charCodeAt(minuteAt + 2) !== CODE.colon) return undefined;
  const secondAt = colons ? minuteAt + 3 : minuteAt + 2;
  const seconds = pair(line, secondAt);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60) return undefined;
  const fraction = readFraction(line, secondAt + 2);
  const half = readHalfDay(line, fraction.to, hour);
  return { hour: half.hour, minute, second: seconds, micros: fraction.micros, to: half.to };
}

/** Behind a colon only three digits or six are a fraction: `2012-07-02 10:22:40:672`. */
function readFraction(line: string, from: number): { micros: number; to: number } {
  const mark = line.charCodeAt(from);
  if (mark !== CODE.dot && mark !== CODE.comma && mark !== CODE.colon) return { micros: 0, to: from };
  let micros = 0;
  let at = from + 1;
  for (; at < from + 10 && isDigit(line.charCodeAt(at)); at++) {
    if (at < from + 7) micros = micros * 10 + digit(line, at);
  }
  const count = at - from - 1;
  if (count === 0 || (mark === CODE.colon && count !== 3 && count !== 6)) return { micros: 0, to: from };
  for (let missing = count; missing < 6; missing++) micros *= 10;
  return { micros, to: at };
}

/** ` AM`, ` PM`: noon and midnight are 12 on such a clock. */
function readHalfDay(line: string, from: number, hour: number): { hour: number; to: number } {
  // A narrow no-break blank stands there in the Java of today: U+202F.
  const gap = line.charCodeAt(from);
  if (gap !== CODE.space && gap !== 0x20_2f) return { hour, to: from };
  const half = line.charCodeAt(from + 1);
  if ((half !== 65 && half !== 80) || line.charCodeAt(from + 2) !== 77 || hour < 1 || hour > 12) {
    return { hour, to: from };
  }
  if (isLetter(line.charCodeAt(from + 3))) return { hour, to: from };
  return { hour: (hour % 12) + (half === 80 ? 12 : 0), to: from + 3 };
}

/** `Z`, `+01:00`, `+0100`, `+01`, ` +0100`, ` UTC`: minutes east of UTC. */
export function readZone(line: string, from: number): { offset: number; to: number } | undefined {
  const code = line.charCodeAt(from);
  if (code === 90) return { offset: 0, to: from + 1 };
  const spaced = code === CODE.space;
  const at = spaced ? from + 1 : from;
  const sign = line.charCodeAt(at);
  if (sign === CODE.plus || sign === CODE.minus) return readOffset(line, at, spaced);
  if (spaced && (line.startsWith('UTC', at) || line.startsWith('GMT', at))) {
    const next = line.charCodeAt(at + 3);
    if (!isLetter(next) && !isDigit(next) && next !== CODE.plus && next !== CODE.minus) {
      return { offset: 0, to: at + 3 };
    }
  }
  return undefined;
}

/** With a blank in front four digits are asked for: `08:18:33 -1 …` names no zone. */
function readOffset(line: string, at: number, spaced: boolean): { offset: number; to: number } | undefined {
  const hours = pair(line, at + 1);
  if (hours < 0 || hours > 14) return undefined;
  const sign = line.charCodeAt(at) === CODE.minus ? -1 : 1;
  const minutesAt = line.charCodeAt(at + 3) === CODE.colon ? at + 4 : at + 3;
  const minutes = pair(line, minutesAt);
  if (minutes >= 0 && minutes < 60) return { offset: sign * (hours * 60 + minutes), to: minutesAt + 2 };
  const next = line.charCodeAt(at + 3);
  const ends = Number.isNaN(next) || isBlank(next) || next === CODE.closeBracket;
  return spaced || !ends ? undefined : { offset: sign * hours * 60, to: at + 3 };
}

const digit = (line: string, at: number): number => {
  const code = line.charCodeAt(at);
  return isDigit(code) ? code - 48 : -1;
};

const pair = (line: string, at: number): number => {
  const tens = digit(line, at);
  const ones = digit(line, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
};
