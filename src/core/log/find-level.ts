import { CODE, isBlank, isDigit, isLetter, isLower, isUpper } from '../text/index.ts';
import { type LevelWord, readLevelWord } from './level-text.ts';
import { isAlphanumeric, skipBlanks } from './tokens.ts';

/** So far behind the time a level may stand: a thread's name has room in front of it, blanks that pad it besides. */
const WINDOW = 140;
const VISIBLE = 80;

/**
 * The level word of a line, looked for from behind its time on. What a message may hold as well is taken for a level only
 * where loggers put theirs:
 *
 *     > 2026-11-21 08:18:33,123 [main] ERROR com.x.Y - msg       upper case, as a word of its own
 *     > 2026-11-21 08:18:33 [core:error] msg                     closed by a bracket
 *     > 2026-11-21T08:18:33Z info vpxd[7] msg                    right behind the time, in any case
 *     > 2026-11-21T08:18:33Z app level=info msg                  behind its key
 */
export function findLevel(line: string, from: number): LevelWord | undefined {
  const first = skipMarks(line, from);
  const limit = Math.min(line.length, from + WINDOW);
  let visible = 0;
  for (let at = from; at < limit && visible < VISIBLE; at++) {
    const code = line.charCodeAt(at);
    if (!isBlank(code)) visible++;
    if (!isLetter(code)) continue;
    if (at === from || !isWordPart(line.charCodeAt(at - 1))) {
      const word = readLevelWord(line, at);
      if (word && isPlaced(line, word, first)) return word;
    }
    const start = at;
    while (at + 1 < limit && isWordPart(line.charCodeAt(at + 1))) at++;
    visible += at - start;
  }
  return undefined;
}

/** Blanks and the marks that stand between time and level: `] [`, ` - `, ` | `, `:`. */
function skipMarks(line: string, from: number): number {
  let at = from;
  while (isBlank(line.charCodeAt(at)) || isMark(line.charCodeAt(at))) at++;
  return at;
}

const BAR = 124;

const isMark = (code: number): boolean =>
  code === CODE.openBracket ||
  code === CODE.closeBracket ||
  code === CODE.openParen ||
  code === CODE.colon ||
  code === CODE.minus ||
  code === CODE.comma ||
  code === CODE.less ||
  code === BAR;

const isWordPart = (code: number): boolean => isAlphanumeric(code) || code === CODE.underscore;

function isPlaced(line: string, { from, to }: LevelWord, first: number): boolean {
  const before = line.charCodeAt(from - 1);
  const behind = line.charCodeAt(to);
  if (isWordPart(behind) || behind === CODE.equals) return false;
  if (behind === CODE.closeBracket || behind === CODE.closeParen || behind === CODE.greater) {
    if (isOpener(before) || before === CODE.colon) return true;
  }
  if (before === CODE.equals || (before === CODE.quote && line.charCodeAt(from - 2) === CODE.equals)) {
    return isLevelKey(line, before === CODE.quote ? from - 2 : from - 1);
  }
  if (from === first) return isEnd(behind);
  return isUpperWord(line, from, to) && startsWord(before, behind) && isEnd(behind);
}

const isOpener = (code: number): boolean =>
  code === CODE.openBracket || code === CODE.openParen || code === CODE.less;

/** What may stand behind a level. A dot or a slash makes it part of a name or path. */
const isEnd = (code: number): boolean =>
  Number.isNaN(code) ||
  isBlank(code) ||
  isMark(code) ||
  code === CODE.closeParen ||
  code === CODE.greater ||
  code === CODE.slash;

/** `local.ERROR: msg`: Laravel's channel. */
const startsWord = (before: number, behind: number): boolean =>
  isBlank(before) ||
  isOpener(before) ||
  before === CODE.closeBracket ||
  before === CODE.colon ||
  before === BAR ||
  (before === CODE.dot && behind === CODE.colon);

function isUpperWord(line: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = line.charCodeAt(at);
    if (!isUpper(code) && !isDigit(code)) return false;
  }
  return true;
}

const LEVEL_KEYS = ['level', 'lvl', 'severity'];

/** Whether the word that ends at `=` is one of a level. */
function isLevelKey(line: string, sign: number): boolean {
  let at = sign;
  while (at > sign - 9 && isLower(line.charCodeAt(at - 1) | 32)) at--;
  return LEVEL_KEYS.includes(line.slice(at, sign).toLowerCase());
}

/** Where the text behind a level starts: behind the brackets that close it, and one `:`, `-` or `|` with its blanks. */
export function behindLevel(line: string, to: number): number {
  let at = to;
  if (line.charCodeAt(at) === CODE.quote) at++;
  at = skipBlanks(line, at);
  while (isCloser(line.charCodeAt(at))) at++;
  at = skipBlanks(line, at);
  const mark = line.charCodeAt(at);
  if (mark === CODE.colon || mark === BAR || (mark === CODE.minus && isBlank(line.charCodeAt(at + 1)))) {
    at = skipBlanks(line, at + 1);
  }
  return at;
}

const isCloser = (code: number): boolean =>
  code === CODE.closeBracket || code === CODE.closeParen || code === CODE.greater;
