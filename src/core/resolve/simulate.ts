import type { ConfigProblem } from './config-lines.ts';
import { GO_CHANGES } from './go-release.ts';
import { type HostsFile, lookUpHost, readHosts } from './hosts.ts';
import { readIpAddress } from './ip-address.ts';
import { type Order, type Program, lookupOrder } from './lookup-order.ts';
import { namesToAsk } from './name-list.ts';
import { readNsswitch } from './nsswitch.ts';
import { type ResolvConf, readResolvConf } from './resolv-conf.ts';
import { type Query, askNames } from './ask-names.ts';
import type { ServerBehaviour } from './server-behaviour.ts';
import type { Problem } from '../text/index.ts';

/** The files that Go reads. `undefined`: there is no such file. */
export interface ConfigFiles {
  readonly hosts: string | undefined;
  readonly resolvConf: string | undefined;
  readonly nsswitch: string | undefined;
}

export interface LookupInput extends Program {
  readonly files: ConfigFiles;
  /** What is looked up: `localhost`. */
  readonly name: string;
  /** The machine's own name. */
  readonly hostname: string;
  /** How the first, second and third nameserver behaves; one that is not listed is silent. */
  readonly servers: readonly ServerBehaviour[];
  /** The seconds a dialer gives name resolution and connection together; `undefined`: a lookup without a limit. */
  readonly limit: number | undefined;
}

/** What Go gets in the end. */
export type LookupResult =
  | {
      readonly kind: 'addresses';
      readonly from: 'hosts' | 'dns' | 'literal';
      readonly addresses: readonly string[];
    }
  /** Only files were asked, in vain, and this release calls that no error. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly error: string }
  /** The limit ended the lookup. `race`: the lookup would have ended in the very moment. */
  | { readonly kind: 'timeout'; readonly race: boolean; readonly error: string }
  | { readonly kind: 'libc' };

export interface Lookup extends Order {
  readonly resolv: ResolvConf;
  /** In the order in which they are asked; empty if DNS is not asked. */
  readonly names: readonly string[];
  /** In the order of their start, as many as fit into the limit, at most {@link MAX_QUERIES}. */
  readonly queries: readonly Query[];
  /** Of all that are sent within the limit. */
  readonly queryCount: number;
  /** The seconds until Go looks into the hosts file; `undefined`: it never does. */
  readonly hostsAt: number | undefined;
  /** Whether the name is in the hosts file. */
  readonly inHosts: boolean;
  /** The seconds that the lookup takes if nothing ends it. */
  readonly needs: number;
  /** The seconds after which the caller hears of it. */
  readonly ends: number;
  readonly limit: number | undefined;
  readonly result: LookupResult;
  readonly problems: readonly FileProblem[];
}

export interface FileProblem extends Problem<ConfigProblem> {
  readonly file: keyof ConfigFiles;
}

/**
 * What Go's resolver does for one name on Linux, query by query. The time is that of the waits alone: an answer comes
 * at once, a silent server costs the whole timeout, and a machine adds some hundredths of a second.
 *
 *     attempts × servers × timeout for each name; A and AAAA side by side
 *
 * Source: [src/net/dnsclient_unix.go](https://github.com/golang/go/blob/go1.19.8/src/net/dnsclient_unix.go#L227), held
 * against programs built by Go 1.15 to 1.26.
 */
export function simulateLookup(input: LookupInput): Lookup {
  const { files, go, limit, name } = input;
  const hosts = readHosts(files.hosts ?? '');
  const resolv = readResolvConf(files.resolvConf, input.hostname, go);
  const nsswitch = readNsswitch(files.nsswitch);
  const order = lookupOrder(input, name, input.hostname, nsswitch, resolv);
  const known = lookUpHost(hosts, name);
  const base = {
    ...order,
    resolv,
    names: [],
    queries: [],
    queryCount: 0,
    hostsAt: undefined,
    inHosts: known.length > 0,
    needs: 0,
    ends: 0,
    limit,
    problems: [
      ...named('nsswitch', nsswitch.problems),
      ...named('resolvConf', resolv.problems),
      ...named('hosts', hosts.problems),
    ],
  } satisfies Omit<Lookup, 'result'>;

  const literal = readIpAddress(name);
  if (literal) return { ...base, result: { kind: 'addresses', from: 'literal', addresses: [literal.text] } };
  if (order.order === 'libc') return { ...base, result: { kind: 'libc' } };
  const filesFirst = order.order === 'files,dns' || order.order === 'files';
  if (filesFirst && known.length > 0)
    return { ...base, hostsAt: 0, result: fromHosts(input, known, filesFirst) };
  if (order.order === 'files') return { ...base, hostsAt: 0, result: inNoFile(input) };
  return { ...base, ...askDns(input, hosts, resolv, order, filesFirst) };
}

const named = (
  file: keyof ConfigFiles,
  problems: readonly Problem<ConfigProblem>[],
): readonly FileProblem[] => problems.map((problem) => ({ ...problem, file }));

function askDns(
  input: LookupInput,
  hosts: HostsFile,
  resolv: ResolvConf,
  { order }: Order,
  filesFirst: boolean,
): Partial<Lookup> & Pick<Lookup, 'result'> {
  const { limit, name } = input;
  const names = isDomainName(name) ? namesToAsk(name, resolv) : [];
  const asked = askNames(names, `${name}.`, resolv, input.servers, limit);
  const known = order === 'dns,files' && asked.addresses.length === 0 ? lookUpHost(hosts, name) : [];
  const facts = {
    names,
    queries: asked.queries,
    queryCount: asked.queryCount,
    needs: asked.seconds,
    ends: Math.min(asked.seconds, limit ?? Infinity),
    hostsAt: filesFirst
      ? 0
      : order === 'dns,files' && asked.addresses.length === 0
        ? asked.seconds
        : undefined,
  };
  if (limit !== undefined && asked.seconds >= limit)
    return {
      ...facts,
      result: { kind: 'timeout', race: asked.seconds === limit, error: timeoutError(input) },
    };
  if (asked.addresses.length > 0)
    return {
      ...facts,
      result: { kind: 'addresses', from: 'dns', addresses: loopbackFirst(asked.addresses) },
    };
  if (known.length > 0) return { ...facts, result: fromHosts(input, known, false) };
  const error = asked.error ?? 'no such host';
  const server = asked.error === undefined ? '' : ` on ${asked.server}`;
  return { ...facts, result: { kind: 'error', error: `${dialing(input)}lookup ${name}${server}: ${error}` } };
}

/** `net.LookupHost` keeps the order of the file, a dialer sorts. */
function fromHosts(input: LookupInput, known: readonly string[], filesFirst: boolean): LookupResult {
  const keeps = filesFirst && input.limit === undefined;
  return { kind: 'addresses', from: 'hosts', addresses: keeps ? known : loopbackFirst(known) };
}

function inNoFile(input: LookupInput): LookupResult {
  const { go, limit, name } = input;
  if (go.minor >= GO_CHANGES.filesOnlyError)
    return { kind: 'error', error: `${dialing(input)}lookup ${name}: no such host` };
  return limit === undefined
    ? { kind: 'empty' }
    : { kind: 'error', error: `dial tcp: address ${name}: no suitable address found` };
}

const dialing = ({ limit }: LookupInput): string => (limit === undefined ? '' : 'dial tcp: ');

const timeoutError = ({ go, name }: LookupInput): string =>
  go.minor >= GO_CHANGES.namedTimeout ? `dial tcp: lookup ${name}: i/o timeout` : 'dial tcp: i/o timeout';

/**
 * Go sorts by RFC 6724, which depends on the routes of the machine. What is certain is told: `::1` stands before the
 * others where the machine has it.
 */
const loopbackFirst = (addresses: readonly string[]): string[] => [
  ...addresses.filter((address) => address === '::1'),
  ...addresses.filter((address) => address !== '::1'),
];

const MAX_LABEL = 63;

/** Labels of letters, digits, `-` and `_`; anything else is refused without a query. */
function isDomainName(name: string): boolean {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  if (bare === '' || bare.length > 253) return false;
  return bare.split('.').every((label) => {
    if (label === '' || label.length > MAX_LABEL || label.startsWith('-') || label.endsWith('-'))
      return false;
    for (let at = 0; at < label.length; at++) {
      const code = label.charCodeAt(at) | 32;
      const isName = (code >= 97 && code <= 122) || label[at] === '-' || label[at] === '_';
      if (!isName && !(label.charCodeAt(at) >= 48 && label.charCodeAt(at) <= 57)) return false;
    }
    return true;
  });
}
