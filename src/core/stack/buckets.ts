import { BUCKET_LEVELS, type BucketKeys, type BucketLevel, createBucketKeys } from './bucket-keys.ts';
import type { Goroutine } from './frame.ts';
import { type Wait, createLongestWaits } from './longest-waits.ts';
import { toSample } from './sample.ts';
import { type SharedAddress, createAddressBook } from './shared-addresses.ts';

/** Goroutines that are alike on one level. */
export interface Bucket {
  /** The same for the same goroutines, wherever they stand in the dump. */
  readonly key: string;
  readonly count: number;
  readonly state: string;
  /** For how many minutes they have waited, 0 for less than one. */
  readonly shortest: number;
  readonly longest: number;
  /** The lowest ids, at most `MAX_IDS`. */
  readonly ids: readonly number[];
  /** The one that has waited longest, with the lowest id. */
  readonly sample: Goroutine;
  /** The addresses that all of them hold. Empty for a single goroutine. */
  readonly shared: readonly SharedAddress[];
}

export interface Buckets {
  readonly goroutines: number;
  readonly levels: Readonly<Record<BucketLevel, LevelBuckets>>;
  /** Addresses that more than one goroutine holds, in the order of the dump. */
  readonly shared: readonly SharedAddress[];
  /** How many sightings of addresses were not counted, since there were too many different ones. */
  readonly uncountedAddresses: number;
  /** Oldest first. */
  readonly longestWaits: readonly Wait[];
}

export interface LevelBuckets {
  /** By count, then by longest wait, then by key. */
  readonly buckets: readonly Bucket[];
  /** Goroutines that fit in no bucket that is kept: they are counted here and nowhere else. */
  readonly rest: number;
}

export interface Bucketer {
  push(goroutine: Goroutine): void;
  /** What has been found so far. */
  end(): Buckets;
}

export const MAX_IDS = 20;

/** As many buckets of a level are kept. */
export const MAX_BUCKETS = 5_000;

/**
 * Sorts goroutines into buckets of all levels in one pass. Memory grows with the number of different goroutines, up to
 * `MAX_BUCKETS` a level; what the goroutines have in common does not depend on their order.
 */
export function createBucketer(): Bucketer {
  const keysOf = createBucketKeys();
  const book = createAddressBook();
  const waits = createLongestWaits();
  const open = BUCKET_LEVELS.map((level) => ({ level, byKey: new Map<number, OpenBucket>(), rest: 0 }));
  let goroutines = 0;
  return {
    push(goroutine) {
      const keys = keysOf(goroutine);
      const count = goroutine.count ?? 1;
      goroutines += count;
      book.push(keys.addresses, count);
      waits.push(goroutine);
      let kept: Goroutine | undefined;
      const sample = (): Goroutine => (kept ??= toSample(goroutine));
      for (const one of open) {
        const bucket = one.byKey.get(keys[one.level]);
        if (bucket) join(bucket, goroutine, keys, sample);
        else if (one.byKey.size < MAX_BUCKETS) one.byKey.set(keys[one.level], openBucket(sample(), keys));
        else one.rest += count;
      }
    },
    end() {
      const shared = book.shared();
      const levels = open.map(({ level, byKey, rest }) => [level, { buckets: sorted(byKey, shared), rest }]);
      return {
        goroutines,
        levels: Object.fromEntries(levels) as Buckets['levels'],
        shared: [...shared.values()],
        uncountedAddresses: book.uncounted(),
        longestWaits: [...waits.list()],
      };
    },
  };
}

interface OpenBucket {
  count: number;
  shortest: number;
  longest: number;
  ids: number[];
  sample: Goroutine;
  /** Tells samples without ids apart, so that the order of the dump does not choose. */
  sampleKey: number;
  common: readonly number[];
}

function openBucket(sample: Goroutine, keys: BucketKeys): OpenBucket {
  const { id, minutes = 0, count = 1 } = sample;
  return {
    count,
    shortest: minutes,
    longest: minutes,
    ids: id === undefined ? [] : [id],
    sample,
    sampleKey: keys.exact,
    common: keys.addresses,
  };
}

function join(
  bucket: OpenBucket,
  goroutine: Goroutine,
  { exact, addresses }: BucketKeys,
  sample: () => Goroutine,
): void {
  const { id, minutes = 0 } = goroutine;
  if (isBetterSample(goroutine, exact, bucket)) {
    bucket.sample = sample();
    bucket.sampleKey = exact;
  }
  bucket.count += goroutine.count ?? 1;
  bucket.shortest = Math.min(bucket.shortest, minutes);
  bucket.longest = Math.max(bucket.longest, minutes);
  if (id !== undefined) addId(bucket.ids, id);
  const isHeld = (address: number): boolean => addresses.includes(address);
  if (!bucket.common.every(isHeld)) bucket.common = bucket.common.filter(isHeld);
}

function isBetterSample({ id = Infinity, minutes = 0 }: Goroutine, key: number, bucket: OpenBucket): boolean {
  if (minutes !== bucket.longest) return minutes > bucket.longest;
  const before = bucket.sample.id ?? Infinity;
  return id === before ? key < bucket.sampleKey : id < before;
}

/** Keeps the lowest, sorted. */
function addId(ids: number[], id: number): void {
  if (ids.length >= MAX_IDS && id > (ids.at(-1) ?? 0)) return;
  const place = ids.findIndex((other) => other > id);
  ids.splice(place < 0 ? ids.length : place, 0, id);
  if (ids.length > MAX_IDS) ids.pop();
}

function sorted(
  byKey: ReadonlyMap<number, OpenBucket>,
  shared: ReadonlyMap<number, SharedAddress>,
): Bucket[] {
  return [...byKey]
    .map(([key, { count, shortest, longest, ids, sample, common }]) => ({
      key: key.toString(16).padStart(14, '0'),
      count,
      state: sample.state,
      shortest,
      longest,
      ids,
      sample,
      shared: count > 1 ? common.flatMap((address) => shared.get(address) ?? []) : [],
    }))
    .toSorted((a, b) => b.count - a.count || b.longest - a.longest || (a.key < b.key ? -1 : 1));
}
