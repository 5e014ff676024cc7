import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../tests/support/content.ts';
import { ioOf } from '../../../tests/support/io.ts';
import { main } from '../main.ts';

const sample = (name: string): string =>
  readFileSync(join(ROOT, 'content', 'runbooks', 'apiserver-localhost-dns', 'samples', name), 'utf8');

const FILES = {
  'three.conf': 'nameserver 10.0.0.1\nnameserver 10.0.0.2\nnameserver 10.0.0.3\n',
  'four.conf': 'nameserver 10.0.0.1\nnameserver 10.0.0.2\nnameserver 10.0.0.3\nnameserver 10.0.0.4\n',
  'nsswitch.conf': 'hosts: files dns\n',
  'head.txt':
    "head: cannot open '/proc/1/root/etc/nsswitch.conf' for reading: No such file or directory\n==> /proc/1/root/etc/resolv.conf <==\nsearch a.example\nnameserver 10.0.0.1\nnameserver 10.0.0.2\n\n==> /proc/1/root/etc/hosts <==\n127.0.0.1 localhost\n",
  'boot.log': sample('boot.log'),
  'addresses.txt': sample('addresses.txt'),
  'empty.txt': 'nothing here\n',
};

async function kb(...args: readonly string[]) {
  const io = ioOf(FILES);
  const exit = await main(args, io);
  return { exit, ...io.told() };
}

const json = async (...args: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await kb(...args, '--json')).out) as Record<string, unknown>;

describe('kb resolve', () => {
  it('draws the queries with their clock, and the verdict first', async () => {
    const { exit, out } = await kb('resolve', '--resolv', 'three.conf');
    expect(exit).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toContain('A race at 30.0 s');
    expect(lines[0]).toContain('`dial tcp: i/o timeout` (12 queries)');
    expect(lines[2]).toMatch(/^order dns,files: nsswitch\.conf is missing/);
    expect(lines).toContain(' 25.0 s –  30.0 s  10.0.0.3  A     localhost.  no answer');
    expect(lines).toContain(' 30.0 s  /etc/hosts  has the name');
  });

  it('draws what is wrong with a line', async () => {
    const { out } = await kb('resolve', '--resolv', 'four.conf', '--nsswitch', 'nsswitch.conf');
    expect(out).toContain(
      '4 | nameserver 10.0.0.4\n  |            ^^^^^^^^ expected at most 3 nameservers, found `10.0.0.4` behind them',
    );
  });

  it('takes the output of the step that prints the three files', async () => {
    expect(await json('resolve', 'head.txt')).toMatchObject({
      order: 'dns,files',
      names: ['localhost.a.example.', 'localhost.'],
      needs: 40,
      ends: 30,
      result: { kind: 'timeout', race: false, error: 'dial tcp: i/o timeout' },
      findings: ['dns-before-files', 'no-hosts-line', 'lookup-times-out'],
    });
  });

  it('knows what each nameserver does, by its place', async () => {
    const data = await json('resolve', '--resolv', 'three.conf', '--servers', 'silent,nxdomain');
    expect(data).toMatchObject({ needs: 5, queryCount: 4, result: { kind: 'addresses', from: 'hosts' } });
    const foreign = await json(
      'resolve',
      '--resolv',
      'three.conf',
      '--servers',
      'answers',
      '--answer',
      '10.9.8.7',
    );
    expect(foreign).toMatchObject({ result: { addresses: ['10.9.8.7'] } });
  });

  it('leaves to the C library what is not decided by Go', async () => {
    const { out } = await kb('resolve', '--resolv', 'three.conf', '--cgo', '--netdns', 'cgo');
    expect(out).toMatch(/^Not decided by Go/);
  });

  it('answers for the nearest release that it knows, and says so', async () => {
    const { error } = await kb('resolve', '--go', '1.9', '--resolv', 'three.conf');
    expect(error).toBe('Go 1.9 is not known here; this is what Go 1.13 does\n');
  });

  it.each([
    [['--go', 'x'], 'expected a release of Go'],
    [['--netdns', 'x'], 'expected go or cgo'],
    [['--servers', 'x'], 'expected one of silent'],
    [['--limit', '0'], 'expected seconds'],
    [['--answer', 'x'], 'expected an address'],
    [['empty.txt'], 'expected the output of head'],
    [['a', 'b'], 'expected at most one file'],
  ])('refuses %j', async (args, words) => {
    const { exit, error } = await kb('resolve', ...args);
    expect(exit).toBe(2);
    expect(error).toContain(words);
  });
});

describe('kb loopback', () => {
  it('says localhost where lo has no ::1, and that it is a name', async () => {
    const { exit, out } = await kb('loopback', 'addresses.txt');
    expect(exit).toBe(0);
    expect(out).toMatch(/^https:\/\/localhost {2}\(a name/);
    expect(await json('loopback', 'addresses.txt')).toMatchObject({
      host: 'localhost',
      total: 10,
      finding: 'falls-back-to-localhost',
    });
  });

  it('needs no lookup with --bind, refuses one that is no address, and says where there is none', async () => {
    expect((await kb('loopback', '--bind', '127.0.0.1', 'addresses.txt')).out).toMatch(
      /^https:\/\/127\.0\.0\.1 {2}\(no lookup\)/,
    );
    expect((await kb('loopback', '--bind', 'x', 'addresses.txt')).exit).toBe(2);
    expect(await kb('loopback', 'empty.txt')).toMatchObject({ exit: 1, out: '' });
    expect((await kb('loopback')).exit).toBe(2);
  });
});

describe('kb dial', () => {
  it('says what each ending proves, once', async () => {
    const { exit, out } = await kb('dial', 'boot.log');
    expect(exit).toBe(0);
    expect(out).toContain('line 5 × 3  lookup-timeout\n  dial tcp: i/o timeout\n  No address stands behind');
    expect(await json('dial', 'boot.log')).toMatchObject({
      failures: [{ kind: 'lookup-timeout', host: 'localhost' }],
      left: 0,
    });
  });

  it('says that there is none', async () => {
    expect(await kb('dial', 'empty.txt')).toMatchObject({ exit: 1, out: '' });
  });
});

describe('kb gaps', () => {
  it('names the limit that is as long', async () => {
    const { exit, out } = await kb('gaps', 'boot.log');
    expect(exit).toBe(0);
    expect(out).toMatch(/^30\.0 s {2}lines 1-5 {2}= client-go dial timeout, name lookup included \(30 s\)\n/);
    expect(await json('gaps', 'boot.log')).toMatchObject({
      gaps: [
        {
          fromLine: 1,
          toLine: 5,
          seconds: 30.001,
          constants: [{ id: 'client-go-dial' }, { id: 'go-dns-three-servers' }],
        },
      ],
    });
  });

  it('tells a log without a time from one without a gap', async () => {
    expect((await kb('gaps', 'empty.txt')).error).toBe('no line with a time was found\n');
  });
});
