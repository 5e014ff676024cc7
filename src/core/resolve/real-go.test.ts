import { execFileSync, spawn } from 'node:child_process';
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import type { Behaviour, ServerBehaviour } from './server-behaviour.ts';
import { readGoRelease } from './go-release.ts';
import { type Lookup, simulateLookup } from './simulate.ts';

/**
 * Looks a name up with the resolver of the installed Go, and prints what came out. The standard library is built with
 * `etc/…` in place of `/etc/…`, and nothing else changed; servers are asked at another port than 53.
 */
const PROGRAM = `package main

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"strconv"
	"time"
)

func main() {
	name, port := os.Args[1], os.Args[2]
	limit, _ := strconv.ParseFloat(os.Args[3], 64)
	resolver := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		host, _, _ := net.SplitHostPort(address)
		return new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(host, port))
	}}
	var addresses []string
	var err error
	if limit > 0 {
		dialer := net.Dialer{Resolver: resolver, Timeout: time.Duration(limit * float64(time.Second))}
		_, err = dialer.Dial("tcp", name+":1")
	} else {
		addresses, err = resolver.LookupHost(context.Background(), name)
	}
	said := ""
	if err != nil {
		said = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"addresses": addresses, "error": said})
}
`;

/** What the servers of the test do, by address. Nothing listens on the last one. */
const SERVERS: Readonly<Record<string, Behaviour>> = {
  '127.0.0.11': 'silent',
  '127.0.0.12': 'silent',
  '127.0.0.13': 'silent',
  '127.0.0.14': 'silent',
  '127.0.0.21': 'nxdomain',
  '127.0.0.22': 'servfail',
  '127.0.0.23': 'refused',
  '127.0.0.24': 'nodata',
  '127.0.0.25': 'answers',
  '127.0.0.31': 'closed',
};
const ANSWER = '127.0.0.9';

interface Case {
  readonly name: string;
  readonly nsswitch?: string;
  readonly servers: readonly string[];
  readonly resolv?: string;
  readonly inHosts?: boolean;
  readonly limit?: number;
  /** Asked over TCP, which the servers of the test do not speak: they refuse. */
  readonly tcp?: boolean;
}

const DNS_FILES = 'hosts: dns files\n';
const QUICK = 'options timeout:1 attempts:1\n';

/** Names differ, so that the servers know which case asks. */
const CASES: Readonly<Record<string, Case>> = {
  'no nsswitch.conf': { name: 'a', servers: ['11', '12'], resolv: QUICK, inHosts: true },
  'DNS first, two attempts': {
    name: 'b',
    nsswitch: DNS_FILES,
    servers: ['11', '12'],
    resolv: 'options timeout:1\n',
    inHosts: true,
  },
  'four nameservers': {
    name: 'c',
    nsswitch: DNS_FILES,
    servers: ['11', '12', '13', '14'],
    resolv: QUICK,
    inHosts: true,
  },
  'search domains, cut by a limit': {
    name: 'd',
    nsswitch: DNS_FILES,
    servers: ['11'],
    resolv: `search one.example two.example\n${QUICK}`,
    inHosts: true,
    limit: 1.5,
  },
  'search domains, within the limit': {
    name: 'e',
    nsswitch: DNS_FILES,
    servers: ['11'],
    resolv: `search one.example two.example\noptions ndots:0 timeout:1 attempts:1\n`,
    inHosts: true,
    limit: 5,
  },
  'NXDOMAIN after a silent one': {
    name: 'f',
    nsswitch: DNS_FILES,
    servers: ['11', '21', '12'],
    resolv: QUICK,
  },
  'SERVFAIL, a closed port, REFUSED': {
    name: 'g',
    nsswitch: DNS_FILES,
    servers: ['22', '31', '23'],
    inHosts: true,
  },
  'a closed port alone': { name: 'h', nsswitch: 'hosts: dns\n', servers: ['31'] },
  'no address of either type': { name: 'i', nsswitch: 'hosts: dns\n', servers: ['24', '11'], resolv: QUICK },
  'an address of one type': { name: 'j', nsswitch: DNS_FILES, servers: ['31', '25', '11'], inHosts: true },
  'files only, found': { name: 'k', nsswitch: 'hosts: files\n', servers: ['11'], inHosts: true },
  'files only, not found': { name: 'l', nsswitch: 'hosts: files\n', servers: ['11'] },
  'files only, not found, dialed': { name: 'm', nsswitch: 'hosts: files\n', servers: ['11'], limit: 3 },
  'one request at a time': {
    name: 'n',
    nsswitch: 'hosts: dns\n',
    servers: ['11', '12'],
    resolv: `${QUICK}options single-request\n`,
  },
  'criteria behind dns': {
    name: 'o',
    nsswitch: 'hosts: dns [!UNAVAIL=return] files\n',
    servers: ['11'],
    resolv: QUICK,
    inHosts: true,
  },
  'a source that Go does not know': {
    name: 'p',
    nsswitch: 'hosts: resolve files\n',
    servers: ['11'],
    resolv: QUICK,
    inHosts: true,
  },
  mdns: {
    name: 'q',
    nsswitch: 'hosts: files mdns4_minimal [NOTFOUND=return] dns\n',
    servers: ['11'],
    resolv: QUICK,
  },
  'an option that Go does not know': {
    name: 'r',
    nsswitch: DNS_FILES,
    servers: ['11'],
    resolv: `${QUICK}options inet6\n`,
    inHosts: true,
  },
  'a broken nsswitch.conf': {
    name: 's',
    nsswitch: 'hosts dns files\n',
    servers: ['11'],
    resolv: QUICK,
    inHosts: true,
  },
  'sources parted by a tab': {
    name: 't',
    nsswitch: 'hosts: dns\tfiles\n',
    servers: ['11'],
    resolv: QUICK,
    inHosts: true,
  },
  'a name with a dot at its end': { name: 'u.', nsswitch: DNS_FILES, servers: ['11'], resolv: QUICK },
  'a name below localhost': {
    name: 'v.localhost',
    nsswitch: DNS_FILES,
    servers: ['21'],
    resolv: 'search one.example\n',
  },
  'numbers that are none': {
    name: 'w',
    nsswitch: 'hosts: dns\n',
    servers: ['11'],
    resolv: 'options timeout:x attempts:1s ndots:\n',
  },
  TCP: {
    name: 'x',
    nsswitch: DNS_FILES,
    servers: ['11', '12'],
    resolv: 'options use-vc\n',
    inHosts: true,
    tcp: true,
  },
  'the machine itself, without resolv.conf': {
    name: 'y.local',
    nsswitch: 'hosts: dns\n',
    servers: ['11'],
    resolv: QUICK,
  },
};

const go = realProgram('go');
const sockets: Socket[] = [];
const seen: { readonly server: string; readonly name: string; readonly type: 'A' | 'AAAA' }[] = [];
const outcomes = new Map<
  string,
  { readonly addresses: readonly string[] | null; readonly error: string; readonly order: string }
>();
let port = 0;
let folder = '';
let program = '';

beforeAll(async () => {
  if (!go) return;
  folder = mkdtempSync(join(tmpdir(), 'faultbook-resolve-'));
  program = buildWithOwnEtc(go);
  port = await listen();
  await Promise.all(Object.entries(CASES).map(([title, one]) => run(title, one)));
}, BUILD_TIMEOUT);

afterAll(() => {
  for (const socket of sockets) socket.close();
  if (folder) rmSync(folder, { recursive: true });
  if (program) rmSync(dirname(program), { recursive: true });
});

it.for(Object.entries(CASES))('the real Go and the model agree: %s', ([title, one], { skip }) => {
  if (!go) return skip('go is not installed');
  const outcome = outcomes.get(title);
  if (!outcome) throw new Error('the program was not run');
  const lookup = simulate(one);
  const { result } = lookup;
  expect(outcome.order).toBe(lookup.order);
  for (const type of ['A', 'AAAA'] as const) {
    const real = seen.filter((query) => query.type === type && isOf(one, query.name));
    expect(real.map(({ server, name }) => `${server} ${name}`)).toEqual(watched(one, lookup, type));
  }
  if (result.kind !== 'addresses') expect(outcome.error).toBe('error' in result ? result.error : '');
  else if (one.limit === undefined) expect(outcome.addresses).toEqual(result.addresses);
  else expect(outcome.error).toBe(`dial tcp ${result.addresses[0]}:1: connect: connection refused`);
});

/** Queries of the model that a server of the test sees, in their order. */
const watched = ({ tcp }: Case, { queries }: Lookup, type: 'A' | 'AAAA'): string[] =>
  tcp
    ? []
    : queries
        .filter((query) => query.type === type && query.outcome !== 'closed')
        .map(({ server, name }) => `${server} ${name}`);

const isOf = ({ name }: Case, asked: string): boolean =>
  asked.startsWith(name.endsWith('.') ? name : `${name}.`);

const addressOf = (last: string): string => `127.0.0.${last}`;

const filesOf = ({ name, nsswitch, servers, resolv = '', inHosts }: Case) => ({
  nsswitch,
  resolvConf: servers.map((last) => `nameserver ${addressOf(last)}\n`).join('') + resolv,
  hosts: inHosts ? `127.0.0.1 ${name}\n` : '127.0.0.1 localhost\n',
});

function simulate(one: Case): Lookup {
  const version = execFileSync(go ?? '', ['version'], { encoding: 'utf8' }).split(' ')[2] ?? '';
  const release = readGoRelease(version);
  if (!release) throw new Error(`no release of Go: ${version}`);
  return simulateLookup({
    go: release,
    build: 'static',
    netdns: 'go',
    environment: false,
    files: filesOf(one),
    name: one.name,
    hostname: hostname(),
    servers: one.servers.map((last) =>
      behaviour(one.tcp ? 'closed' : (SERVERS[addressOf(last)] ?? 'closed')),
    ),
    limit: one.limit,
  });
}

const behaviour = (kind: Behaviour): ServerBehaviour =>
  kind === 'answers' ? { kind, addresses: [ANSWER] } : { kind };

function buildWithOwnEtc(path: string): string {
  const net = join(execFileSync(path, ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src', 'net');
  const changed: Record<string, string> = {};
  for (const file of readdirSync(net).filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))) {
    const text = readFileSync(join(net, file), 'utf8');
    const own = text.replaceAll(/"\/etc\/(?=(?:resolv\.conf|nsswitch\.conf|hosts)")/g, '"etc/');
    if (own === text) continue;
    changed[join(net, file)] = join(folder, file);
    writeFileSync(join(folder, file), own);
  }
  expect(Object.keys(changed).length).toBeGreaterThan(1);
  const overlay = join(folder, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace: changed }));
  const files = { 'go.mod': 'module lookup\n\ngo 1.18\n', 'main.go': PROGRAM };
  return buildGo(path, files, '-tags=netgo', '-overlay', overlay);
}

/** One port of all servers that listen. */
async function listen(): Promise<number> {
  let shared = 0;
  for (const [address, kind] of Object.entries(SERVERS)) {
    if (kind === 'closed') continue;
    const socket = createSocket('udp4');
    sockets.push(socket);
    socket.on('message', (message, { address: asker, port: from }) => {
      const { end, name, type } = readQuestion(message);
      seen.push({ server: address, name, type });
      const reply = replyTo(message, end, type, kind);
      if (reply) socket.send(reply, from, asker);
    });
    socket.bind(shared, address);
    await once(socket, 'listening');
    shared = socket.address().port;
  }
  return shared;
}

function readQuestion(message: Buffer): { end: number; name: string; type: 'A' | 'AAAA' } {
  let at = 12;
  let name = '';
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    name += `${message.toString('latin1', at + 1, at + 1 + length)}.`;
    at += 1 + length;
  }
  return { end: at + 5, name, type: message.readUInt16BE(at + 1) === 28 ? 'AAAA' : 'A' };
}

const CODES: Readonly<Record<string, number>> = {
  nxdomain: 3,
  servfail: 2,
  refused: 5,
  nodata: 0,
  answers: 0,
};

/** A recursive server's reply of one question, with an A record for who asks for one and a server that has it. */
function replyTo(message: Buffer, end: number, type: 'A' | 'AAAA', kind: Behaviour): Buffer | undefined {
  const code = CODES[kind];
  if (code === undefined) return undefined;
  const answers = kind === 'answers' && type === 'A';
  const head = Buffer.from(message.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers ? 1 : 0, 6);
  head.writeUInt32BE(0, 8);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ANSWER.split('.').map(Number)]);
  return Buffer.concat([head, message.subarray(12, end), ...(answers ? [record] : [])]);
}

async function run(title: string, one: Case): Promise<void> {
  const home = join(folder, `case-${one.name}`);
  mkdirSync(join(home, 'etc'), { recursive: true });
  const { hosts, resolvConf, nsswitch } = filesOf(one);
  writeFileSync(join(home, 'etc', 'hosts'), hosts);
  writeFileSync(join(home, 'etc', 'resolv.conf'), resolvConf);
  if (nsswitch !== undefined) writeFileSync(join(home, 'etc', 'nsswitch.conf'), nsswitch);
  const child = spawn(program, [one.name, String(port), String(one.limit ?? 0)], {
    cwd: home,
    env: { GODEBUG: 'netdns=2' },
  });
  let out = '';
  let debug = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (debug += text.toString()));
  await once(child, 'close');
  const { addresses, error } = JSON.parse(out) as { addresses: string[] | null; error: string };
  const order = /hostLookupOrder\([^)]*\) = (\S+)/.exec(debug)?.[1] ?? '';
  outcomes.set(title, { addresses, error: plain(error), order });
}

/** Ports differ from run to run, and stand for 53 here. */
const plain = (error: string): string =>
  error.replace(/read udp [^>]+->/, 'read udp <ip>:<port>->').replaceAll(`:${port}`, ':53');
