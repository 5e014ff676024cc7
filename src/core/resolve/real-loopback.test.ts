import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { DEFAULT_LOOPBACK, pickLoopback } from './pick-loopback.ts';
import { readAddresses } from './read-addresses.ts';

/** Prints the addresses as Go has them, then the host that a client of a wildcard listener would be given. */
const PROGRAM = `package main

import (
	"fmt"
	"net"
)

func main() {
	addresses, err := net.InterfaceAddrs()
	fmt.Println("net addrs:", addresses, "err:", err)
	listener, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		panic(err)
	}
	bound := listener.Addr().(*net.TCPAddr).IP
	host := "localhost"
	for _, address := range addresses {
		ip := address.(*net.IPNet).IP
		if ip.IsLoopback() && (ip.To4() == nil) == (bound.To4() == nil) {
			host = ip.String()
			break
		}
	}
	fmt.Println(bound)
	fmt.Println(host)
}
`;

const NETWORKS: Readonly<Record<string, string>> = {
  'with ::1 on lo': 'ip link set lo up',
  'with IPv6 disabled on lo': 'ip link set lo up; echo 1 > /proc/sys/net/ipv6/conf/lo/disable_ipv6',
  'with IPv6 disabled everywhere': 'echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; ip link set lo up',
  'with more addresses on lo':
    'ip link set lo up; ip addr add 127.0.0.2/8 dev lo; ip addr add fd00::7/64 dev lo',
  'with lo down': 'true',
};

const LISTINGS = ['ip addr', 'ip -o addr', 'ip -brief addr', 'ip -j addr'];

const PROGRAMS = ['go', 'ip', 'unshare'].map((name) => [name, realProgram(name)] as const);
let program = '';

beforeAll(() => {
  const go = realProgram('go');
  if (go) program = buildGo(go, { 'go.mod': 'module addresses\n\ngo 1.18\n', 'main.go': PROGRAM });
}, BUILD_TIMEOUT);

afterAll(() => {
  if (program) rmSync(dirname(program), { recursive: true });
});

describe('in a network of its own', () => {
  it.for(Object.entries(NETWORKS))('%s, the picker says what Go says', ([, setUp], { skip }) => {
    for (const [name, path] of PROGRAMS) if (!path) return skip(`${name} is not installed`);
    if (spawnSync('unshare', ['-rn', 'sh', '-c', setUp]).status !== 0)
      return skip('no network namespace may be made here');
    const inside = (command: string): string =>
      execFileSync('unshare', ['-rn', 'sh', '-c', `{ ${setUp}; } && ${command}`], { encoding: 'utf8' });
    const [list = '', bound, host] = inside(program).trim().split('\n');
    expect(bound).toBe('::');
    const own = readAddresses(list).addresses;
    expect(pickLoopback(own, DEFAULT_LOOPBACK)?.host).toBe(host);
    for (const listing of LISTINGS) {
      const { addresses, unread } = readAddresses(inside(listing));
      expect([listing, addresses.map(({ text }) => text).toSorted()]).toEqual([
        listing,
        own.map(({ text }) => text).toSorted(),
      ]);
      expect(pickLoopback(addresses, DEFAULT_LOOPBACK)?.host).toBe(host);
      if (addresses.length > 0) expect([listing, unread]).toEqual([listing, []]);
    }
  });
});
