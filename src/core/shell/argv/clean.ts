import { type Line, isBlank } from '../../text/index.ts';
import { partOf } from '../line-text.ts';

const NO_BREAK_SPACE = '\u00a0';

/**
 * Lines without what a mail, a chat or a page puts around them: `> ` of a quotation, backquotes around the line, and
 * no-break spaces for blanks. Each still leads back to where it stands.
 */
export function cleanLines(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    let from = 0;
    while (line.text.charAt(from) === '>') {
      const next = line.text.charCodeAt(from + 1);
      if (!isBlank(next) && next !== 62) break;
      from += isBlank(next) ? 2 : 1;
    }
    let to = line.text.length;
    const ticked = line.text.charAt(from) === '`' && line.text.charAt(to - 1) === '`' && to - from > 2;
    if (ticked && !line.text.startsWith('``', from)) {
      from++;
      to--;
    }
    const bare = from > 0 || to < line.text.length ? partOf(line, from, to) : line;
    if (!bare.text.includes(NO_BREAK_SPACE)) return bare;
    return { ...bare, text: bare.text.replaceAll(NO_BREAK_SPACE, ' ') };
  });
}
