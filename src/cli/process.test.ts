import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../core/match/index.ts';

const LOG = 'I1121 09:00:00.000001       1 a.go:1] started\nE1121 09:00:01.000001       1 a.go:2] failed\n';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'faultbook-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kb(
  args: readonly string[],
  input: string | Buffer = '',
): { exit: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  return { exit: status, out: stdout, error: stderr };
}

describe('the program', () => {
  it('reads standard input, whose characters may be cut between two reads', () => {
    const paste = `${'名字 😀 '.repeat(40_000)}\nkubelet --v=2\n`;
    const { exit, out } = kb(['match', '--json', '-'], paste);
    expect(exit).toBe(0);
    const { lines } = JSON.parse(out) as Answer;
    expect(lines.map(({ from, to }) => paste.slice(from, to)).join('')).toBe(paste);
  });

  it('reads a file from the folder in which it is started', () => {
    writeFileSync(join(folder, 'ps.txt'), '738 /usr/bin/kubelet --v=2\n');
    const { exit, out } = kb(['dlv', '--json', 'ps.txt']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ argv: ['/usr/bin/kubelet', '--v=2'] });
  });

  it.each([
    ['UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${LOG}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\ufeff${LOG}`, 'utf16le').swap16()],
    ['gzip, as a rotated log is', gzipSync(LOG)],
    ['UTF-16 in gzip', gzipSync(Buffer.from(`\ufeff${LOG}`, 'utf16le'))],
  ])('reads %s', (_, bytes) => {
    writeFileSync(join(folder, 'packed.log'), bytes);
    const { out, error } = kb(['read', '--json', 'packed.log']);
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      lines: 2,
      severities: [
        { id: 'error', count: 1 },
        { id: 'info', count: 1 },
      ],
    });
    expect(kb(['read', '--json', '-'], bytes).out).toBe(out);
  });

  it('reads the packed files of a folder, also one that breaks off', () => {
    const bundle = mkdtempSync(join(folder, 'bundle-'));
    const fatal = `F0614 19:57:01.269085       1 controller.go:161] Unable to perform initial IP allocation check: unable to refresh the service IP block: Get "https://localhost:6443/api/v1/services": dial tcp: i/o timeout\n`;
    writeFileSync(join(bundle, 'a.log.gz'), gzipSync(LOG).subarray(0, 8));
    writeFileSync(join(bundle, 'b.log.gz'), gzipSync(fatal));
    const { exit, out } = kb(['match', '--json', bundle]);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      matches: [{ slug: 'apiserver-localhost-dns' }],
      sources: [
        { source: join(bundle, 'b.log.gz') },
        { source: join(bundle, 'a.log.gz'), skipped: 'unreadable' },
      ],
    });
  });

  it.each([
    ['what is packed otherwise', Buffer.from('PK\u0003\u0004abcdef'), 2, 'is compressed: unpack it first'],
    ['what breaks off', gzipSync(LOG).subarray(0, 40), 2, 'unexpected end of file'],
    [
      'what is no text',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      1,
      'is no text',
    ],
  ])('names %s', (_, bytes, expected, told) => {
    writeFileSync(join(folder, 'odd'), bytes);
    for (const command of ['read', 'stack', 'match']) {
      const { exit, error } = kb([command, 'odd']);
      expect([command, exit]).toEqual([command, expected]);
      expect(error).toContain(told);
      expect(error).not.toContain('    at ');
    }
  });

  it.each([
    [1, ['match', '-'], ''],
    [2, ['match', 'gone.log'], 'kb match: ENOENT: no such file or directory'],
    [2, ['dlv', '.'], 'kb dlv: EISDIR: illegal operation on a directory'],
    [2, ['mach'], 'kb: expected a command, found `mach`'],
    [0, ['--help'], ''],
  ])('ends with %i for %j', (expected, args, told) => {
    const { exit, error } = kb(args, 'nothing to see\n');
    expect(exit).toBe(expected);
    expect(error.split('\n')[0]).toContain(told);
    expect(error).not.toContain('    at ');
  });

  it('ends quietly where its reader went away', async () => {
    const child = spawn(process.execPath, [MAIN, 'match', '--json', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('a line that nobody knows\n'.repeat(200_000));
    const exit = await new Promise((resolve) => child.on('close', resolve));
    expect({ exit, error }).toEqual({ exit: 0, error: '' });
  });
});
