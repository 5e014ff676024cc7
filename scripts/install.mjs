// Runs on whatever Node is there (20 and up), before anything is installed: nothing but Node's own modules here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.installed-from');

/** The oldest Node that runs our TypeScript as it is. */
const NEEDED = [22, 12];

/** Installs what package-lock.json says, unless that is what is there. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  // On the error stream: what `npm run -s kb` prints is data.
  console.error('installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0)
    stop('npm ci failed: see its message above. It needs the npm registry, and nothing else.');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, lock);
}

/** The Node that came with the packages, else the one that runs this, if it is new enough. */
export function nodeProgram() {
  const own = join(ROOT, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;
  return stop(
    `Node ${NEEDED.join('.')} or newer is needed, found ${process.versions.node}. On Linux (x64, arm64) it comes with the packages; elsewhere install it from https://nodejs.org.`,
  );
}

/** The environment in which package programs find that Node and each other. */
export function environment() {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Runs a program of the packages to its end; ends this one with its status if it fails. */
export function run(program, ...args) {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: environment() });
  if (status !== 0) process.exit(status ?? 1);
}

export function stop(message) {
  console.error(message);
  process.exit(1);
}
