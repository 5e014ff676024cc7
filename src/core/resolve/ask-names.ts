import { unreachable } from '../text/index.ts';
import { readIpAddress } from './ip-address.ts';
import type { ResolvConf } from './resolv-conf.ts';
import type { Behaviour, ServerBehaviour } from './server-behaviour.ts';

/** How one query ended; `cut`: the limit ended it. */
export type QueryOutcome = 'timeout' | 'cut' | Exclude<Behaviour, 'silent'>;

/** One question to one server. */
export interface Query {
  /** Seconds since the lookup began. */
  readonly at: number;
  readonly until: number;
  readonly name: string;
  readonly type: 'A' | 'AAAA';
  readonly server: string;
  /** 1-based. */
  readonly attempt: number;
  readonly outcome: QueryOutcome;
}

export interface Asked {
  readonly queries: readonly Query[];
  readonly queryCount: number;
  /** Until all is answered or given up, whatever the limit. */
  readonly seconds: number;
  readonly addresses: readonly string[];
  /** What the last server said, as Go puts it; `undefined` if nobody was asked. */
  readonly error: string | undefined;
  readonly server: string;
}

/** More queries are counted, not listed: `attempts:` has no limit in Go. */
export const MAX_QUERIES = 600;

type RecordType = Query['type'];

/** With `single-request`. */
const SEQUENCE: readonly RecordType[] = ['A', 'AAAA'];

/**
 * Asks for names until one has an address. Each of A and AAAA goes its own way through attempts and servers: a server
 * that knows (an answer, or that there is none) ends it, any other failure goes on to the next. The error of the name
 * as it was given, `own`, is told before that of a longer one.
 */
export function askNames(
  names: readonly string[],
  own: string,
  resolv: ResolvConf,
  behaviours: readonly ServerBehaviour[],
  limit = Infinity,
): Asked {
  const queries: Query[] = [];
  let queryCount = 0;
  let at = 0;
  let failure: Failure | undefined;
  /** How many walks began, for `rotate`: each begins one server further on. */
  let walks = 0;
  for (const name of names) {
    let end = at;
    let addresses: readonly string[] = [];
    // Of two that start together AAAA mostly comes first onto the wire.
    for (const [index, type] of (resolv.singleRequest ? SEQUENCE : SEQUENCE.toReversed()).entries()) {
      const room = (MAX_QUERIES - queries.length) / (2 - index);
      const start = resolv.singleRequest ? end : at;
      const first = resolv.rotate ? walks++ : 0;
      const walk = ask({ name, type, start, first, limit }, resolv, behaviours, room);
      queries.push(...walk.queries);
      queryCount += walk.queryCount;
      addresses = type === 'A' ? [...walk.addresses, ...addresses] : [...addresses, ...walk.addresses];
      end = Math.max(end, start + walk.seconds);
      if (walk.failure && (!failure || name === own)) failure = walk.failure;
    }
    at = end;
    if (addresses.length > 0) return finish(queries, queryCount, at, addresses, undefined);
  }
  return finish(queries, queryCount, at, [], failure);
}

const finish = (
  queries: readonly Query[],
  queryCount: number,
  seconds: number,
  addresses: readonly string[],
  failure: Failure | undefined,
): Asked => ({
  queries: queries.toSorted((a, b) => a.at - b.at),
  queryCount,
  seconds,
  addresses,
  error: failure?.error,
  server: failure?.server ?? '',
});

interface Failure {
  readonly error: string;
  /** With its port. */
  readonly server: string;
}

interface Walk {
  readonly name: string;
  readonly type: RecordType;
  readonly start: number;
  /** Of the servers, which one comes first. */
  readonly first: number;
  readonly limit: number;
}

interface Walked {
  readonly queries: readonly Query[];
  readonly queryCount: number;
  readonly seconds: number;
  readonly addresses: readonly string[];
  readonly failure?: Failure;
}

/** One name, one type: all servers, attempt after attempt. Only the first attempt is walked in full; all are alike. */
function ask(
  { name, type, start, first, limit }: Walk,
  { servers, attempts, timeout, useTcp }: ResolvConf,
  behaviours: readonly ServerBehaviour[],
  room: number,
): Walked {
  const round = servers.map((_, index) => {
    const which = (first + index) % servers.length;
    return { server: servers[which] ?? '', behaviour: behaviours[which] ?? SILENT };
  });
  const knows = round.findIndex(({ behaviour }) => ENDS.has(behaviour.kind));
  const asked = knows < 0 ? round : round.slice(0, knows + 1);
  const rounds = knows < 0 ? attempts : 1;
  const silent = asked.filter(({ behaviour }) => behaviour.kind === 'silent').length * timeout;
  const queries: Query[] = [];
  let queryCount = 0;
  let at = start;
  // What begins after the limit is never sent; a round without any wait cannot reach it.
  for (let attempt = 1; attempt <= rounds && at < limit; attempt++) {
    if (queries.length >= room && silent === 0) {
      queryCount += (rounds - attempt + 1) * asked.length;
      break;
    }
    for (const { server, behaviour } of asked) {
      if (at >= limit) break;
      queryCount++;
      const until = behaviour.kind === 'silent' ? at + timeout : at;
      if (queries.length < room) {
        const outcome = outcomeOf(behaviour, type, until > limit);
        queries.push({ at, until: Math.min(until, limit), name, type, server, attempt, outcome });
      }
      at = until;
    }
    if (queries.length >= room && limit === Infinity) {
      queryCount += (rounds - attempt) * asked.length;
      break;
    }
  }
  const last = asked.at(-1);
  const addresses = last?.behaviour.kind === 'answers' ? ofType(last.behaviour.addresses, type) : [];
  const failure =
    last && addresses.length === 0
      ? { error: errorOf(last.behaviour.kind, last.server, useTcp), server: withPort(last.server) }
      : undefined;
  return { queries, queryCount, seconds: rounds * silent, addresses, ...(failure ? { failure } : {}) };
}

const SILENT: ServerBehaviour = { kind: 'silent' };

/** A server that says these knows: the next one is not asked. */
const ENDS: ReadonlySet<Behaviour> = new Set(['answers', 'nxdomain', 'nodata']);

function outcomeOf(behaviour: ServerBehaviour, type: RecordType, isCut: boolean): QueryOutcome {
  if (behaviour.kind === 'silent') return isCut ? 'cut' : 'timeout';
  if (behaviour.kind === 'answers' && ofType(behaviour.addresses, type).length === 0) return 'nodata';
  return behaviour.kind;
}

const ofType = (addresses: readonly string[], type: RecordType): string[] =>
  addresses.filter((address) => readIpAddress(address)?.family === (type === 'A' ? 'ipv4' : 'ipv6'));

const withPort = (server: string): string => (server.includes(':') ? `[${server}]:53` : `${server}:53`);

/** As Go words it. The own end of a UDP socket differs each time: `<ip>:<port>`. */
function errorOf(kind: Behaviour, server: string, useTcp: boolean): string {
  const to = withPort(server);
  const network = useTcp ? 'tcp' : 'udp';
  switch (kind) {
    case 'answers':
    case 'nxdomain':
    case 'nodata':
      return 'no such host';
    case 'servfail':
    case 'refused':
      return 'server misbehaving';
    case 'silent':
      return useTcp ? `dial tcp ${to}: i/o timeout` : `read udp <ip>:<port>->${to}: i/o timeout`;
    case 'closed':
      return useTcp
        ? `dial tcp ${to}: connect: connection refused`
        : `read udp <ip>:<port>->${to}: read: connection refused`;
    case 'no-route':
      return `dial ${network} ${to}: connect: network is unreachable`;
    default:
      return unreachable(kind);
  }
}
