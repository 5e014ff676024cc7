import { CODE, type Span, isBlank } from '../text/index.ts';

/** A word of a command line with its quotes resolved. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

export interface Words {
  readonly words: readonly Word[];
  /** A quote that was never closed; the word runs to the end. */
  readonly openQuote?: Span;
}

/** The escapes that systemd knows beside those of a shell (systemd.service(5), quoting). */
const SYSTEMD_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ' };

/**
 * Splits a command line at blanks, with quotes resolved as a POSIX shell does, or as systemd does for `ExecStart=`.
 * Nothing is expanded: `$HOME`, `*` and backquotes stay as they are. Never fails.
 */
export function splitWords(text: string, rules: 'shell' | 'systemd' = 'shell', from = 0): Words {
  const words: Word[] = [];
  let at = skipBlanks(text, from, rules);
  while (at < text.length) {
    const word = readWord(text, at, rules);
    words.push({ text: word.text, span: { from: at, to: word.to } });
    if (word.openQuote !== undefined) {
      return { words, openQuote: { from: word.openQuote, to: word.openQuote + 1 } };
    }
    at = skipBlanks(text, word.to, rules);
  }
  return { words };
}

/** Where the next word starts. A backslash at the end of a line continues it in a shell, and is no word by itself. */
function skipBlanks(text: string, from: number, rules: 'shell' | 'systemd'): number {
  let at = from;
  for (;;) {
    if (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 10) at++;
    else if (rules === 'shell' && text.startsWith('\\\n', at)) at += 2;
    else return at;
  }
}

function readWord(
  text: string,
  from: number,
  rules: 'shell' | 'systemd',
): { text: string; to: number; openQuote?: number } {
  let out = '';
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === 10) break;
    if (code === CODE.apostrophe || code === CODE.quote) {
      const quoted = readQuoted(text, at, rules);
      out += quoted.text;
      if (!quoted.closed) return { text: out, to: text.length, openQuote: at };
      at = quoted.to;
    } else if (code === CODE.backslash && at + 1 < text.length) {
      out += escaped(text.charAt(at + 1), rules);
      at += 2;
    } else {
      out += text.charAt(at);
      at++;
    }
  }
  return { text: out, to: at };
}

function readQuoted(
  text: string,
  from: number,
  rules: 'shell' | 'systemd',
): { text: string; to: number; closed: boolean } {
  const mark = text.charAt(from);
  let out = '';
  let at = from + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === mark) return { text: out, to: at + 1, closed: true };
    const next = text.charAt(at + 1);
    const escapes = character === '\\' && (rules === 'systemd' || (mark === '"' && '"\\$`\n'.includes(next)));
    if (escapes && next !== '') {
      out += escaped(next, rules);
      at += 2;
    } else {
      out += character;
      at++;
    }
  }
  return { text: out, to: at, closed: false };
}

function escaped(character: string, rules: 'shell' | 'systemd'): string {
  if (rules === 'systemd') return SYSTEMD_ESCAPES[character] ?? character;
  return character === '\n' ? '' : character;
}
