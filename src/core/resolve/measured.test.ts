import { describe, expect, it } from 'vitest';
import { readGoRelease } from './go-release.ts';
import measured from './samples/measured.json' with { type: 'json' };
import { type Lookup, simulateLookup } from './simulate.ts';
import type { Behaviour } from './server-behaviour.ts';

type Run = (typeof measured)[number];

const HOSTS: Readonly<Record<string, string>> = {
  both: '127.0.0.1 localhost\n::1 localhost ip6-localhost\n',
  ipv4: '127.0.0.1 localhost\n',
  other: '10.0.0.5 node-1\n',
};

/** As the servers of the measurements behave, by the last number of their address. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  '127.0.0.11': 'silent',
  '127.0.0.12': 'silent',
  '127.0.0.13': 'silent',
  '127.0.0.14': 'silent',
  '127.0.0.21': 'nxdomain',
  '127.0.0.22': 'servfail',
  '10.222.0.3': 'no-route',
};

const hostOf = ({ call, target }: Run): string =>
  call === 'get'
    ? new URL(target).hostname
    : call === 'dial'
      ? target.slice(0, target.lastIndexOf(':'))
      : target;

function simulate(run: Run): Lookup {
  const go = readGoRelease(run.go);
  if (!go) throw new Error(`no release: ${run.go}`);
  const servers = (run.resolv ?? '')
    .split('\n')
    .filter((line) => line.startsWith('nameserver '))
    .map((line) => BEHAVIOURS[line.slice(11)] ?? 'closed');
  return simulateLookup({
    go,
    build: 'static',
    netdns: '',
    environment: false,
    files: {
      hosts: HOSTS[run.hosts],
      resolvConf: run.resolv ?? undefined,
      nsswitch: run.nsswitch ?? undefined,
    },
    name: hostOf(run),
    hostname: run.hostname,
    servers: (servers.length > 0 ? servers : (['closed', 'closed'] as const)).map((kind) =>
      kind === 'answers' ? { kind, addresses: [] } : { kind },
    ),
    limit: run.call === 'lookup' ? undefined : 30,
  });
}

/** In which second, at which server that was watched, of which type, which name; of those that start together in no order. */
const seen = ({ queries }: Lookup): string[] =>
  queries
    .filter(({ outcome }) => outcome !== 'closed' && outcome !== 'no-route')
    .map(({ at, server, type, name }) => `${at} ${server.slice(server.lastIndexOf('.') + 1)} ${type} ${name}`)
    .toSorted();

/** In seconds. */
const EXACT = 0.1;
/** Each wait of a real machine is late by some milliseconds, and so is the start of the program. */
const LATE = 0.4;

describe('a lookup that was measured', () => {
  it.each(measured)('$name', (run) => {
    const lookup = simulate(run);
    const { result } = lookup;
    if (run.order !== null) expect(lookup.order).toBe(run.order);
    expect(Math.abs(lookup.ends - run.seconds)).toBeLessThanOrEqual(EXACT);
    expect(run.measured).toBeGreaterThanOrEqual(lookup.ends);
    expect(run.measured - lookup.ends).toBeLessThan(LATE);
    expect(seen(lookup)).toEqual(run.queries.toSorted());
    if (run.call === 'lookup') {
      expect(result.kind === 'addresses' ? result.addresses : []).toEqual(run.addresses);
      expect('error' in result ? result.error : null).toBe(run.error);
    } else if (result.kind === 'addresses') expect(run.error).toContain(`dial tcp [${result.addresses[0]}]`);
    else expect('error' in result && run.error?.endsWith(result.error)).toBe(true);
  });
});
