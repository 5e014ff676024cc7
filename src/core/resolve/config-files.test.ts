import { describe, expect, it } from 'vitest';
import { lookUpHost, readHosts } from './hosts.ts';
import { splitHeadOutput } from './head-output.ts';
import { readIpAddress } from './ip-address.ts';
import { readGoRelease } from './go-release.ts';
import { namesToAsk } from './name-list.ts';
import { readNsswitch } from './nsswitch.ts';
import { readResolvConf } from './resolv-conf.ts';
import { configProblemWords } from './words.ts';

const GO = { minor: 19 };

/** `code at "text"`, and what is said of it. */
const told = (
  file: string,
  problems: readonly Parameters<typeof configProblemWords>[0][],
): readonly (readonly [string, string, string])[] =>
  problems.map((problem) => [
    problem.code,
    file.slice(problem.span.from, problem.span.to),
    configProblemWords(problem, 'en'),
  ]);

describe('resolv.conf', () => {
  it('reads its keywords and options', () => {
    const file =
      '# made by hand\n; also a comment\nnameserver 10.0.0.1\nnameserver fe80::1%eth0\nsearch a.example b.example.\noptions ndots:2 timeout:3 attempts:4 rotate single-request-reopen use-vc\n';
    expect(readResolvConf(file, 'vm1', GO)).toEqual({
      servers: ['10.0.0.1', 'fe80::1%eth0'],
      defaultServers: false,
      search: ['a.example.', 'b.example.'],
      searchFrom: 'file',
      ndots: 2,
      timeout: 3,
      attempts: 4,
      rotate: true,
      singleRequest: true,
      useTcp: true,
      unknown: false,
      problems: [],
    });
  });

  it.each([undefined, '', '\n'])('that is `%s` asks the machine itself', (file) => {
    expect(readResolvConf(file, 'node-3.example.com', GO)).toMatchObject({
      servers: ['127.0.0.1', '::1'],
      defaultServers: true,
      search: ['example.com.'],
      searchFrom: 'hostname',
      ndots: 1,
      timeout: 5,
      attempts: 2,
    });
  });

  it('names each line that does not say what it should, and where', () => {
    const file =
      'nameserver dns.example\nnameserver\nsortlist 10.0.0.0\n  # indented\nsearch a\nsearch b\noptions ndots:x timeout:0 attempts:2s trust-ad ndots:99\n' +
      'nameserver 1.1.1.1\nnameserver 1.1.1.2\nnameserver 1.1.1.3\nnameserver 1.1.1.4\n';
    const conf = readResolvConf(file, 'vm1', GO);
    expect(told(file, conf.problems)).toEqual([
      ['not-an-address', 'dns.example', 'expected an IP address, found `dns.example`; the line is not used'],
      ['missing-value', 'nameserver', 'expected a value after `nameserver`, found the end of the line'],
      ['unknown-keyword', 'sortlist', expect.stringContaining('found `sortlist`')],
      ['unknown-keyword', '#', expect.stringContaining('found `#`')],
      ['search-replaced', 'search', expect.stringContaining('replaces the search list')],
      ['not-a-number', 'ndots:x', expect.stringContaining('Go takes 0')],
      ['out-of-range', 'timeout:0', expect.stringContaining('Go takes 1')],
      ['not-a-number', 'attempts:2s', expect.stringContaining('Go takes 2')],
      ['unknown-option', 'trust-ad', expect.stringContaining('found `trust-ad`')],
      ['out-of-range', 'ndots:99', expect.stringContaining('Go takes 15')],
      ['server-not-read', '1.1.1.4', expect.stringContaining('never asked')],
    ]);
    expect(conf).toMatchObject({ search: ['b.'], timeout: 1, attempts: 2, ndots: 15, unknown: true });
    expect(conf.servers).toEqual(['1.1.1.1', '1.1.1.2', '1.1.1.3']);
  });

  it('knows trust-ad from Go 1.20 on', () => {
    expect(readResolvConf('options trust-ad edns0 no-reload\n', '', { minor: 20 }).unknown).toBe(false);
  });
});

describe('nsswitch.conf', () => {
  it('reads sources, and what stands in brackets behind them', () => {
    const { state, hosts } = readNsswitch(
      'passwd: files\nhosts:\tfiles mdns4_minimal [NOTFOUND=return] dns [!UNAVAIL=return] # x\n',
    );
    expect(state).toBe('read');
    expect(hosts.map(({ name, unusual }) => [name, unusual])).toEqual([
      ['files', false],
      ['mdns4_minimal', false],
      ['dns', true],
    ]);
  });

  it.each([
    ['hosts files dns\n', 'no-colon', 'hosts files dns'],
    ['hosts: files [NOTFOUND=return dns\n', 'open-bracket', '[NOTFOUND=return dns'],
    ['hosts: files [NOTFOUND] dns\n', 'bad-criterion', 'NOTFOUND'],
    ['passwd files\nhosts: files dns\n', 'no-colon', 'passwd files'],
  ])('is given up as a whole at %j', (file, code, text) => {
    const { state, problems } = readNsswitch(file);
    expect(state).toBe('broken');
    expect(told(file, problems)).toEqual([[code, text, expect.stringContaining('the whole file')]]);
  });

  it('names a source that Go does not know', () => {
    const file = 'hosts: files resolve dns\n';
    expect(told(file, readNsswitch(file).problems)).toEqual([
      ['unknown-source', 'resolve', expect.stringContaining('found `resolve`')],
    ]);
  });
});

describe('hosts', () => {
  it('compares names without regard to case, and keeps the order of the file', () => {
    const hosts = readHosts('127.0.0.1 LocalHost node.example # localhost\n0:0:0:0:0:0:0:1 localhost\n');
    expect(lookUpHost(hosts, 'LOCALHOST')).toEqual(['127.0.0.1', '::1']);
    expect(lookUpHost(hosts, 'node.example.')).toEqual(['127.0.0.1']);
    expect(lookUpHost(hosts, 'localhost.')).toEqual([]);
  });

  it('names a line that does not count', () => {
    const file = 'localhost 127.0.0.1\n127.0.0.1\n';
    expect(told(file, readHosts(file).problems)).toEqual([
      ['not-an-address', 'localhost', expect.stringContaining('expected an IP address')],
      ['no-name', '127.0.0.1', expect.stringContaining('expected a host name')],
    ]);
  });
});

describe('the names that are asked', () => {
  const search = ['a.example.', 'b.example.'];
  it.each([
    ['localhost', 1, ['localhost.a.example.', 'localhost.b.example.', 'localhost.']],
    ['localhost', 0, ['localhost.', 'localhost.a.example.', 'localhost.b.example.']],
    ['x.localhost', 1, ['x.localhost.', 'x.localhost.a.example.', 'x.localhost.b.example.']],
    ['localhost.', 1, ['localhost.']],
    ['x.onion', 1, ['x.onion.a.example.', 'x.onion.b.example.']],
  ])('of `%s` with ndots:%i', (name, ndots, names) => {
    const asked = namesToAsk(name, { search, ndots });
    expect(asked).toEqual(name === 'x.onion' ? [] : names);
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::1', '::1'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['FE80::0202:b3ff:fe1e:8329%eth0', 'fe80::202:b3ff:fe1e:8329%eth0'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['1::2::3', undefined],
    ['::1%', undefined],
    ['127.0.0.01', undefined],
    ['10.0.0', undefined],
    ['1:2:3:4:5:6:7:8:9', undefined],
    ['localhost', undefined],
  ])('`%s` is %s', (text, address) => {
    expect(readIpAddress(text)?.text).toBe(address);
  });
});

describe('a release of Go', () => {
  it.each([
    ['1.15', { minor: 15 }],
    ['go1.15.15', { minor: 15 }],
    ['1.22rc1', { minor: 22 }],
    ['1.9', { minor: 13, asked: '1.9' }],
    ['go1.40', { minor: 26, asked: 'go1.40' }],
    ['2.0', undefined],
    ['1.x', undefined],
    ['', undefined],
  ])('`%s`', (text, release) => {
    expect(readGoRelease(text)).toEqual(release);
  });
});

describe('the output of head', () => {
  it('is taken apart into its files, one that is missing included', () => {
    expect(
      splitHeadOutput(
        "head: cannot open '/proc/4711/root/etc/nsswitch.conf' for reading: No such file or directory\n" +
          '==> /proc/4711/root/etc/resolv.conf <==\nnameserver 10.222.0.3\n\n==> /proc/4711/root/etc/hosts <==\n127.0.0.1 localhost\n',
      ),
    ).toEqual({
      nsswitch: undefined,
      resolvConf: 'nameserver 10.222.0.3\n',
      hosts: '127.0.0.1 localhost\n',
    });
  });

  it('is none without titles', () => {
    expect(splitHeadOutput('nameserver 10.222.0.3\n')).toBeUndefined();
  });
});
