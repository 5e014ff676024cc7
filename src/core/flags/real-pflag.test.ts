import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILD_TIMEOUT } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { componentFlag, componentFlagNames } from '../kube/index.ts';
import { auditFlags } from './audit.ts';
import type { FlagFindingKind } from './finding.ts';
import { readTokens } from './tokens.ts';

/** Where Debian's golang-github-spf13-pflag-dev puts the package. */
const GOPATH = '/usr/share/gocode';

/** As `realProgram` does it, for a package. */
function hasPflag(): boolean {
  const found = existsSync(join(GOPATH, 'src/github.com/spf13/pflag'));
  if (!found && process.env['REQUIRE_PROGRAMS'] === '1') throw new Error('no pflag for Go here');
  return found;
}

const NAMES = [
  'v',
  'profiling',
  'kubeconfig',
  'kube-api-burst',
  'leader-elect-lease-duration',
  'kube-api-qps',
];

/** What pflag itself stops at; a loose word it leaves to the program. */
const STOPS: ReadonlySet<FlagFindingKind> = new Set([
  'bad-value',
  'single-dash',
  'unknown-flag',
  'underscore',
]);

const PIECES = [
  ...NAMES.map((name) => `--${name}`),
  '--v=2',
  '-v',
  '-v8',
  '-v=3',
  '-v=x',
  '--v=0x10',
  '--v=08',
  '--profiling=T',
  '--profiling=maybe',
  '--kubeconfig=',
  '--kubeconfig=a=b',
  '--kube-api-burst=1_000',
  '--kube-api-burst=-5',
  '--kube_api_burst=1',
  '--leader-elect-lease-duration=5',
  '--leader-elect-lease-duration=1h30m',
  '--kube-api-qps=1.5',
  '--kube-api-qps=one',
  '-kubeconfig=/k',
  '--nosuch',
  '--nosuch=1',
  '--',
  '',
  '-',
  'word',
  'true',
  '7',
  '5s',
];

interface Parsed {
  readonly sets: readonly { readonly Name: string; readonly Value: string }[];
  readonly rest: readonly string[];
  readonly problem: string;
}

function parseAll(go: string, lines: readonly (readonly string[])[]): Parsed[] {
  const folder = mkdtempSync(join(tmpdir(), 'faultbook-pflag-'));
  const program = join(folder, 'program');
  const main = join(import.meta.dirname, 'samples', 'pflag', 'main.go');
  const env = { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '', GOCACHE: join(folder, 'cache') };
  const built = spawnSync(go, ['build', '-o', program, main], { env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`go build failed: ${built.stderr}`);
  const kinds = Object.fromEntries(NAMES.map((name) => [name, componentFlag('kube-scheduler', name)?.type]));
  const input = [kinds, ...lines].map((line) => JSON.stringify(line)).join('\n');
  const { stdout } = spawnSync(program, [], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  rmSync(folder, { recursive: true, force: true });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Parsed);
}

describe('the flags of a command line', () => {
  it.for([2_000])(
    'are read as pflag reads them, in %i command lines',
    { timeout: BUILD_TIMEOUT },
    (count, { skip }) => {
      const go = realProgram('go');
      if (!go || !hasPflag()) return skip('no Go with pflag here');
      expect(componentFlagNames('kube-scheduler')).toEqual(expect.arrayContaining(NAMES));
      const lines = fc.sample(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), {
        numRuns: count,
        seed: 7,
      });
      const parsed = parseAll(go, lines);
      expect(parsed).toHaveLength(count);
      let stopped = 0;
      lines.forEach((args, index) => {
        const real = parsed[index];
        if (!real) return;
        const tokens = readTokens(
          'kube-scheduler',
          args.map((text) => ({ text, span: { from: 0, to: 0 } })),
        );
        const flags = tokens.filter(({ kind }) => kind === 'flag');
        const kinds = findingsOf(args);
        if (real.problem !== '') {
          stopped++;
          expect([args, real.problem, kinds.some((kind) => STOPS.has(kind))]).toEqual([
            args,
            real.problem,
            true,
          ]);
          return;
        }
        expect([args, kinds.filter((kind) => STOPS.has(kind))]).toEqual([args, []]);
        const sets = flags.map(({ name, value }) => ({ Name: name, Value: value ?? 'true' }));
        expect([args, sets]).toEqual([args, real.sets]);
        const rest = tokens
          .filter(({ kind }) => kind === 'word' || kind === 'empty')
          .map(({ words }) => words[0]);
        expect([args, rest]).toEqual([args, real.rest]);
      });
      expect(stopped).toBeGreaterThan(count / 10);
      expect(stopped).toBeLessThan(count * 0.95);
    },
  );
});

/** Read as a Pod manifest, in which every argument, an empty one too, stands by itself. */
function findingsOf(args: readonly string[]): FlagFindingKind[] {
  const list = ['kube-scheduler', ...args].map((text) => `  - '${text}'`).join('\n');
  const [audit] = auditFlags(`  command:\n${list}\n`, { release: { minor: 20 } });
  return audit?.findings.map(({ kind }) => kind) ?? [];
}
