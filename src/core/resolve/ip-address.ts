import { isDigit, isHex } from '../text/index.ts';

/** An IP address as Go reads it. */
export interface IpAddress {
  readonly family: 'ipv4' | 'ipv6';
  /** As Go prints it: `::1` of `0:0:0:0:0:0:0:1`, with its zone. */
  readonly text: string;
  /** 4 bytes or 8 groups of 16 bits. */
  readonly parts: readonly number[];
}

/**
 * Reads an address without port, brackets or prefix; an IPv6 one may have a zone (`fe80::1%eth0`). `undefined` if it
 * is none. As [net.ParseIP](https://pkg.go.dev/net#ParseIP) of Go 1.17 and later, which refuses leading zeros. An
 * IPv4 address in IPv6 (`::ffff:127.0.0.1`) counts as IPv4, as it does for Go.
 */
export function readIpAddress(text: string): IpAddress | undefined {
  if (text.length > 100) return undefined;
  const v4 = readIpv4(text);
  if (v4) return { family: 'ipv4', text: v4.join('.'), parts: v4 };
  const percent = text.indexOf('%');
  const zone = percent < 0 ? '' : text.slice(percent);
  const groups = readIpv6(percent < 0 ? text : text.slice(0, percent));
  if (!groups || zone === '%') return undefined;
  if (zone === '' && groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const parts = [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 0xff]);
    return { family: 'ipv4', text: parts.join('.'), parts };
  }
  return { family: 'ipv6', text: printIpv6(groups) + zone, parts: groups };
}

/** 127.0.0.0/8 and ::1. */
export const isLoopback = ({ family, parts }: IpAddress): boolean =>
  family === 'ipv4' ? parts[0] === 127 : parts.every((part, index) => part === (index === 7 ? 1 : 0));

/** fe80::/10 and 169.254.0.0/16. */
export const isLinkLocal = ({ family, parts }: IpAddress): boolean =>
  family === 'ipv4' ? parts[0] === 169 && parts[1] === 254 : ((parts[0] ?? 0) & 0xffc0) === 0xfe80;

/** `0.0.0.0` and `::`. */
export const isUnspecified = ({ parts }: IpAddress): boolean => parts.every((part) => part === 0);

function readIpv4(text: string): number[] | undefined {
  const words = text.split('.');
  if (words.length !== 4) return undefined;
  const parts = words.map((word) => {
    const isNumber = word.length > 0 && word.length <= 3 && [...word].every((c) => isDigit(c.charCodeAt(0)));
    return isNumber && (word === '0' || !word.startsWith('0')) ? Number(word) : 256;
  });
  return parts.every((part) => part < 256) ? parts : undefined;
}

function readIpv6(text: string): number[] | undefined {
  if (!text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => readGroups(half, index === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
}

function readGroups(text: string, isLast: boolean): number[] | undefined {
  if (text === '') return [];
  const words = text.split(':');
  const groups: number[] = [];
  for (const [index, word] of words.entries()) {
    const v4 = isLast && index === words.length - 1 && word.includes('.') ? readIpv4(word) : undefined;
    if (v4) groups.push(((v4[0] ?? 0) << 8) | (v4[1] ?? 0), ((v4[2] ?? 0) << 8) | (v4[3] ?? 0));
    else if (word.length > 0 && word.length <= 4 && [...word].every((c) => isHex(c.charCodeAt(0)))) {
      groups.push(Number.parseInt(word, 16));
    } else return undefined;
  }
  return groups;
}

/** The longest run of two or more zero groups becomes `::`, the first of equally long ones (RFC 5952). */
function printIpv6(groups: readonly number[]): string {
  let best = { from: -1, length: 1 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (from + length < 8 && groups[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
  }
  const print = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (best.from < 0) return print(groups);
  return `${print(groups.slice(0, best.from))}::${print(groups.slice(best.from + best.length))}`;
}
