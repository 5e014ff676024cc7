import type { ErrorLink } from './link.ts';

/** What the end of a failed connection says, by ids that steps of a runbook name. */
export const DIAL_FAILURES = [
  'lookup-timeout',
  'lookup-server-timeout',
  'lookup-refused',
  'lookup-misbehaving',
  'no-such-host',
  'own-address-missing',
  'network-unreachable',
  'no-route-to-host',
  'connection-refused',
  'connect-timeout',
  'connection-reset',
  'tls-timeout',
  'certificate',
  'closed-early',
  'request-deadline',
  'etcd',
  'other-address',
] as const;

export type DialFailureKind = (typeof DIAL_FAILURES)[number];

/** Where a request got to before it failed. */
export interface DialFailure {
  readonly kind: DialFailureKind;
  /** The host of the request's URL, if the chain names it: `localhost`, `::1`, `10.0.0.7`. */
  readonly host?: string;
  /** The name that was looked up, of a lookup that failed. */
  readonly name?: string;
  /** The nameserver that was asked last. */
  readonly server?: string;
  /** The address that was dialed, without its port: the name had been resolved. */
  readonly address?: string;
  /** The words that decide, as they are printed: `dial tcp: i/o timeout`. */
  readonly tail: string;
}

type Link = Pick<ErrorLink, 'kind' | 'text'> & { readonly code?: string };

/**
 * What the innermost errors of a chain prove about a connection that failed; `undefined` if they speak of none.
 *
 *     > dial tcp: i/o timeout                                  no address behind `tcp`: the name was never resolved
 *     > dial tcp: lookup localhost: i/o timeout                the same, as Go 1.16 and later words it
 *     > dial tcp [::1]:6443: connect: connection refused       resolved, and refused
 *
 * Words: [net.OpError](https://pkg.go.dev/net#OpError) and [net.DNSError](https://pkg.go.dev/net#DNSError); measured with
 * programs built by Go 1.15.15 and 1.19.8.
 */
export function readDialFailure(chain: readonly Link[]): DialFailure | undefined {
  const request = chain.find(({ kind }) => kind === 'request');
  const host = request === undefined ? undefined : hostOfRequest(request.text);
  const dial = chain.findIndex(({ text }) => isDial(text));
  const last = chain.at(-1);
  if (!last) return undefined;
  const from = dial >= 0 ? dial : Math.max(0, chain.length - 1);
  const tail = chain
    .slice(from)
    .map(({ text }) => text)
    .join(': ');
  const base = { ...(host === undefined ? {} : { host }), tail };
  const lookup = chain.find(({ text }) => text.startsWith('lookup '));
  if (lookup) return lookupFailure(lookup.text, chain, base);
  const etcd = chain.find(({ text }) => isEtcd(text));
  if (etcd) return { ...base, kind: 'etcd', tail: etcd.text };
  if (dial < 0) {
    const kind = endOf(last);
    return kind === undefined || (request === undefined && kind !== 'tls-timeout')
      ? undefined
      : { ...base, kind };
  }
  const address = addressOf(chain[dial]?.text ?? '');
  if (address === undefined)
    return last.code === 'timeout' || last.code === 'deadline-exceeded'
      ? { ...base, kind: 'lookup-timeout' }
      : undefined;
  const kind = connectFailure(last);
  if (kind === undefined) return undefined;
  const isOther = host === 'localhost' && !isOwn(address);
  return { ...base, address, kind: isOther ? 'other-address' : kind };
}

const isDial = (text: string): boolean => text.startsWith('dial tcp') || text.includes(' dial tcp');

function lookupFailure(
  text: string,
  chain: readonly Link[],
  base: Pick<DialFailure, 'host' | 'tail'>,
): DialFailure {
  const [name = '', server] = text.slice('lookup '.length).split(' on ');
  const said = chain.at(-1);
  const facts = { ...base, name, ...(server === undefined ? {} : { server: hostOf(server) }) };
  if (said?.code === 'no-such-host') return { ...facts, kind: 'no-such-host' };
  if (said?.code === 'server-misbehaving') return { ...facts, kind: 'lookup-misbehaving' };
  if (said?.code === 'ECONNREFUSED' || said?.code === 'ENETUNREACH')
    return { ...facts, kind: 'lookup-refused' };
  return { ...facts, kind: server === undefined ? 'lookup-timeout' : 'lookup-server-timeout' };
}

function connectFailure(last: Link): DialFailureKind | undefined {
  switch (last.code) {
    case 'EADDRNOTAVAIL':
      return 'own-address-missing';
    case 'ENETUNREACH':
      return 'network-unreachable';
    case 'EHOSTUNREACH':
      return 'no-route-to-host';
    case 'timeout':
    case 'ETIMEDOUT':
    case 'deadline-exceeded':
      return 'connect-timeout';
    default:
      return endOf(last);
  }
}

/** Endings that say how far it came, with an address or without. */
function endOf({ code, text }: Link): DialFailureKind | undefined {
  switch (code) {
    case 'ECONNREFUSED':
      return 'connection-refused';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'connection-reset';
    case 'eof':
      return 'closed-early';
    case 'deadline-exceeded':
      return 'request-deadline';
  }
  if (text.includes('TLS handshake timeout')) return 'tls-timeout';
  return text.startsWith('x509: ') || text.includes('certificate') ? 'certificate' : undefined;
}

const isEtcd = (text: string): boolean =>
  text.startsWith('etcdserver: ') || text.includes('All the given peers are not reachable');

/** `[::1]:6443` of `dial tcp [::1]:6443`; none of `dial tcp`. */
function addressOf(text: string): string | undefined {
  const word = text.slice(text.indexOf('dial tcp')).split(' ')[2];
  return word === undefined || word === '' ? undefined : hostOf(word);
}

/** `::1` of `[::1]:6443`, `10.0.0.7` of `10.0.0.7:443`. */
function hostOf(address: string): string {
  if (address.startsWith('[')) return address.slice(1, Math.max(1, address.indexOf(']')));
  const colon = address.lastIndexOf(':');
  return colon < 0 ? address : address.slice(0, colon);
}

/** `localhost` of `Get "https://localhost:6443/api"`. */
function hostOfRequest(text: string): string | undefined {
  const from = text.indexOf('://');
  if (from < 0) return undefined;
  let to = from + 3;
  while (to < text.length && !'/?#" '.includes(text.charAt(to))) to++;
  const authority = text.slice(from + 3, to);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host === '' ? undefined : host.startsWith('[') || host.includes(':') ? hostOf(host) : host;
}

const isOwn = (address: string): boolean => address === '::1' || address.startsWith('127.');
