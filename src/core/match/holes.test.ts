import { describe, expect, it } from 'vitest';
import { findPattern } from './find-pattern.ts';
import { type HoleType, HOLES } from './holes.ts';
import { isPatternError, parsePattern } from './pattern.ts';

interface Row {
  /** Values that the hole takes whole. */
  readonly takes: readonly string[];
  /** Values after which the closing `|` is not reached. */
  readonly refuses: readonly string[];
}

const UUID = '0c6f2a14-5d5b-4c8e-9b0e-2f6a7a1c9d10';

const TABLE: Readonly<Record<Exclude<HoleType, '**'>, Row>> = {
  int: { takes: ['0', '42', '-1', '9'.repeat(128)], refuses: ['', '-', '4.2', '0x10', '9'.repeat(129)] },
  hex: {
    takes: ['c0ffee', '0xc0002b68c0', 'DEADBEEF', 'a'.repeat(128)],
    refuses: ['', '0x', 'xyz', 'c0ffee?', 'a'.repeat(129)],
  },
  uuid: {
    takes: [UUID, UUID.toUpperCase()],
    refuses: ['', UUID.slice(1), `${UUID}0`, UUID.replace('-', ''), UUID.replace('c', 'g')],
  },
  ip: {
    takes: [
      '10.0.0.1',
      '255.255.255.255',
      '::1',
      '[::1]',
      'fe80::f6b7:8dff:fea8:97de',
      '::ffff:10.0.0.1',
      '[::]',
    ],
    refuses: ['', '10.0.0', '10.0.0.256', '10.0.0.1.2', 'localhost', '12:30', '[::1', '1.2.3.4:80', '::g'],
  },
  port: { takes: ['0', '80', '6443', '65535'], refuses: ['', '65536', '100000', '-1', 'https'] },
  dur: {
    takes: ['30s', '1h0m0.5s', '1.5ms', '250µs', '250us', '0s', '7ns', '15m'],
    refuses: ['', '30', 's', '30 s', '1d', '1.s', '.5s'],
  },
  qty: {
    takes: ['512', '100Mi', '2.1GB', '2.1 GB', '4k', '1Ki', '12B'],
    refuses: ['', 'Mi', '100Xi', '100 apples', '1.Gi'],
  },
  q: {
    takes: ['""', '"ping"', String.raw`"we\"ird,name"`, String.raw`"tab\t and é"`, '"a | b"'],
    refuses: ['', 'ping', '"open', String.raw`"bad \z escape"`, `'ping'`],
  },
  path: {
    takes: ['/healthz/etcd', 'relative/path-1.2_x', '/a:b'],
    refuses: ['', '/with blank', '/with"quote', "/with'quote", '/tab\there'],
  },
  url: {
    takes: ['https://localhost:6443/api/v1/pods?limit=500&resourceVersion=0', 'http://[::1]:80/'],
    refuses: ['', 'https://a b', 'https://a"b'],
  },
  pod: {
    takes: ['metrics-server-5f4b8f7d9-x2x7l', 'kube-system/coredns-0', 'a.b.c'],
    refuses: ['', 'Metrics', 'a_b', 'a b'],
  },
  node: {
    takes: ['node-1', '10.0.0.1', 'ip-10-0-0-1.ec2.internal'],
    refuses: ['', 'Node-1', 'node 1', 'node"'],
  },
  image: {
    takes: ['registry.k8s.io/kube-apiserver:v1.20.2', 'a/b@sha256:0a1b', 'UPPER_case:1'],
    refuses: ['', 'a b', 'a"b', 'a(b)'],
  },
  str: {
    takes: ['system:anonymous', 'v1beta1.metrics.k8s.io', '"quoted"', '名字'],
    refuses: ['', 'two words', 'a\tb'],
  },
  '*': {
    takes: ['anything at all: "x" <y>', ' ', '\0', 'x'.repeat(2_000)],
    refuses: ['', 'x'.repeat(2_001)],
  },
};

/** What a hole between two bars takes from a text between two bars. */
function taken(type: string, value: string): string | undefined {
  const pattern = parsePattern(`|<${type}:value>|`);
  if (isPatternError(pattern)) throw new Error(pattern.message);
  return findPattern(pattern, `|${value}|`)?.captures[0]?.value;
}

const rows = Object.entries(TABLE);
const shown = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 8)}… (${value.length})` : value);
const cases = (list: (row: Row) => readonly string[]): [string, string, string][] =>
  rows.flatMap(([type, row]) =>
    list(row).map((value): [string, string, string] => [type, shown(value), value]),
  );

describe('a typed hole', () => {
  it.each(cases(({ takes }) => takes))('<%s> takes %s', (type, _, value) => {
    expect(taken(type, value.replaceAll('|', '/'))).toBe(value.replaceAll('|', '/'));
  });

  it.each(cases(({ refuses }) => refuses))('<%s> refuses %s', (type, _, value) => {
    expect(taken(type, value)).toBeUndefined();
  });

  it('<**> takes the rest of the line, nothing included', () => {
    const pattern = parsePattern('failed: <**:rest>');
    if (isPatternError(pattern)) throw new Error(pattern.message);
    const rest = (text: string): string | undefined => findPattern(pattern, text)?.captures[0]?.value;
    expect(rest('failed: 1 | 2 "3"')).toBe('1 | 2 "3"');
    expect(rest('failed: ')).toBe('');
    expect(rest(`failed: ${'x'.repeat(5_000)}`)).toHaveLength(5_000);
  });

  it('stands in the table of this test, with both sides', () => {
    expect(Object.keys(HOLES).filter((type) => type !== '**')).toEqual(Object.keys(TABLE));
    for (const [, { takes, refuses }] of rows)
      expect(Math.min(takes.length, refuses.length)).toBeGreaterThan(1);
  });
});
