import { type ConfigProblems, type Word, lineSpans, wordsIn } from './config-lines.ts';
import { GO_CHANGES, type GoRelease } from './go-release.ts';
import { readIpAddress } from './ip-address.ts';

/** /etc/resolv.conf as one release of Go understands it. */
export interface ResolvConf {
  readonly servers: readonly string[];
  /** Rooted: `example.com.` */
  readonly search: readonly string[];
  /** Where the search list comes from: the file, or the domain of the host's own name. */
  readonly searchFrom: 'file' | 'hostname' | 'none';
  readonly ndots: number;
  /** In seconds, for one answer. */
  readonly timeout: number;
  readonly attempts: number;
  readonly rotate: boolean;
  /** A first, AAAA when that has ended. */
  readonly singleRequest: boolean;
  /** TCP from the start. */
  readonly useTcp: boolean;
  /** Something that this release does not know: it then trusts the file less. */
  readonly unknown: boolean;
  /** The file is missing, or names no server: the two of the machine itself are asked. */
  readonly defaultServers: boolean;
  readonly problems: ConfigProblems;
}

/** So many nameservers are read, as glibc does. */
export const MAX_SERVERS = 3;

const MOST_DOTS = 15;
/** Go stops reading a number there. */
const BIG = 0xffffff;

/**
 * Reads resolv.conf; no file: `undefined`. `hostname` is the machine's own name: without `search` and `domain` its
 * domain is searched. Format: resolv.conf(5); reader:
 * [src/net/dnsconfig_unix.go](https://github.com/golang/go/blob/go1.19.8/src/net/dnsconfig_unix.go#L16).
 */
export function readResolvConf(file: string | undefined, hostname: string, go: GoRelease): ResolvConf {
  const problems: ConfigProblems = [];
  const servers: string[] = [];
  let search: readonly string[] = [];
  let options: Options = { ...DEFAULTS };
  for (const line of lineSpans(file ?? '')) {
    const first = file?.charAt(line.from);
    if (first === '#' || first === ';') continue;
    const [keyword, ...words] = wordsIn(file ?? '', line);
    if (!keyword) continue;
    switch (keyword.text) {
      case 'nameserver':
        addServer(servers, keyword, words[0], problems);
        break;
      case 'domain':
      case 'search':
        if (words.length === 0)
          problems.push({ code: 'missing-value', span: keyword.span, facts: found(keyword) });
        if (search.length > 0)
          problems.push({ code: 'search-replaced', span: keyword.span, facts: found(keyword) });
        if (keyword.text === 'search') search = words.map(({ text }) => rooted(text));
        else if (words[0]) search = [rooted(words[0].text)];
        break;
      case 'options':
        for (const word of words) options = { ...options, ...readOption(word, go, problems) };
        break;
      case 'lookup':
        break;
      default:
        options = { ...options, unknown: true };
        problems.push({ code: 'unknown-keyword', span: keyword.span, facts: found(keyword) });
    }
  }
  const fromName = search.length > 0 ? [] : domainOf(hostname);
  return {
    ...options,
    servers: servers.length > 0 ? servers : ['127.0.0.1', '::1'],
    defaultServers: servers.length === 0,
    search: search.length > 0 ? search : fromName,
    searchFrom: search.length > 0 ? 'file' : fromName.length > 0 ? 'hostname' : 'none',
    problems,
  };
}

type Options = Pick<
  ResolvConf,
  'ndots' | 'timeout' | 'attempts' | 'rotate' | 'singleRequest' | 'useTcp' | 'unknown'
>;

const DEFAULTS: Options = {
  ndots: 1,
  timeout: 5,
  attempts: 2,
  rotate: false,
  singleRequest: false,
  useTcp: false,
  unknown: false,
};

const found = ({ text }: Word): { found: string } => ({ found: text });

function addServer(servers: string[], keyword: Word, word: Word | undefined, problems: ConfigProblems): void {
  const address = word && readIpAddress(word.text);
  if (!word) problems.push({ code: 'missing-value', span: keyword.span, facts: found(keyword) });
  else if (!address) problems.push({ code: 'not-an-address', span: word.span, facts: found(word) });
  else if (servers.length >= MAX_SERVERS)
    problems.push({ code: 'server-not-read', span: word.span, facts: found(word) });
  else servers.push(address.text);
}

function readOption(word: Word, go: GoRelease, problems: ConfigProblems): Partial<Options> {
  const { text } = word;
  if (text.startsWith('ndots:')) return { ndots: number(word, 6, 0, MOST_DOTS, problems) };
  if (text.startsWith('timeout:')) return { timeout: number(word, 8, 1, BIG, problems) };
  if (text.startsWith('attempts:')) return { attempts: number(word, 9, 1, BIG, problems) };
  switch (text) {
    case 'rotate':
      return { rotate: true };
    case 'single-request':
    case 'single-request-reopen':
      return { singleRequest: true };
    case 'use-vc':
    case 'usevc':
    case 'tcp':
      return { useTcp: true };
    case 'trust-ad':
    case 'edns0':
    case 'no-reload':
      if (go.minor >= GO_CHANGES.moreOptions) return {};
  }
  problems.push({ code: 'unknown-option', span: word.span, facts: found(word) });
  return { unknown: true };
}

/** The digits behind the colon; none count as 0, and what follows them is not looked at. */
function number(word: Word, from: number, least: number, most: number, problems: ConfigProblems): number {
  const { text, span } = word;
  let value = 0;
  let at = from;
  for (; at < text.length && value < BIG; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    value = Math.min(value * 10 + digit, BIG);
  }
  const kept = Math.min(Math.max(value, least), most);
  if (at === from || (at < text.length && value < BIG))
    problems.push({ code: 'not-a-number', span, facts: { ...found(word), value: kept } });
  else if (kept !== value)
    problems.push({ code: 'out-of-range', span, facts: { ...found(word), value: kept } });
  return kept;
}

const rooted = (name: string): string => (name.endsWith('.') ? name : `${name}.`);

/** `example.com.` of `node-3.example.com` */
function domainOf(hostname: string): string[] {
  const dot = hostname.indexOf('.');
  return dot >= 0 && dot < hostname.length - 1 ? [rooted(hostname.slice(dot + 1))] : [];
}
