import { isBlank, isDigit, isLetter, runEnd } from '../../text/index.ts';

/** A layout of `ps`: how to know each column, and whether the rest of the row is the command with its arguments. */
export interface PsLayout {
  readonly columns: readonly ((word: string) => boolean)[];
  readonly pid: number;
  readonly user?: number;
  readonly nameOnly?: true;
  /** Columns of one word, or of five if the first is a day of the week (`lstart`: `Sat Nov 21 15:50:01 2026`). */
  readonly dates?: ReadonlySet<number>;
}

const any = (): boolean => true;
export const isInt = (word: string): boolean =>
  word !== '' && runEnd(word, 0, word.length, isDigit) === word.length;
const isDecimal = (word: string): boolean => word.split('.').every(isInt);
const isTty = (word: string): boolean =>
  word === '?' || ['pts/', 'tty', 'console'].some((t) => word.startsWith(t));
const isState = (word: string): boolean => isLetter(word.charCodeAt(0)) && word.length <= 6;
/** `12:06`, `00:00:32`, `1-02:03:04`; busybox writes `0:12` and `1h02`. */
const isTime = (word: string): boolean => word.includes(':') && word.split(/[-:]/).every(isInt);
const isBusyboxTime = (word: string): boolean => isTime(word) || /^\d+[hd]\d+$/.test(word);
const isStart = (word: string): boolean => isTime(word) || isInt(word) || isLetter(word.charCodeAt(0));
const isUser = (word: string): boolean => isLetter(word.charCodeAt(0)) && !word.includes('/');

/** `ps aux`, `ps -ef` (and `docker top`), `ps -a`: the columns of ps(1), procps-ng 4.0.2. */
export const LAYOUTS: readonly PsLayout[] = [
  {
    columns: [any, isInt, isDecimal, isDecimal, isInt, isInt, isTty, isState, isStart, isTime],
    user: 0,
    pid: 1,
  },
  { columns: [any, isInt, isInt, isInt, isStart, isTty, isTime], user: 0, pid: 1 },
  { columns: [isInt, isTty, isTime], pid: 0, nameOnly: true },
];

/**
 * Rows whose columns prove less, so the command must show that it is one: `ps -eo pid,args`, `pgrep -a`; the `ps` of
 * busybox; `ps -eo pid,ppid,args`, `user,pid,args`, `pid,user,args`, `user,pid,ppid,args`; `ps axjf`.
 */
export const LOOSE_LAYOUTS: readonly PsLayout[] = [
  { columns: [isInt], pid: 0 },
  { columns: [isInt, isUser, isBusyboxTime], user: 1, pid: 0 },
  { columns: [isInt, isInt], pid: 0 },
  { columns: [isUser, isInt], user: 0, pid: 1 },
  { columns: [isInt, isUser], user: 1, pid: 0 },
  { columns: [isUser, isInt, isInt], user: 0, pid: 1 },
  { columns: [isInt, isInt, isInt, isInt, isTty, any, isState, isInt, isTime], pid: 1 },
];

const LAST = ['COMMAND', 'CMD', 'ARGS'];
const isDay = (word: string): boolean => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].includes(word);

const wordsOf = (line: string): string[] => line.split(/[ \t]+/).filter(Boolean);

/** No header is longer: each of its names has a column. */
const LONGEST_HEADER = 400;

/** The header row of `ps`. */
export function isPsHeader(line: string): boolean {
  if (line.length > LONGEST_HEADER || !line.includes('PID')) return false;
  const words = wordsOf(line);
  return words.includes('PID') && LAST.includes(words.at(-1) ?? '');
}

/** The layout that a header row announces: `PID  PPID USER  STARTED  COMMAND` of `ps -eo pid,ppid,user,lstart,args`. */
export function layoutOfHeader(line: string): PsLayout | undefined {
  if (!isPsHeader(line)) return undefined;
  const names = wordsOf(line).slice(0, -1);
  const user = names.findIndex((name) => name === 'USER' || name === 'UID');
  return {
    columns: names.map((name) => (name === 'PID' ? isInt : any)),
    pid: names.indexOf('PID'),
    dates: new Set(names.flatMap((name, index) => (name === 'STARTED' ? [index] : []))),
    ...(user < 0 ? {} : { user }),
  };
}

/** The columns of a row, and where its command starts; `undefined` if it does not fit the layout. */
export function readColumns(
  text: string,
  layout: PsLayout,
): { words: string[]; commandFrom: number } | undefined {
  const words: string[] = [];
  let at = 0;
  for (const [index, fits] of layout.columns.entries()) {
    const from = skipBlanks(text, at);
    at = wordEnd(text, from);
    const word = text.slice(from, at);
    if (word === '' || word.length > 64 || !fits(word)) return undefined;
    words.push(word);
    if (layout.dates?.has(index) && isDay(word)) {
      for (let more = 0; more < 4; more++) at = wordEnd(text, skipBlanks(text, at));
    }
  }
  at = skipBlanks(text, at);
  return at < text.length ? { words, commandFrom: at } : undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
