import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { DEFAULT_LOOPBACK, type LoopbackPick, type LoopbackSettings, pickLoopback } from './pick-loopback.ts';
import { readAddresses } from './read-addresses.ts';

const pick = (text: string, settings: Partial<LoopbackSettings> = {}): LoopbackPick | undefined =>
  pickLoopback(readAddresses(text).addresses, { ...DEFAULT_LOOPBACK, ...settings });

/** As `fmt.Println` shows what `net.InterfaceAddrs` gives: 10 of IPv4, and with IPv6 `::1` and 103 of the links. */
const IPV4 =
  '127.0.0.1/8 10.35.1.6/24 172.35.0.4/24 35.168.10.4/24 192.168.50.3/24 35.168.20.3/24 35.168.30.3/24 35.168.40.3/24 10.232.1.1/24 100.64.0.2/16';
const LINKS = Array.from(
  { length: 103 },
  (_, index) => `fe80::f816:3eff:fe${(0x10 + index).toString(16)}:1/64`,
);
const GO_IPV6_ON = `net addrs: [${IPV4} ::1/128 ${LINKS.join(' ')}] err: <nil>\n`;
const GO_IPV6_OFF = `net addrs: [${IPV4}] err: <nil>\n`;

describe('the host that the API server reaches itself at', () => {
  it('114 addresses, 103 of them link-local: ::1', () => {
    expect(pick(GO_IPV6_ON)).toMatchObject({
      host: '::1',
      url: 'https://[::1]',
      isName: false,
      total: 114,
      linkLocal: 103,
      finding: 'has-loopback',
    });
  });

  it('IPv6 disabled: localhost, though 127.0.0.1 is there', () => {
    expect(pick(GO_IPV6_OFF)).toMatchObject({
      host: 'localhost',
      isName: true,
      wants: 'ipv6',
      total: 10,
      loopbacks: ['127.0.0.1'],
      finding: 'falls-back-to-localhost',
    });
  });

  it('bound to 127.0.0.1: no lookup', () => {
    expect(pick(GO_IPV6_OFF, { bind: '127.0.0.1' })).toMatchObject({
      host: '127.0.0.1',
      isName: false,
      wants: undefined,
      finding: 'bound-to-address',
    });
  });

  it.each([
    ['::', true, 'localhost'],
    ['[::]', true, 'localhost'],
    ['10.35.1.6', true, '10.35.1.6'],
    ['fd00::1', true, 'fd00::1'],
    ['0.0.0.0', false, '127.0.0.1'],
  ])('bound to %s, IPv6 sockets %s: %s', (bind, ipv6Sockets, host) => {
    expect(pick(GO_IPV6_OFF, { bind, ipv6Sockets })?.host).toBe(host);
  });

  it('is not told for a bind address that is none', () => {
    expect(pick(GO_IPV6_OFF, { bind: 'node-3' })).toBeUndefined();
  });
});

describe('a listing of addresses', () => {
  const ADDRESSES = ['127.0.0.1', '::1', '10.0.2.15', 'fe80::a00:27ff:fe1c:b7e2'];

  it.each([
    [
      'ip addr',
      `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host
       valid_lft forever preferred_lft forever
2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 08:00:27:1c:b7:e2 brd ff:ff:ff:ff:ff:ff
    inet 10.0.2.15/24 brd 10.0.2.255 scope global dynamic eth0
       valid_lft 85000sec preferred_lft 85000sec
    inet6 fe80::a00:27ff:fe1c:b7e2/64 scope link
       valid_lft forever preferred_lft forever
`,
    ],
    [
      'ip -o addr',
      String.raw`1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
1: lo    inet6 ::1/128 scope host \       valid_lft forever preferred_lft forever
2: eth0    inet 10.0.2.15/24 brd 10.0.2.255 scope global dynamic eth0\       valid_lft 85000sec preferred_lft 85000sec
2: eth0    inet6 fe80::a00:27ff:fe1c:b7e2/64 scope link \       valid_lft forever preferred_lft forever
`,
    ],
    [
      'ip -brief addr',
      `lo               UNKNOWN        127.0.0.1/8 ::1/128
eth0             UP             10.0.2.15/24 fe80::a00:27ff:fe1c:b7e2/64
`,
    ],
    [
      'ifconfig',
      `lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536
        inet 127.0.0.1  netmask 255.0.0.0
        inet6 ::1  prefixlen 128  scopeid 0x10<host>
        loop  txqueuelen 1000  (Local Loopback)
eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 10.0.2.15  netmask 255.255.255.0  broadcast 10.0.2.255
        inet6 fe80::a00:27ff:fe1c:b7e2  prefixlen 64  scopeid 0x20<link>
        ether 08:00:27:1c:b7:e2  txqueuelen 1000  (Ethernet)
`,
    ],
    [
      'ifconfig of net-tools 1.60',
      `lo        Link encap:Local Loopback
          inet addr:127.0.0.1  Mask:255.0.0.0
          inet6 addr: ::1/128 Scope:Host
          UP LOOPBACK RUNNING  MTU:65536  Metric:1
eth0      Link encap:Ethernet  HWaddr 08:00:27:1c:b7:e2
          inet addr:10.0.2.15  Bcast:10.0.2.255  Mask:255.255.255.0
          inet6 addr: fe80::a00:27ff:fe1c:b7e2/64 Scope:Link
`,
    ],
  ])('%s', (_, text) => {
    const { addresses, unread } = readAddresses(text);
    expect(addresses.map((address) => address.text)).toEqual(ADDRESSES);
    expect(addresses.map(({ device }) => device)).toEqual(['lo', 'lo', 'eth0', 'eth0']);
    expect(unread).toEqual([]);
  });

  it('ip -j addr', () => {
    const text = `[{"ifindex":1,"ifname":"lo","addr_info":[{"family":"inet","local":"127.0.0.1","prefixlen":8},{"family":"inet6","local":"::1","prefixlen":128}]}]`;
    expect(readAddresses(text).addresses.map((address) => address.text)).toEqual(['127.0.0.1', '::1']);
  });

  it('has the own end of a point-to-point link, and not the other', () => {
    const { addresses } = readAddresses('    inet 10.8.0.1 peer 10.8.0.2/32 scope global tun0\n');
    expect(addresses.map((address) => address.text)).toEqual(['10.8.0.1']);
  });

  it('names lines without an address', () => {
    expect(readAddresses('what is this\n127.0.0.1/8\n').unread).toEqual([1]);
  });

  it('is read from any text without failing, in linear time', () => {
    fc.assert(
      fc.property(
        hostileText(['inet ', 'inet6 ', '127.0.0.1/8', '::1/128', 'peer ', '1: lo: ', 'UP']),
        (text) => {
          pick(text);
          for (const line of readAddresses(text).unread) expect(line).toBeGreaterThan(0);
        },
      ),
    );
    expect(growth(readAddresses, (size) => 'inet 127.0.0.1/8 '.repeat(size), 500)).toBeLessThan(LINEAR);
  });
});
