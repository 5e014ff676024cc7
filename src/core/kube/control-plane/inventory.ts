import { type Line, type Span, isBlank, isDigit, isHex, isLetter, splitLines } from '../../text/index.ts';

/** What a machine seems to be, told by its name or the ROLES column. A guess: the reader can set it right. */
export type MachineRole = 'control-plane' | 'balancer' | 'worker' | 'unknown';

/** A machine of an inventory: a line that has a name and an address. */
export interface Machine {
  readonly name: string;
  readonly address: string;
  readonly role: MachineRole;
  /** 1-based. */
  readonly line: number;
  /** Where the address stands. */
  readonly span: Span;
}

/** One address that several names have: one of them is wrong, or a command reaches another machine than it names. */
export interface SharedAddress {
  readonly address: string;
  readonly machines: readonly Machine[];
}

export interface Inventory {
  readonly machines: readonly Machine[];
  readonly shared: readonly SharedAddress[];
  /** The address that a kubeconfig or an error of kubectl names, with its port if it has one. */
  readonly server: string | undefined;
  /** Lines without an address, blank ones and comments aside. */
  readonly unread: readonly Line[];
}

const MAX_MACHINES = 500;
const MAX_LINE = 2_000;

/**
 * Reads names with addresses, one machine a line, in whatever order and with whatever stands between them: a list
 * (`master-0: 10.0.0.1`), `/etc/hosts`, `kubectl get nodes -o wide`, an inventory of Ansible
 * (`master-0 ansible_host=10.0.0.1`), CSV. Of several addresses of a line the first counts. Loopback addresses are nobody's.
 */
export function readInventory(text: string): Inventory {
  const machines: Machine[] = [];
  const unread: Line[] = [];
  let server: string | undefined;
  for (const line of splitLines(text)) {
    if (line.text.length > MAX_LINE) {
      unread.push(line);
      continue;
    }
    const named = serverOf(line.text);
    if (named !== undefined) {
      server ??= named;
      continue;
    }
    const machine = readMachine(line);
    if (machine === 'nobody') continue;
    if (machine && machines.length < MAX_MACHINES) machines.push(machine);
    else unread.push(line);
  }
  return { machines, shared: sharedAddresses(machines), server, unread };
}

/** Addresses that stand at more than one name, in the order of their first line. */
export function sharedAddresses(machines: readonly Machine[]): SharedAddress[] {
  const byAddress = new Map<string, Machine[]>();
  for (const machine of machines) {
    const others = byAddress.get(machine.address) ?? [];
    if (others.every(({ name }) => name !== machine.name)) others.push(machine);
    byAddress.set(machine.address, others);
  }
  return [...byAddress].filter(([, at]) => at.length > 1).map(([address, at]) => ({ address, machines: at }));
}

function readMachine(line: Line): Machine | 'nobody' | undefined {
  const words = wordsOf(line.text);
  const [first] = words;
  if (!first || line.text.trimStart().startsWith('#') || line.text.trimStart().startsWith('['))
    return 'nobody';
  const address = words.find((word) => isAddress(word.text));
  if (!address) return first.text === 'NAME' || first.text === '```' ? 'nobody' : undefined;
  if (isLoopback(address.text)) return 'nobody';
  const name = words.find((word) => isName(word.text));
  if (!name) return undefined;
  return {
    name: name.text,
    address: address.text,
    role: roleOf(name.text, words),
    line: line.number,
    span: { from: line.from + address.from, to: line.from + address.to },
  };
}

interface Word extends Span {
  readonly text: string;
}

/** What stands between blanks, commas, quotes, `=` and `|`, without a `:` or `-` that only parts or leads. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && isBetween(text, at)) at++;
    const from = at;
    while (at < text.length && !isBetween(text, at)) at++;
    let to = at;
    while (to > from && ':;.'.includes(text.charAt(to - 1)) && !text.slice(from, to).endsWith('::')) to--;
    if (to > from) words.push({ text: text.slice(from, to), from, to });
  }
  return words;
}

const isBetween = (text: string, at: number): boolean =>
  isBlank(text.charCodeAt(at)) ||
  ',"\'=|()<>\u{ff1a}\u{ff0c}'.includes(text.charAt(at)) ||
  (text.charAt(at) === '-' && isBlank(text.charCodeAt(at + 1)));

/** A name of a host; keys such as `ansible_host` and words of tables are none. */
function isName(word: string): boolean {
  const first = word.charCodeAt(0);
  if ((!isLetter(first) && !isDigit(first)) || isAddress(word) || NO_NAMES.has(word.toLowerCase()))
    return false;
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (isLetter(code)) letters++;
    else if (!isDigit(code) && !'.-'.includes(word.charAt(at))) return false;
  }
  return letters > 0;
}

const NO_NAMES = new Set([
  'name',
  'ip',
  'address',
  'addr',
  'host',
  'hostname',
  'node',
  'server',
  'internalip',
  'ready',
  'none',
]);

const ROLES: readonly (readonly [string, MachineRole])[] = [
  ['balancer', 'balancer'],
  ['haproxy', 'balancer'],
  ['vip', 'balancer'],
  ['lb', 'balancer'],
  ['control-plane', 'control-plane'],
  ['controlplane', 'control-plane'],
  ['master', 'control-plane'],
  ['apiserver', 'control-plane'],
  ['worker', 'worker'],
];

/** The name tells it, or else another word of the line, such as that of the ROLES column. */
function roleOf(name: string, words: readonly Word[]): MachineRole {
  for (const word of [name, ...words.map(({ text }) => text)]) {
    const text = word.toLowerCase();
    const role = ROLES.find(([piece]) => (piece.length < 4 ? isPart(text, piece) : text.includes(piece)));
    if (role) return role[1];
  }
  return 'unknown';
}

/** `lb-0`, `k8s-lb`, `vip1`: a part of its own, maybe with a number. */
function isPart(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  if (at < 0) return false;
  const before = at === 0 || !isLetter(text.charCodeAt(at - 1));
  return before && !isLetter(text.charCodeAt(at + piece.length));
}

const REFUSED = 'The connection to the server ';

/** `server: https://10.0.0.9:6443` of a kubeconfig, or what kubectl says of the address that refused it. */
function serverOf(text: string): string | undefined {
  const refused = text.indexOf(REFUSED);
  if (refused >= 0) return hostAndPort(text.slice(refused + REFUSED.length));
  for (const head of ['server: ', '--server=', '--server ']) {
    const at = text.indexOf(head);
    const value = at < 0 ? '' : text.slice(at + head.length).trimStart();
    const rest = value.startsWith('"') || value.startsWith("'") ? value.slice(1) : value;
    const scheme = ['https://', 'http://'].find((start) => rest.startsWith(start));
    if (scheme) return hostAndPort(rest.slice(scheme.length));
  }
  return undefined;
}

function hostAndPort(text: string): string | undefined {
  let end = 0;
  while (end < text.length && !' \t/"\'\r'.includes(text.charAt(end))) end++;
  const server = text.slice(0, end);
  const host = hostOf(server);
  return isAddress(host) || isName(host) ? server : undefined;
}

/** `10.0.0.9:6443` → `10.0.0.9`; `[::1]:6443` → `::1`. */
export function hostOf(server: string): string {
  if (server.startsWith('[')) return server.slice(1, Math.max(1, server.indexOf(']')));
  const colon = server.indexOf(':');
  return colon < 0 || server.indexOf(':', colon + 1) >= 0 ? server : server.slice(0, colon);
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

/** An address of IPv4 with four numbers to 255, or one that can be IPv6: hex digits, and at least two colons. */
export function isAddress(word: string): boolean {
  const parts = word.split('.');
  if (parts.length === 4) {
    return parts.every((part) => part !== '' && part.length <= 3 && allDigits(part) && Number(part) <= 255);
  }
  const groups = word.split(':');
  return (
    word.length <= 39 &&
    groups.length > 2 &&
    groups.length <= 8 &&
    (groups.length === 8 || word.includes('::')) &&
    groups.every((group) => group.length <= 4 && [...group].every((c) => isHex(c.charCodeAt(0))))
  );
}

const allDigits = (text: string): boolean => [...text].every((c) => isDigit(c.charCodeAt(0)));
