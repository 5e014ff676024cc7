import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { installed } from './peers.ts';
import { type Random, createRandom, pick } from './random.ts';
import { makeSamples } from './signatures.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
/** What a run makes, to be used again by the next one. */
export const FOLDER = join(ROOT, '.cache', 'bench');
const DUMPER = join(ROOT, 'scripts', 'make-samples', 'goroutine-dump');

const MB = 1e6;

/** So many lines in a hundred carry a signature, spread over all of the pack. */
const SIGNED = 3;

/** The path of an input of `mb` megabytes, made if it is not there. */
export function corpus(name: keyof typeof MAKERS, mb: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}-${mb}.txt`);
  if (existsSync(path) && statSync(path).size > 0) return path;
  const file = openSync(`${path}.part`, 'w');
  let size = 0;
  for (const piece of MAKERS[name](createRandom(7))) {
    size += writeSync(file, piece);
    if (size >= mb * MB) break;
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** A file with one needle a line, for `rg -F -f`. */
export function needleFile(needles: readonly string[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `needles-${needles.length}.txt`);
  writeFileSync(path, `${needles.join('\n')}\n`);
  return path;
}

/** A dump of so many goroutines of a real program; `undefined` where Go is not installed. */
export function dump(goroutines: number): string | undefined {
  if (!installed('go')) return undefined;
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `goroutines-${goroutines}.txt`);
  if (existsSync(path)) return path;
  const options = ['-goroutines', String(goroutines), '-dump', path, '-truth', `${path}.json`];
  const made = spawnSync('go', ['run', '.', ...options], { cwd: DUMPER, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no dump could be made: ${made.stderr}`);
  return path;
}

const MAKERS = {
  klog: klogLines,
  'one-line': (random: Random) => words(random, ' '),
  equal: () => repeated('a'.repeat(1 << 16)),
  anchors,
} satisfies Record<string, (random: Random) => Iterable<string>>;

/** What a control plane prints in an ordinary hour. */
function* klogLines(random: Random): Iterable<string> {
  const samples = makeSamples(1_000, createRandom(1));
  let micros = 0;
  for (;;) {
    const lines: string[] = [];
    for (let i = 0; i < 1_000; i++) {
      micros += random(20_000);
      const signed = random(100) < SIGNED;
      const message = signed ? pick(samples, random).line : ordinary(random);
      lines.push(
        `${signed ? 'E' : 'I'}${stamp(micros)}       1 ${pick(FILES, random)}:${100 + random(900)}] ${message}\n`,
      );
    }
    yield lines.join('');
  }
}

const FILES = ['httplog.go', 'reflector.go', 'controller.go', 'event.go', 'kubelet.go', 'trace.go'];

function ordinary(random: Random): string {
  const pod = `web-${random(16 ** 5).toString(16)}-${random(36 ** 5).toString(36)}`;
  return pick(
    [
      `"HTTP" verb="GET" URI="/api/v1/namespaces/shop-${random(40)}/pods/${pod}?resourceVersion=${random(1e9)}" latency="${random(90)}.${random(1e6)}ms" userAgent="kubelet/v1.20.2 (linux/amd64) kubernetes/faecb19" srcIP="10.${random(9)}.${random(256)}.${random(256)}:${random(65_536)}" resp=200`,
      `"SyncLoop (PLEG): event for pod" pod="shop-${random(40)}/${pod}" event={"ID":"${random(2 ** 32).toString(16)}-0000","Type":"ContainerStarted","Data":"${random(2 ** 32).toString(16)}"}`,
      `Event occurred object="shop-${random(40)}/${pod}" kind="Pod" apiVersion="v1" type="Normal" reason="Scheduled" message="Successfully assigned shop/${pod} to node-${random(50)}"`,
      `Caches are synced for resource quota, ${random(1_000)} objects of kind *v1.Secret in ${random(900)} ms`,
    ],
    random,
  );
}

function stamp(micros: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = micros / MB;
  const day = 14 + Math.floor(seconds / 86_400);
  const fraction = String(micros % MB).padStart(6, '0');
  return `06${two(day)} ${two((seconds / 3_600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}

/** Words without an end of line. */
function* words(random: Random, between: string): Iterable<string> {
  for (;;) {
    yield Array.from({ length: 1_000 }, () => ordinary(random)).join(between);
  }
}

function* repeated(piece: string): Iterable<string> {
  for (;;) yield piece;
}

/** Nothing but wordings of signatures, each cut before its end. */
function* anchors(random: Random): Iterable<string> {
  const samples = makeSamples(1_000, createRandom(1));
  for (;;) {
    yield Array.from({ length: 1_000 }, () => `${pick(samples, random).line.slice(0, -4)} `).join('');
  }
}
