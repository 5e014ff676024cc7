import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_DELVE, rebuildUnderDelve } from '../src/core/delve/index.ts';
import { type Shell, readCommandLines } from '../src/core/shell/index.ts';
import { BUILD_TIMEOUT, buildGo } from './support/go-program.ts';
import { LISTINGS } from './support/listings.ts';
import { realProgram } from './support/real-program.ts';

/** Writes what it was started with to the file that a variable of its environment names, and ends. */
const PROGRAM = `package main

import (
	"encoding/json"
	"os"
)

func main() {
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

/** Pastes the process as `/proc` shows it, rebuilds it, and runs the command in the shell. */
async function startUnderDelve(path: string, shell: Shell): Promise<{ received: unknown; output: string }> {
  const [command] = readCommandLines(LISTINGS['/proc/<pid>/cmdline']?.([program, ...ARGS]) ?? '');
  if (!command) throw new Error('no command line was read');
  const built = rebuildUnderDelve(command, { ...DEFAULT_DELVE, port: await freePort() });
  const file = join(folder, 'arguments.json');
  const options = { bash: ['--norc'], zsh: ['-f'], fish: ['--no-config'] }[shell];
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
