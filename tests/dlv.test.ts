import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_DELVE,
  type DelveMode,
  messageFindings,
  rebuildUnderDelve,
} from '../src/core/delve/index.ts';
import { type Shell, readCommandLines } from '../src/core/shell/index.ts';
import { BUILD_TIMEOUT, buildGo } from './support/go-program.ts';
import { LISTINGS } from './support/listings.ts';
import { realProgram } from './support/real-program.ts';

/** Writes what it was started with to the file that a variable of its environment names, and ends; or waits. */
const PROGRAM = `package main

import (
	"encoding/json"
	"os"
	"time"
)

func main() {
	if os.Getenv("WAIT") != "" {
		time.Sleep(time.Minute)
		return
	}
	text, _ := json.Marshal(os.Args[1:])
	file := os.Getenv("ARGUMENTS_FILE")
	if err := os.WriteFile(file+".part", text, 0o600); err != nil {
		panic(err)
	}
	os.Rename(file+".part", file)
}
`;

/** Flags of an apiserver, and what a shell or Delve could take for its own. */
const ARGS = [
  '--authorization-mode=Node,RBAC',
  '--cloud-provider=',
  '--v=3',
  '--service-account-lookup',
  '--feature-gates=RemoveSelfLink=false',
  '--feature-gates=BoundServiceAccountTokenVolume=false',
  '--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$',
  `--quote=it's "so"`,
  '--dollar=$HOME',
  '--back=\\n`id`',
  '--glob=[a]*?{b,c}',
  '%self',
  '~',
  '=ls',
  '!!',
  '--',
  '--headless=false',
  '--listen=:1',
  'exec',
  '中文',
  '--blank=a b',
];

const PROGRAMS = ['go', 'dlv'].map((name) => [name, realProgram(name)] as const);
let program = '';
let folder = '';
let child: ChildProcess | undefined;

beforeAll(() => {
  const go = realProgram('go');
  if (go)
    program = buildGo(
      go,
      { 'go.mod': 'module target\n\ngo 1.18\n', 'main.go': PROGRAM },
      '-gcflags=all=-N -l',
    );
}, BUILD_TIMEOUT);

beforeEach((ctx) => {
  for (const [name, path] of PROGRAMS) if (!path) ctx.skip(`${name} is not installed`);
  folder = mkdtempSync(join(tmpdir(), 'faultbook-dlv-'));
});

afterEach(async () => {
  await stop(child);
  child = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  if (program) rmSync(dirname(program), { recursive: true });
});

describe.each(['bash', 'zsh', 'fish'] as const)('the rebuilt command, typed in %s', (shell) => {
  it('makes Delve start the program with exactly the arguments that it had', async (ctx) => {
    const path = realProgram(shell);
    if (!path) return ctx.skip(`${shell} is not installed`);
    const { received, output } = await startUnderDelve(path, shell);
    expect(received, output).toEqual(ARGS);
    expect(output).toContain('API server listening at: 127.0.0.1:');
    expect(output).not.toContain('Listening for remote connections');
  }, 60_000);
});

describe('Delve', () => {
  it('attaches to a process that runs, and lets it run on', { timeout: 60_000 }, async () => {
    const waiting = spawn(program, ['--wait'], { env: { ...process.env, WAIT: '1' }, stdio: 'ignore' });
    try {
      await once(waiting, 'spawn');
      const output = await printed('attach', waiting.pid ?? 0, 'server listening at: 127.0.0.1:');
      expect(output).toContain('API server listening at: 127.0.0.1:');
      expect(waiting.exitCode).toBeNull();
    } finally {
      waiting.kill('SIGKILL');
    }
  });

  it('reads the dump that the command before it writes', { timeout: 60_000 }, async (ctx) => {
    const gcore = realProgram('gcore');
    if (!gcore) return ctx.skip('gcore is not installed');
    const waiting = spawn(program, ['--wait'], { env: { ...process.env, WAIT: '1' }, stdio: 'ignore' });
    try {
      await once(waiting, 'spawn');
      const output = await printed('core', waiting.pid ?? 0, 'server listening at: 127.0.0.1:');
      expect(output).toContain('API server listening at: 127.0.0.1:');
    } finally {
      waiting.kill('SIGKILL');
    }
  });

  it('waits for an IDE', { timeout: 60_000 }, async () => {
    const output = await printed('dap', 0, 'server listening at: 127.0.0.1:');
    expect(output).toContain('DAP server listening at: 127.0.0.1:');
  });

  it.each([
    ['no separator', ['exec', '--headless', 'PROGRAM', '--v=8'], 'no-separator'],
    ['--continue alone', ['exec', '--headless', '--continue', 'PROGRAM'], 'continue-alone'],
    ['another interface', ['exec', '--headless', '--api-version=3', 'PROGRAM'], 'api-version'],
    ['a flag that swallows a word', ['--headless', '--continue', 'exec', 'PROGRAM'], 'flag-order'],
    ['a socket', ['exec', '--headless', '--listen=unix:/nowhere/d.sock', 'PROGRAM'], 'socket'],
  ])('refuses, and is understood: %s', { timeout: 60_000 }, (_, args, finding) => {
    const words = args.map((word) => (word === 'PROGRAM' ? program : word));
    const { stdout, stderr } = spawnSync('dlv', words, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
    // A newer Delve listens on sockets; then there is nothing to understand.
    if (finding === 'socket' && !/unknown port/.test(stderr)) return;
    expect(messageFindings(stdout + stderr)).toContain(finding);
  });
});

/** What Delve prints in a mode, on a process that runs, until it has printed `until`. */
async function printed(mode: DelveMode, pid: number, until: string): Promise<string> {
  const [command] = readCommandLines(LISTINGS['/proc/<pid>/cmdline']?.([program, '--wait']) ?? '');
  if (!command) throw new Error('no command line was read');
  const built = rebuildUnderDelve(command, { ...DEFAULT_DELVE, mode, pid, port: await freePort() });
  const here = (word: string): string => word.replace(/^\/root\//, `${folder}/`);
  for (const [name = '', ...args] of built.before) spawnSync(name, args.map(here));
  let output = '';
  const [dlv = '', ...args] = built.words;
  child = spawn(dlv, args.map(here), { cwd: folder, detached: true });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (output += text.toString()));
  for (let waited = 0; waited < 30_000 && !output.includes(until) && child.exitCode === null; waited += 50)
    await delay(50);
  return output;
}

/** Pastes the process as `/proc` shows it, rebuilds it, and runs the command in the shell. */
async function startUnderDelve(path: string, shell: Shell): Promise<{ received: unknown; output: string }> {
  const [command] = readCommandLines(LISTINGS['/proc/<pid>/cmdline']?.([program, ...ARGS]) ?? '');
  if (!command) throw new Error('no command line was read');
  const built = rebuildUnderDelve(command, { ...DEFAULT_DELVE, port: await freePort() });
  const file = join(folder, 'arguments.json');
  const options = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'], powershell: ['-NoProfile'] }[shell];
  let output = '';
  child = spawn(path, [...options, '-c', `exec ${built.command[shell]}`], {
    cwd: folder,
    env: { ...process.env, ARGUMENTS_FILE: file, LC_ALL: 'C.UTF-8' },
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (output += text.toString()));
  for (let waited = 0; waited < 40_000 && !existsSync(file) && child.exitCode === null; waited += 50)
    await delay(50);
  return { received: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, output };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Delve stays when its program has ended: it and what it started go by the id of their group. */
async function stop(started: ChildProcess | undefined): Promise<void> {
  if (!started?.pid || started.exitCode !== null) return;
  const ended = once(started, 'exit');
  process.kill(-started.pid, 'SIGKILL');
  await ended;
}
