import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Building may have to compile the standard library first. */
export const BUILD_TIMEOUT = 180_000;

/**
 * Builds a Go program of the given files in a folder of its own and returns the program's path. Nothing is asked from
 * the network: the files can import the standard library only. The caller removes the folder.
 */
export function buildGo(go: string, files: Readonly<Record<string, string>>, ...flags: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'faultbook-go-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const program = join(folder, 'program');
  const env = { ...process.env, GOPROXY: 'off', GOFLAGS: '', GOTOOLCHAIN: 'local', GO111MODULE: 'on' };
  const { status, stderr } = spawnSync(go, ['build', ...flags, '-o', program, '.'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`go build failed: ${stderr}`);
  return program;
}
