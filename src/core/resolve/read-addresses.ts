import { isDigit, isLetter } from '../text/index.ts';
import { type IpAddress, readIpAddress } from './ip-address.ts';

/** An address of the machine, as a listing shows it. */
export interface LocalAddress extends IpAddress {
  /** The interface, where the listing names it. */
  readonly device?: string;
}

export interface AddressList {
  readonly addresses: readonly LocalAddress[];
  /** Lines with text in which no address was found, and that are none of a known listing's. */
  readonly unread: readonly number[];
}

/** Words behind which an address is not one of the machine's own. */
const OTHERS = new Set([
  'peer',
  'brd',
  'broadcast',
  'netmask',
  'mask:',
  'bcast:',
  'p-t-p:',
  'destination',
  'via',
]);
/** Words behind which one stands without a prefix. */
const OWN = new Set(['inet', 'inet6', 'addr:', 'local']);

/**
 * The addresses of a machine from `ip addr`, `ip -o addr`, `ip -brief addr`, `ip -j addr`, `ifconfig`, or Go's list
 * (`[127.0.0.1/8 ::1/128]`, as `fmt` prints `net.InterfaceAddrs()`), in their order. An address counts if a prefix
 * follows it, or `inet`, `inet6`, `addr:` or `local` stands in front of it. Format: ip-address(8).
 */
export function readAddresses(text: string): AddressList {
  const addresses: LocalAddress[] = [];
  const unread: number[] = [];
  let device: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    device = deviceOf(line, words) ?? device;
    const before = addresses.length;
    for (const [at, word] of words.entries()) {
      const previous = words[at - 1] ?? '';
      if (OTHERS.has(previous.toLowerCase())) continue;
      const slash = word.indexOf('/');
      const address = readIpAddress(slash < 0 ? word : word.slice(0, slash));
      if (!address || !(slash > 0 ? isPrefix(word.slice(slash + 1)) : OWN.has(previous.toLowerCase())))
        continue;
      addresses.push(device === undefined ? address : { ...address, device });
    }
    if (addresses.length === before && !isFrame(words)) unread.push(index + 1);
  }
  return { addresses, unread };
}

/** Brackets, quotes, commas and backslashes part words; so does a colon of `inet addr:127.0.0.1`. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word = '';
  const end = (): void => {
    if (word !== '' && word !== ':') words.push(word);
    word = '';
  };
  for (const character of line) {
    if (' \t\r[](){}",\\'.includes(character)) end();
    else {
      word += character;
      if (character === ':' && ['addr:', 'mask:', 'bcast:', 'p-t-p:'].includes(word.toLowerCase())) end();
    }
  }
  end();
  return words;
}

const isPrefix = (text: string): boolean =>
  text.length > 0 && text.length <= 3 && [...text].every((character) => isDigit(character.charCodeAt(0)));

/** `lo` of `1: lo: <LOOPBACK,UP>`, of `1: lo    inet …`, of `lo   UNKNOWN   …`, of `lo: flags=73<UP,…>`. */
function deviceOf(line: string, words: readonly string[]): string | undefined {
  const [first = '', second = ''] = words;
  const isIndex = first.endsWith(':') && isPrefix(first.slice(0, -1));
  const name = isIndex ? second : first;
  const named =
    isIndex || ['UP', 'DOWN', 'UNKNOWN'].includes(second) || second.startsWith('flags=') || second === 'Link';
  if (!named || line.startsWith(' ') || !isLetter(name.charCodeAt(0))) return undefined;
  const bare = name.endsWith(':') ? name.slice(0, -1) : name;
  const at = bare.indexOf('@');
  return at < 0 ? bare : bare.slice(0, at);
}

const FRAME = new Set(
  'link/ether link/loopback link/none link/ipip link/sit link/tunnel6 link/gre valid_lft ether loop unspec RX TX collisions: UP LOOPBACK GOOS:'.split(
    ' ',
  ),
);

/** A line of the listing that holds no address: of the link, of lifetimes, of counters. */
function isFrame(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (FRAME.has(first) || second.startsWith('flags=') || second === 'Link') return true;
  return (first.endsWith(':') && isPrefix(first.slice(0, -1))) || ['UP', 'DOWN', 'UNKNOWN'].includes(second);
}
