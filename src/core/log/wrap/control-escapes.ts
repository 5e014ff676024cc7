import { type MappedText, type Piece, isDigit, plainText } from '../../text/index.ts';

const HASH = 35;

/** What stands behind the escape of a newline where a stack was printed into syslog. */
const STACK_LINES = ['goroutine ', '#011', 'panic: ', 'created by ', '    at ', '  File "', '\tat ', '\t/'];

/**
 * The text of a syslog message from `from` on, with rsyslog's escapes of control characters decoded (`#012` for a newline,
 * `#011` for a tab, three octal digits each) if a stack was printed that way. In other text `#012` is a number.
 *
 * Source: rsyslog, [`$EscapeControlCharactersOnReceive`](https://www.rsyslog.com/doc/configuration/action/rsconf1_escapecontrolcharactersonreceive.html).
 */
export function readControlEscapes(line: string, from: number): MappedText {
  const plain = plainText(line.slice(from), from);
  if (!holdsStack(line, from)) return plain;
  const pieces: Piece[] = [];
  let text = '';
  let done = from;
  for (let at = line.indexOf('#', from); at >= 0; at = line.indexOf('#', at + 1)) {
    const code = readEscape(line, at);
    if (code === undefined) continue;
    if (at > done) pieces.push({ at: text.length, from: done, to: at });
    text += line.slice(done, at);
    pieces.push({ at: text.length, from: at, to: at + 4 });
    text += String.fromCharCode(code);
    done = at + 4;
    at += 3;
  }
  if (done < line.length) pieces.push({ at: text.length, from: done, to: line.length });
  return { text: text + line.slice(done), pieces };
}

function holdsStack(line: string, from: number): boolean {
  for (let at = line.indexOf('#012', from); at >= 0; at = line.indexOf('#012', at + 4)) {
    if (STACK_LINES.some((start) => line.startsWith(start, at + 4))) return true;
  }
  return false;
}

/** `#012`: the code of a control character. */
function readEscape(line: string, at: number): number | undefined {
  if (line.charCodeAt(at) !== HASH || line.charAt(at + 1) !== '0') return undefined;
  const high = line.charCodeAt(at + 2);
  const low = line.charCodeAt(at + 3);
  if (!isDigit(high) || !isDigit(low) || high > 51 || low > 55) return undefined;
  return (high - 48) * 8 + (low - 48);
}
