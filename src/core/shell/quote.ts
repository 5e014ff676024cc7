import { isDigit, isLetter } from '../text/index.ts';

/** The shells that commands are written for. dash and sh read what is written for bash here. */
export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

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
 * PowerShell writes a quote inside single quotes twice, and takes U+2018 to U+201B for single quotes as well
 * ([about_Quoting_Rules](https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules);
 * IsSingleQuote in CharTraits.cs of PowerShell). A word that starts with a dash or a digit, or holds a comma or an at
 * sign, may be a parameter, a number, a list or a splatted variable there, so few words are bare. It hands empty words and
 * double quotes on as they are since 7.3 only (about_Preference_Variables, PSNativeCommandArgumentPassing).
 *
 * The tests hand the result to the real shells.
 */
export function quote(word: string, shell: Shell): string {
  if (shell === 'powershell')
    return RE_BARE_POWERSHELL.test(word) ? word : `'${word.replace(RE_QUOTES, '$&$&')}'`;
  if (isPlain(word)) return word;
  if (shell === 'fish') return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** `/root/kube-apiserver`, `exec`: letters, digits, slashes and dots, and neither a dash nor a digit in front. */
const RE_BARE_POWERSHELL = /^(?:\/|\.\/|[A-Za-z_])[\w/.:-]*$/;

/** What PowerShell takes for a single quote. */
const RE_QUOTES = /['\u2018-\u201b]/g;

/** Words joined to a command line. PowerShell takes a quoted first word for a value unless `&` calls it. */
export function quoteAll(words: readonly string[], shell: Shell): string {
  const quoted = words.map((word) => quote(word, shell));
  const call = shell === 'powershell' && quoted[0]?.startsWith("'") === true;
  return `${call ? '& ' : ''}${quoted.join(' ')}`;
}

/** How a shell is called: its name is not always its program. */
export const SHELL_NAMES: Readonly<Record<Shell, string>> = {
  bash: 'bash, sh',
  zsh: 'zsh',
  fish: 'fish',
  powershell: 'PowerShell 7.3+',
};

function isPlain(word: string): boolean {
  if (word === '' || '~=%'.includes(word.charAt(0))) return false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isLetter(code) && !isDigit(code) && !PLAIN.includes(word.charAt(at))) return false;
  }
  return true;
}
