import { describe, expect, it } from 'vitest';
import {
  DEFAULT_LOOPBACK,
  type Lookup,
  pickLoopback,
  readAddresses,
  simulateLookup,
} from '../src/core/resolve/index.ts';

/**
 * kube-apiserver 1.20.2 built with Go 1.15.15, static, ran with etcd in a private network, in front of nameservers that
 * drop every packet. What the picker and the resolver say together is held against what it did: after how many seconds
 * its own clients failed first, whether it died of it, and how many queries the nameservers saw.
 */
interface Run {
  readonly ipv6: boolean;
  readonly nsswitch?: string;
  readonly resolvConf: string;
  readonly failsAfter: number | undefined;
  readonly dies: boolean;
  readonly queries: number;
}

const silent = (count: number): string =>
  Array.from({ length: count }, (_, index) => `nameserver 127.0.0.1${index + 1}\n`).join('');

const RUNS: Readonly<Record<string, Run>> = {
  'no nsswitch.conf, 3 silent nameservers, IPv6 off: a race, its clients fail, it lives': {
    ipv6: false,
    resolvConf: silent(3),
    failsAfter: 30.02,
    dies: false,
    queries: 12,
  },
  'no nsswitch.conf, 3 silent nameservers, IPv6 on': {
    ipv6: true,
    resolvConf: silent(3),
    failsAfter: undefined,
    dies: false,
    queries: 0,
  },
  'no nsswitch.conf, 2 silent nameservers, IPv6 off': {
    ipv6: false,
    resolvConf: silent(2),
    failsAfter: undefined,
    dies: false,
    queries: 8,
  },
  'nsswitch.conf with files first, 3 silent nameservers, IPv6 off': {
    ipv6: false,
    nsswitch: 'hosts: files dns\n',
    resolvConf: silent(3),
    failsAfter: undefined,
    dies: false,
    queries: 0,
  },
  'no nsswitch.conf, 3 silent nameservers, 1 search domain, IPv6 off: it dies': {
    ipv6: false,
    resolvConf: `${silent(3)}search example.com\n`,
    failsAfter: 30,
    dies: true,
    queries: 14,
  },
  'no nsswitch.conf, ClusterFirstWithHostNet, IPv6 off: it dies': {
    ipv6: false,
    resolvConf: `${silent(1)}search kube-system.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5\n`,
    failsAfter: 30,
    dies: true,
    queries: 14,
  },
};

const lookUp = (name: string, { nsswitch, resolvConf }: Run): Lookup =>
  simulateLookup({
    go: { minor: 15 },
    build: 'static',
    netdns: '',
    environment: false,
    files: { hosts: '127.0.0.1 localhost\n::1 localhost\n', resolvConf, nsswitch },
    name,
    hostname: 'vm1',
    servers: [],
    limit: 30,
  });

describe('a kube-apiserver that was run', () => {
  it.each(Object.entries(RUNS))('%s', (_, run) => {
    const listing = `lo UNKNOWN 127.0.0.1/8 ${run.ipv6 ? '::1/128' : ''}\n`;
    const pick = pickLoopback(readAddresses(listing).addresses, DEFAULT_LOOPBACK);
    expect(pick?.host).toBe(run.ipv6 ? '::1' : 'localhost');
    const { ends, result, queryCount } = lookUp(pick?.host ?? '', run);
    expect(result.kind).toBe(run.failsAfter === undefined ? 'addresses' : 'timeout');
    if (run.failsAfter !== undefined) expect(Math.abs(ends - run.failsAfter)).toBeLessThanOrEqual(0.1);
    // Exactly the limit is a race; above it, the list of Services fails for certain, and it dies.
    expect(result.kind === 'timeout' && !result.race).toBe(run.dies);
    // The next pair may still leave in the very moment in which the limit ends the lookup.
    expect([queryCount, queryCount + 2]).toContain(run.queries);
  });
});
