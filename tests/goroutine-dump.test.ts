import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStackFeed } from '../src/core/match/index.ts';
import {
  BUCKET_LEVELS,
  type Buckets,
  type Goroutine,
  createBucketer,
  tellingFrame,
} from '../src/core/stack/index.ts';
import { BUILD_TIMEOUT, buildGo } from './support/go-program.ts';
import { realProgram } from './support/real-program.ts';

/** How many goroutines wait; the program's own default is 20,000. */
const GOROUTINES = Number(process.env['GOROUTINES'] ?? 2_000);

/** What the program wrote down about itself, see scripts/make-samples/goroutine-dump. */
interface Truth {
  readonly goroutines: number;
  readonly functions: Readonly<Record<string, number>>;
  readonly creators: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly buckets: Readonly<Record<string, readonly number[]>>;
  readonly shared: Readonly<Record<string, number>>;
}

const go = realProgram('go');
const SOURCE = join(import.meta.dirname, '..', 'scripts', 'make-samples', 'goroutine-dump');

let truth: Truth;
let goroutines: Goroutine[];
let unread: readonly string[];
let buckets: Buckets;
let program = '';

beforeAll(() => {
  if (!go) return;
  const files = readdirSync(SOURCE).map((name) => [name, readFileSync(join(SOURCE, name), 'utf8')] as const);
  program = buildGo(go, Object.fromEntries(files));
  const folder = dirname(program);
  const { status, stderr } = spawnSync(program, ['-goroutines', String(GOROUTINES)], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the program failed: ${stderr}`);
  truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;

  const feed = createStackFeed();
  const fed = [feed.push(readFileSync(join(folder, 'goroutines.txt'), 'utf8')), feed.end()];
  goroutines = fed.flatMap(({ parts }) => parts.flatMap((part) => part.goroutines));
  unread = fed.flatMap((one) => one.unread.map(({ text }) => text));
  const bucketer = createBucketer();
  goroutines.forEach(bucketer.push);
  buckets = bucketer.end();
}, BUILD_TIMEOUT);

afterAll(() => {
  if (program) rmSync(dirname(program), { recursive: true });
});

beforeEach((ctx) => {
  if (!go) ctx.skip('go is not installed');
});

/** Largest first. */
const descending = (sizes: readonly number[]): number[] => sizes.toSorted((a, b) => b - a);

function countBy(key: (goroutine: Goroutine) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of goroutines.flatMap((one) => key(one) ?? [])) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** All but the goroutine that printed the dump. */
const started = (goroutine: Goroutine): boolean => goroutine.state !== 'running';

describe('the dump of a program that knows what its goroutines do', () => {
  it('has every goroutine that it started, and its own', () => {
    expect(goroutines).toHaveLength(truth.goroutines + 1);
    expect(buckets.goroutines).toBe(truth.goroutines + 1);
    expect(new Set(goroutines.map(({ id }) => id)).size).toBe(truth.goroutines + 1);
    expect(unread).toEqual([]);
  });

  it('has as many in each function, each in its state, and from each creator', () => {
    expect(countBy((one) => (started(one) ? tellingFrame(one.frames)?.symbol.raw : undefined))).toEqual(
      truth.functions,
    );
    expect(countBy((one) => one.createdBy?.symbol.raw)).toEqual(truth.creators);
    for (const one of goroutines.filter(started)) {
      const name = tellingFrame(one.frames)?.symbol.raw ?? '';
      expect([name, truth.states[name]?.includes(one.state)]).toEqual([name, true]);
    }
  });

  it.each(BUCKET_LEVELS)('has the buckets that it must have on the level `%s`', (level) => {
    const expected = descending([...(truth.buckets[level] ?? []), 1]);
    expect(buckets.levels[level].rest).toBe(0);
    expect(buckets.levels[level].buckets.map(({ count }) => count)).toEqual(expected);
  });

  it('has as many on each thing that is waited for', () => {
    const found = new Map(buckets.shared.map(({ address, goroutines: count }) => [address, count]));
    const counts = Object.keys(truth.shared).map((address) => [address, found.get(address)]);
    expect(counts.length).toBeGreaterThan(GOROUTINES / 20);
    expect(Object.fromEntries(counts)).toEqual(truth.shared);
  });

  it('names the thing on which all goroutines of a bucket wait', () => {
    // Those of one thing come from two creators in turns.
    const [largest] = buckets.levels.exact.buckets;
    const waitedFor = (largest?.shared ?? []).filter(({ heap, address }) => heap && address in truth.shared);
    expect(waitedFor.map(({ address }) => truth.shared[address])).toEqual([2 * (largest?.count ?? 0)]);
  });
});
