import { lowerAscii } from './config-lines.ts';
import { GO_CHANGES, type GoRelease } from './go-release.ts';
import type { Nsswitch } from './nsswitch.ts';
import type { ResolvConf } from './resolv-conf.ts';

/** In which order Go asks; `libc`: it hands the name to the C library, whose own rules then hold. */
export type LookupOrder = 'files,dns' | 'dns,files' | 'files' | 'dns' | 'libc';

/** What decided. */
export type OrderReason =
  | 'no-hosts-line'
  | 'nsswitch'
  | 'unknown-source-is-dns'
  | 'criteria-ignored'
  | 'nsswitch-broken'
  | 'cgo-asked-for'
  | 'environment'
  | 'resolv-unknown'
  | 'strange-name'
  | 'local-name'
  | 'criteria'
  | 'unknown-source'
  | 'myhostname';

export interface Order {
  readonly order: LookupOrder;
  readonly reason: OrderReason;
  /** The word of the file that decided, if it was one. */
  readonly found?: string;
}

/** How the program was built and started, as far as its resolver cares. */
export interface Program {
  readonly go: GoRelease;
  /** `static`: `CGO_ENABLED=0` or the tag `netgo`. `cgo`: it can call the C library. */
  readonly build: 'static' | 'cgo';
  /** `GODEBUG=netdns=…` */
  readonly netdns: '' | 'go' | 'cgo';
  /** `LOCALDOMAIN` is set, or `RES_OPTIONS` or `HOSTALIASES` is not empty. */
  readonly environment: boolean;
}

/**
 * The order in which a program on Linux asks for a name. Sources: src/net/conf.go of
 * [1.15](https://github.com/golang/go/blob/go1.15.15/src/net/conf.go#L120), [1.19](https://github.com/golang/go/blob/go1.19.8/src/net/conf.go#L143)
 * and [1.21](https://github.com/golang/go/blob/go1.21.0/src/net/conf.go#L230).
 */
export function lookupOrder(
  program: Program,
  name: string,
  hostname: string,
  nsswitch: Nsswitch,
  resolv: ResolvConf,
): Order {
  const bare = lowerAscii(name.endsWith('.') ? name.slice(0, -1) : name);
  return program.go.minor >= GO_CHANGES.goAlwaysDecides
    ? newOrder(program, bare, hostname, nsswitch, resolv)
    : oldOrder(program, bare, hostname, nsswitch, resolv);
}

/** Up to 1.20: whatever Go does not know ends in the fallback, also where no C library is there to ask. */
function oldOrder(
  { go, build, netdns, environment }: Program,
  name: string,
  hostname: string,
  nsswitch: Nsswitch,
  resolv: ResolvConf,
): Order {
  const pure = build === 'static' || netdns === 'go';
  const fallBack = (reason: OrderReason, found?: string): Order => ({
    order: pure ? 'files,dns' : 'libc',
    reason,
    ...(found === undefined ? {} : { found }),
  });
  if (netdns === 'cgo') return fallBack('cgo-asked-for');
  if (environment) return fallBack('environment');
  if (resolv.unknown) return fallBack('resolv-unknown', unknownWord(resolv));
  if (isStrange(name)) return fallBack('strange-name');
  if (name.endsWith('.local')) return fallBack('local-name');
  if (nsswitch.state === 'broken') return fallBack('nsswitch-broken');
  if (nsswitch.hosts.length === 0)
    return { order: go.minor >= GO_CHANGES.filesFirst ? 'files,dns' : 'dns,files', reason: 'no-hosts-line' };
  for (const source of nsswitch.hosts) {
    if (source.name === 'myhostname') {
      if (isOwnName(name, hostname, go)) return fallBack('myhostname', source.name);
    } else if (source.name === 'files' || source.name === 'dns') {
      if (source.unusual) return fallBack('criteria', source.name);
    } else if (!source.name.startsWith('mdns')) return fallBack('unknown-source', source.name);
  }
  return ordered(nsswitch, 'nsswitch') ?? fallBack('nsswitch');
}

/** From 1.21 on: what is not known is left to libc where that can be asked, and passed over where not. */
function newOrder(
  { go, build, netdns, environment }: Program,
  name: string,
  hostname: string,
  nsswitch: Nsswitch,
  resolv: ResolvConf,
): Order {
  const pure = build === 'static' || netdns === 'go';
  const libc = (reason: OrderReason, found?: string): Order => ({
    order: 'libc',
    reason,
    ...(found === undefined ? {} : { found }),
  });
  if (!pure) {
    if (netdns === 'cgo') return libc('cgo-asked-for');
    if (environment) return libc('environment');
    if (isStrange(name)) return libc('strange-name');
    if (resolv.unknown) return libc('resolv-unknown', unknownWord(resolv));
  }
  if (nsswitch.state === 'broken') return { order: pure ? 'files,dns' : 'libc', reason: 'nsswitch-broken' };
  if (nsswitch.hosts.length === 0) return { order: 'files,dns', reason: 'no-hosts-line' };
  let reason: OrderReason = 'nsswitch';
  let found = '';
  const hasDns = nsswitch.hosts.some((source) => source.name === 'dns');
  for (const source of nsswitch.hosts) {
    const isPlain = source.name === 'files' || source.name === 'dns';
    if (isPlain && source.unusual) {
      if (!pure) return libc('criteria', source.name);
      [reason, found] = ['criteria-ignored', source.name];
    }
    if (isPlain) continue;
    if (!pure) {
      if (source.name === 'myhostname') {
        if (isOwnName(name, hostname, go)) return libc('myhostname', source.name);
      } else if (source.name.startsWith('mdns')) {
        if (name.endsWith('.local')) return libc('local-name');
      } else return libc('unknown-source', source.name);
    } else if (!hasDns) {
      [reason, found] = ['unknown-source-is-dns', source.name];
    }
  }
  const order = ordered(nsswitch, reason, reason === 'unknown-source-is-dns');
  if (!order) return pure ? { order: 'files,dns', reason } : libc('nsswitch');
  return found === '' ? order : { ...order, found };
}

/** By which of `files` and `dns` are there, and which comes first; `undefined` if neither is. */
function ordered(nsswitch: Nsswitch, reason: OrderReason, othersAreDns = false): Order | undefined {
  const names = nsswitch.hosts.flatMap(({ name }) => {
    if (name === 'files' || name === 'dns') return [name];
    return othersAreDns ? ['dns'] : [];
  });
  const files = names.includes('files');
  const dns = names.includes('dns');
  if (files && dns) return { order: names[0] === 'files' ? 'files,dns' : 'dns,files', reason };
  if (files) return { order: 'files', reason };
  return dns ? { order: 'dns', reason } : undefined;
}

const isStrange = (name: string): boolean => name.includes('\\') || name.includes('%');

/** The names that the `myhostname` module of glibc answers for. */
function isOwnName(name: string, hostname: string, { minor }: GoRelease): boolean {
  const special = minor >= GO_CHANGES.moreOptions ? ['_gateway', '_outbound'] : ['gateway'];
  return (
    ['localhost', 'localhost.localdomain', lowerAscii(hostname), ...special].includes(name) ||
    name.endsWith('.localhost') ||
    name.endsWith('.localhost.localdomain')
  );
}

const unknownWord = ({ problems }: ResolvConf): string | undefined => {
  const word = problems.find(({ code }) => code === 'unknown-option' || code === 'unknown-keyword');
  return word === undefined ? undefined : String(word.facts?.['found']);
};
