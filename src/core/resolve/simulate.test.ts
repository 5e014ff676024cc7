import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { MAX_QUERIES } from './ask-names.ts';
import { SERVER_BEHAVIOURS, type ServerBehaviour } from './server-behaviour.ts';
import { type ResolveFinding, findingsOf } from './findings.ts';
import { type Lookup, type LookupInput, simulateLookup } from './simulate.ts';
import { timelineRows } from './timeline.ts';
import { verdictWords } from './verdict-words.ts';

const HOSTS = '127.0.0.1 localhost\n';
const servers = (count: number): string =>
  Array.from({ length: count }, (_, index) => `nameserver 127.0.0.1${index + 1}\n`).join('');
const CLUSTER_FIRST = `search kube-system.svc.cluster.local svc.cluster.local cluster.local\n${servers(1)}options ndots:5\n`;

const BASE: LookupInput = {
  go: { minor: 19 },
  build: 'static',
  netdns: '',
  environment: false,
  files: { hosts: HOSTS, resolvConf: servers(3), nsswitch: 'hosts: dns files\n' },
  name: 'localhost',
  hostname: 'node-3',
  servers: [],
  limit: 30,
};

const look = (
  resolvConf: string,
  nsswitch: string | undefined = 'hosts: dns files\n',
  more: Partial<LookupInput> = {},
): Lookup => simulateLookup({ ...BASE, ...more, files: { hosts: HOSTS, resolvConf, nsswitch } });

const found = (lookup: Lookup): ResolveFinding[] => findingsOf('localhost', lookup);

describe('the table of the runbook: localhost in the hosts file, a dialer of 30 s', () => {
  const TIMEOUT = 'dial tcp: lookup localhost: i/o timeout';

  it.each([
    ['1 silent nameserver, no search', servers(1), 10, '127.0.0.1'],
    ['2 silent nameservers', servers(2), 20, '127.0.0.1'],
    ['3 silent nameservers', servers(3), 30, TIMEOUT],
    ['1 silent nameserver and 1 search domain', `search a.example\n${servers(1)}`, 20, '127.0.0.1'],
    ['1 silent nameserver, 3 search domains, ndots 5 (ClusterFirstWithHostNet)', CLUSTER_FIRST, 30, TIMEOUT],
    ['2 silent nameservers and 1 search domain', `search a.example\n${servers(2)}`, 30, TIMEOUT],
    [
      '3 silent nameservers, timeout:1 attempts:1',
      `${servers(3)}options timeout:1 attempts:1\n`,
      3,
      '127.0.0.1',
    ],
  ])('%s', (_, resolvConf, seconds, outcome) => {
    const { ends, result } = look(resolvConf);
    expect(Math.abs(ends - seconds)).toBeLessThanOrEqual(0.1);
    expect(result.kind === 'addresses' ? result.addresses[0] : 'error' in result && result.error).toBe(
      outcome,
    );
  });

  it('ClusterFirstWithHostNet would need 40 s', () => {
    expect(look(CLUSTER_FIRST)).toMatchObject({ needs: 40, result: { kind: 'timeout', race: false } });
  });

  it('exactly 3 silent nameservers are a race', () => {
    expect(found(look(servers(3)))).toEqual(['dns-before-files', 'lookup-times-out', 'race']);
    expect(verdictWords('localhost', look(servers(3)), 'en')).toContain('A race at 30.0 s');
  });

  it('3 silent nameservers, `files dns`: 0 s, no query', () => {
    const lookup = look(servers(3), 'hosts: files dns\n');
    expect(lookup).toMatchObject({ ends: 0, queryCount: 0, result: { kind: 'addresses', from: 'hosts' } });
    expect(found(lookup)).toEqual(['answered-from-hosts']);
  });

  it('no nsswitch.conf: Go 1.15 waits 30 s, Go 1.16 does not wait', () => {
    const old = look(servers(3), undefined, { go: { minor: 15 } });
    expect(old).toMatchObject({ order: 'dns,files', ends: 30, result: { error: 'dial tcp: i/o timeout' } });
    const files = { hosts: HOSTS, resolvConf: servers(3), nsswitch: undefined };
    expect(simulateLookup({ ...BASE, go: { minor: 16 }, files })).toMatchObject({
      order: 'files,dns',
      ends: 0,
    });
  });
});

describe('a nameserver that is not silent', () => {
  it.each([
    ['nxdomain', 0, 4],
    ['nodata', 0, 4],
    ['servfail', 0, 24],
    ['refused', 0, 24],
    ['closed', 0, 24],
    ['no-route', 0, 24],
  ] as const)('%s costs no time', (kind, seconds, queries) => {
    const lookup = look(`search a.example\n${servers(3)}`, undefined, {
      go: { minor: 15 },
      servers: [{ kind }, { kind }, { kind }],
    });
    expect(lookup).toMatchObject({ needs: seconds, queryCount: queries });
    expect(lookup.result).toMatchObject({ kind: 'addresses', from: 'hosts' });
  });

  it('a refused one leads to the next at once, a silent one costs its 5 s', () => {
    const { queries } = look(servers(2), undefined, {
      go: { minor: 15 },
      servers: [{ kind: 'closed' }, { kind: 'silent' }],
    });
    expect(queries.map(({ at, server, attempt }) => `${at} ${server} ${attempt}`)).toEqual([
      '0 127.0.0.11 1',
      '0 127.0.0.12 1',
      '0 127.0.0.11 1',
      '0 127.0.0.12 1',
      '5 127.0.0.11 2',
      '5 127.0.0.12 2',
      '5 127.0.0.11 2',
      '5 127.0.0.12 2',
    ]);
  });

  it('NXDOMAIN ends the name, and the next name is asked at once', () => {
    const { queries } = look(CLUSTER_FIRST, undefined, {
      go: { minor: 15 },
      servers: [{ kind: 'nxdomain' }],
    });
    expect(queries.map(({ at }) => at)).toEqual(queries.map(() => 0));
    expect([...new Set(queries.map(({ name }) => name))]).toEqual([
      'localhost.kube-system.svc.cluster.local.',
      'localhost.svc.cluster.local.',
      'localhost.cluster.local.',
      'localhost.',
    ]);
  });

  it('that answers with the address of another machine sends localhost there', () => {
    const lookup = look(servers(1), undefined, {
      go: { minor: 15 },
      servers: [{ kind: 'answers', addresses: ['10.20.30.40'] }],
    });
    expect(lookup.result).toEqual({ kind: 'addresses', from: 'dns', addresses: ['10.20.30.40'] });
    expect(found(lookup)).toContain('foreign-answer');
  });
});

describe('who decides', () => {
  const CGO: Partial<LookupInput> = { build: 'cgo' };

  it.each<readonly [string, Partial<LookupInput>, string, string | undefined]>([
    ['netdns=cgo', { netdns: 'cgo' }, servers(1), 'hosts: files dns\n'],
    ['RES_OPTIONS in the environment', { environment: true }, servers(1), 'hosts: files dns\n'],
    ['myhostname in nsswitch.conf', {}, servers(1), 'hosts: files myhostname dns\n'],
    ['resolve in nsswitch.conf', {}, servers(1), 'hosts: resolve [!UNAVAIL=return] files dns\n'],
    ['an option that Go does not know', {}, `${servers(1)}options inet6\n`, 'hosts: files dns\n'],
    ['a broken nsswitch.conf', {}, servers(1), 'hosts files dns\n'],
  ])('cgo enabled and glibc, with %s: not decided by Go', (_, more, resolvConf, nsswitch) => {
    for (const minor of [15, 19, 21, 26]) {
      const lookup = look(resolvConf, nsswitch, { ...CGO, ...more, go: { minor } });
      expect([minor, lookup.order, lookup.result.kind]).toEqual([minor, 'libc', 'libc']);
      expect(verdictWords('localhost', lookup, 'en')).toContain('Not decided by Go');
      expect(verdictWords('localhost', lookup, 'zh')).toContain('不由 Go 决定');
      expect(found(lookup)).toContain('not-decided-by-go');
    }
  });

  it('cgo enabled, and nothing in the files that Go does not know: Go itself', () => {
    expect(look(servers(1), 'hosts: files dns\n', CGO)).toMatchObject({
      order: 'files,dns',
      reason: 'nsswitch',
    });
  });

  it('netdns=go takes the word from the C library', () => {
    const lookup = look(servers(1), 'hosts: files myhostname dns\n', { ...CGO, netdns: 'go' });
    expect(lookup).toMatchObject({ order: 'files,dns', reason: 'myhostname' });
  });

  it('a static program falls back to files, then DNS, up to 1.20; from 1.21 on it passes over what it does not know', () => {
    const old = look(servers(1), 'hosts: dns [!UNAVAIL=return] files\n');
    expect(old).toMatchObject({ order: 'files,dns', reason: 'criteria', found: 'dns' });
    const now = look(servers(1), 'hosts: dns [!UNAVAIL=return] files\n', { go: { minor: 21 } });
    expect(now).toMatchObject({ order: 'dns,files', reason: 'criteria-ignored' });
    const resolved = look(servers(1), 'hosts: files resolve\n', { go: { minor: 21 } });
    expect(resolved).toMatchObject({ order: 'files,dns', reason: 'unknown-source-is-dns', found: 'resolve' });
  });

  it('an option that Go does not know hides the wrong order', () => {
    const lookup = look(`${servers(3)}options edns0 trust-ad\n`, undefined, { go: { minor: 15 } });
    expect(lookup).toMatchObject({ order: 'files,dns', reason: 'resolv-unknown', found: 'edns0', ends: 0 });
    expect(found(lookup)).toContain('option-hides-order');
  });

  it('an address is not looked up', () => {
    const lookup = look(servers(3), undefined, { name: '::1' });
    expect(lookup.result).toEqual({ kind: 'addresses', from: 'literal', addresses: ['::1'] });
    expect(findingsOf('::1', lookup)).not.toContain('name-not-in-hosts');
  });
});

describe('options of resolv.conf', () => {
  it('use-vc asks over TCP', () => {
    const lookup = look(`${servers(1)}options use-vc\n`, 'hosts: dns\n', { limit: undefined });
    expect(lookup.result).toMatchObject({
      error: 'lookup localhost on 127.0.0.11:53: dial tcp 127.0.0.11:53: i/o timeout',
    });
  });

  it('attempts: has no upper end, and the list of queries has one', () => {
    const lookup = look(`${servers(1)}options attempts:16000000\n`, 'hosts: dns\n', { limit: undefined });
    expect(lookup.queries).toHaveLength(MAX_QUERIES);
    expect(lookup).toMatchObject({ queryCount: 32_000_000, needs: 80_000_000 });
  });
});

const anyServer: fc.Arbitrary<ServerBehaviour> = fc
  .constantFrom(...SERVER_BEHAVIOURS)
  .map((kind) => (kind === 'answers' ? { kind, addresses: ['10.0.0.1', '::1'] } : { kind }));

const anyInput: fc.Arbitrary<LookupInput> = fc.record({
  go: fc.integer({ min: 13, max: 26 }).map((minor) => ({ minor })),
  build: fc.constantFrom('static', 'cgo'),
  netdns: fc.constantFrom('', 'go', 'cgo'),
  environment: fc.boolean(),
  files: fc.record({
    hosts: fc.option(hostileText(['127.0.0.1', '::1', 'localhost', '#']), { nil: undefined }),
    resolvConf: fc.option(
      hostileText([
        'nameserver',
        '127.0.0.11',
        'search',
        'options',
        'ndots:',
        'attempts:',
        'timeout:',
        'rotate',
      ]),
      { nil: undefined },
    ),
    nsswitch: fc.option(hostileText(['hosts:', 'files', 'dns', '[NOTFOUND=return]', 'myhostname']), {
      nil: undefined,
    }),
  }),
  name: fc.oneof(fc.constantFrom('localhost', 'localhost.', 'a.b', ''), fc.string()),
  hostname: fc.constantFrom('', 'vm1', 'node.example.com'),
  servers: fc.array(anyServer, { maxLength: 4 }),
  limit: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
});

describe('any files', () => {
  it('give a timeline in order and within the limit, and problems that stand in their file', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const lookup = simulateLookup(input);
        expect(lookup.queries.map(({ at }) => at)).toEqual(
          lookup.queries.map(({ at }) => at).toSorted((a, b) => a - b),
        );
        for (const { at, until } of lookup.queries) {
          expect(until).toBeGreaterThanOrEqual(at);
          expect(until).toBeLessThanOrEqual(input.limit ?? Infinity);
        }
        expect(lookup.queries.length).toBeLessThanOrEqual(Math.min(lookup.queryCount, MAX_QUERIES));
        expect(lookup.ends).toBe(Math.min(lookup.needs, input.limit ?? Infinity));
        for (const { file, span } of lookup.problems) {
          expect(span.to).toBeLessThanOrEqual((input.files[file] ?? '').length);
          expect(span.from).toBeLessThan(span.to);
        }
        for (const language of ['en', 'zh'] as const)
          expect(verdictWords(input.name, lookup, language)).not.toContain('undefined');
        findingsOf(input.name, lookup);
      }),
    );
  });

  it.each([
    ['hosts', 'hosts', '127.0.0.1 a b localhost # x\n'],
    ['resolv.conf', 'resolvConf', 'search a b c\noptions x ndots:2\n'],
    ['resolv.conf with one long search', 'resolvConf', 'search '],
    ['nsswitch.conf', 'nsswitch', 'hosts: files [NOTFOUND=return] dns\n'],
    ['nsswitch.conf of one line', 'nsswitch', 'hosts: files '],
  ] as const)('are read in linear time: %s', (_, file, piece) => {
    const cost = growth(
      (text) => simulateLookup({ ...BASE, files: { ...BASE.files, [file]: text } }),
      (size) => (piece.endsWith('\n') ? piece.repeat(size) : piece + ' a.example'.repeat(size)),
      200,
    );
    expect(cost).toBeLessThan(LINEAR);
  });
});

describe('the timeline', () => {
  it('puts A and AAAA of one moment together', () => {
    expect(timelineRows(look(servers(3))).map(({ at, until, types }) => [at, until, types.join()])).toEqual([
      [0, 5, 'A,AAAA'],
      [5, 10, 'A,AAAA'],
      [10, 15, 'A,AAAA'],
      [15, 20, 'A,AAAA'],
      [20, 25, 'A,AAAA'],
      [25, 30, 'A,AAAA'],
    ]);
  });

  it('keeps them apart where they end apart', () => {
    const answering = [{ kind: 'answers', addresses: ['10.0.0.1'] }] as const;
    const rows = timelineRows(look(servers(1), 'hosts: dns\n', { servers: answering }));
    expect(rows.map(({ types, outcome }) => [types.join(), outcome])).toEqual([
      ['AAAA', 'nodata'],
      ['A', 'answers'],
    ]);
  });
});
