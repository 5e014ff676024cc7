import { isDigit, isLetter } from '../text/index.ts';

/** The shells that commands are written for. dash and sh read what is written for bash here. */
export type Shell = 'bash' | 'zsh' | 'fish';

export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** Beside letters and digits, what none of the shells gives a meaning to. */
const PLAIN = '_@%+=:,./-';

/**
 * A word as it must be typed so that the shell hands exactly `word` to the program.
 *
 * Bare if every character is plain; a leading `~` (home folder), `=` (zsh: path of a command) or `%` (fish: `%self` is
 * its process id) is not. Otherwise in single quotes, in which bash and zsh give no character a meaning; a quote inside is written `'\''`. fish reads
 * `\'` and `\\` inside single quotes, so both are escaped there. Line breaks are kept. A NUL cannot be part of
 * an argument on Unix; it is the caller's to refuse.
 *
 * The tests hand the result to the real shells.
 */
export function quote(word: string, shell: Shell): string {
  if (isPlain(word)) return word;
  if (shell === 'fish') return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Words joined to a command line. */
export const quoteAll = (words: readonly string[], shell: Shell): string =>
  words.map((word) => quote(word, shell)).join(' ');

function isPlain(word: string): boolean {
  if (word === '' || '~=%'.includes(word.charAt(0))) return false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isLetter(code) && !isDigit(code) && !PLAIN.includes(word.charAt(at))) return false;
  }
  return true;
}
