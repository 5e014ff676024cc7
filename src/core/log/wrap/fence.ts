import { CODE, isLetter, plainText, runEnd } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Peeled, Wrapper } from './layer.ts';

const TILDE = 126;

/**
 * Markdown's code marks: a fence on a line of its own ("```console", `~~~`), which is no line of the program; a fence or
 * a single backquote in front of a line on which something known starts; behind such a line, backquotes around any.
 *
 * Source: [CommonMark 0.31](https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
 */
export const FENCE: Wrapper = {
  id: 'fence',
  name: 'Markdown code',
  starts: '`~',
  peel(line) {
    const mark = line.charCodeAt(0);
    if (mark !== CODE.backquote && mark !== TILDE) return undefined;
    const from = runEnd(line, 0, line.length, (code) => code === mark);
    if (from >= 3) {
      const end = line.trimEnd().length;
      const word = runEnd(line, from, end, (code) => code === CODE.space || isInfo(code));
      if (word >= end && !beginsRecord(line, from)) return content('', line.length);
      return beginsRecord(line, from) ? content(withoutMarks(line, from, mark), from) : undefined;
    }
    if (mark === TILDE || from !== 1) return undefined;
    const known = beginsRecord(line, 1);
    const closed = line.endsWith('`') && line.indexOf('`', 1) === line.length - 1 && line.length > 2;
    return known || closed ? { ...content(withoutMarks(line, 1, mark), 1), doubtful: !known } : undefined;
  },
};

const content = (text: string, from: number): Peeled => ({
  layer: { kind: 'fence' },
  content: plainText(text, from),
});

/** The words behind a fence: a language, `{.yaml}` and the like. */
const isInfo = (code: number): boolean =>
  isLetter(code) ||
  code === CODE.minus ||
  code === CODE.dot ||
  code === CODE.openBrace ||
  code === CODE.closeBrace;

function withoutMarks(line: string, from: number, mark: number): string {
  let to = line.length;
  while (to > from && line.charCodeAt(to - 1) === mark) to--;
  return line.slice(from, to);
}
