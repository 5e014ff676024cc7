import { CODE, isDigit, isLetter } from '../text/index.ts';

/**
 * Words that programs of all kinds log on an ordinary day: they tell no failure from another. Chosen by hand, a guess: a
 * word belongs here if it would surprise nobody in a log of Kubernetes, etcd, systemd, nginx, PostgreSQL or the JVM.
 */
const STOCK: ReadonlySet<string> = new Set(
  `a an the of to in on at by for from with without and or not no is are was were be been has have had it its this that as
  an if then than but so do does did can cannot could couldn would will wont t s i
  error errors err failed fail fails failure failing unable fatal warning warn info msg message level time ts
  reason status code result response request requests reply server client host node pod api http https tcp udp dns ip
  get got list listing watch watching post put patch delete create created creating update updated updating sync syncing
  start starting started stop stopping stopped run running exit exited exiting done finished finish ready begin end
  open opening opened close closing closed read reading write writing send sending sent receive receiving received load
  loading loaded retry retrying retries wait waiting timeout timed out deadline exceeded context canceled cancelled
  dial connect connecting connected connection connections refused reset peer broken pipe lookup such file directory
  permission denied access unauthorized forbidden found missing unknown invalid unexpected eof already exists used use
  new old all some any other next last first one two name type kind key value path url address port id user use`.split(
    /\s+/,
  ),
);

/** What a stock word, a digit and a mark are worth: hardly anything. */
const STOCK_BITS = 2;
const MARK_BITS = 0.5;
/** A letter of English text carries about so much; of a long word no more than {@link WORD_BITS} is counted. */
const LETTER_BITS = 2;
const WORD_BITS = 16;

/**
 * How rare a literal text is in ordinary logs, in bits, as an estimate that orders texts and compares with nothing else:
 *
 *     ': dial tcp: i/o timeout'              7    any client may say so
 *     'Unable to perform initial IP alloc…'  40   one place in one program says so
 */
export function rarityOf(text: string): number {
  let bits = 0;
  for (const word of wordsOf(text))
    bits += word.stock ? STOCK_BITS : Math.min(WORD_BITS, LETTER_BITS * word.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > CODE.space && !isLetter(code)) bits += MARK_BITS;
  }
  return bits;
}

/** Whether every word of the texts is one that any program logs, so that together they name no failure. */
export const isStock = (texts: readonly string[]): boolean =>
  texts.every((text) => wordsOf(text).every(({ stock, length, port }) => !port && (stock || length < 3)));

/** Runs of letters, and of `CamelCase` its parts. */
function wordsOf(
  text: string,
): { readonly length: number; readonly stock: boolean; readonly port: boolean }[] {
  const words = [];
  let at = 0;
  while (at < text.length) {
    if (!isWordCharacter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && isWordCharacter(text.charCodeAt(at))) at++;
    const word = text.slice(from, at);
    words.push({
      length: word.length,
      stock: STOCK.has(word.toLowerCase()) || isNumber(word),
      port: isNumber(word) && word.length === OWN_PORT,
    });
  }
  return words;
}

const isWordCharacter = (code: number): boolean => isLetter(code) || isDigit(code) || code > 127;

/** A number of so many digits in a wording is the port of one program: 10248 is the kubelet's health check. */
const OWN_PORT = 5;

const isNumber = (word: string): boolean => [...word].every((character) => isDigit(character.charCodeAt(0)));
