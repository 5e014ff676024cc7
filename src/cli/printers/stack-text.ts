import {
  type BucketLevel,
  type Buckets,
  type KnownVersions,
  bucketLines,
  createBucketer,
  crashFirst,
  createVersionsSeen,
  isCrash,
  reasonText,
  waitLine,
} from '../../core/stack/index.ts';
import { drawable } from '../../core/text/index.ts';
import type { Io } from '../command.ts';
import type { StackPrinter } from './stack-json.ts';

/** So much is shown; the rest is counted. */
const MAX_REASONS = 10;
const MAX_BUCKETS = 40;
const MAX_WAITS = 5;
const MAX_SHARED = 3;

/** What the goroutines of a bucket have in common, in words. */
const LEVEL_WORDS: Readonly<Record<BucketLevel, string>> = {
  exact: 'the same calls with the same arguments',
  pointers: 'the same calls, addresses aside',
  frames: 'the same calls, whatever their arguments',
  place: 'the same first frame of your own',
};

/** The stacks for a person: why, then the goroutine that crashed, then those that are alike, the most first, then who waits longest. */
export function textPrinter(level: BucketLevel, out: Io['out']): StackPrinter {
  const bucketer = createBucketer();
  const versions = createVersionsSeen();
  const reasons = new Map<string, number>();
  let stacks = 0;
  let crashed = false;
  let isGo = false;
  let unread = 0;
  return {
    part({ language, reason, goroutines, last }) {
      isGo ||= language === 'go';
      if (last) {
        stacks++;
        if (reason) {
          const text = reasonText(reason);
          reasons.set(text, (reasons.get(text) ?? 0) + 1);
          crashed ||= isCrash(reason);
        }
      }
      for (const goroutine of goroutines) {
        versions.push(goroutine);
        bucketer.push(goroutine);
      }
    },
    unread({ text }) {
      if (text.trim() !== '') unread++;
    },
    end() {
      const buckets = bucketer.end();
      const known = versions.known();
      const blocks = [
        reasonLines(reasons),
        countLines(buckets, level, isGo ? stacks : undefined),
        ...crashFirst(buckets.levels[level].buckets, crashed)
          .slice(0, MAX_BUCKETS)
          .map((bucket) => bucketLines(bucket, known)),
        restLines(buckets, level),
        waitLines(buckets, known),
        sharedLines(buckets),
        [`${unread} ${unread === 1 ? 'line is' : 'lines are'} in no stack`],
      ];
      const shown = blocks.filter((block) => block.length > 0).map((block) => block.map(drawable).join('\n'));
      out(`${shown.join('\n\n')}\n`);
    },
  };
}

function reasonLines(reasons: ReadonlyMap<string, number>): string[] {
  const lines = [...reasons]
    .slice(0, MAX_REASONS)
    .flatMap(([text, count]) => `${text}${count > 1 ? `  (×${count})` : ''}`.split('\n'));
  if (reasons.size > MAX_REASONS) lines.push(`… ${reasons.size - MAX_REASONS} more reasons`);
  return lines;
}

function countLines({ goroutines, levels }: Buckets, level: BucketLevel, stacks?: number): string[] {
  if (goroutines === 0) {
    return [
      'no stack found: expected a line such as `goroutine 1 [running]:` or `Traceback (most recent call last):` with frames below it',
    ];
  }
  if (goroutines === 1) return [];
  const { length } = levels[level].buckets;
  const of = stacks !== undefined && stacks > 1 ? ` of ${stacks} stacks` : '';
  const noun = stacks === undefined ? 'stacks' : 'goroutines';
  const kinds = `${length} ${length === 1 ? 'bucket' : 'buckets'}`;
  return [`${goroutines} ${noun}${of} in ${kinds} (${level}: ${LEVEL_WORDS[level]})`];
}

function restLines({ levels }: Buckets, level: BucketLevel): string[] {
  const { buckets, rest } = levels[level];
  const hidden = buckets.slice(MAX_BUCKETS);
  const count = hidden.reduce((sum, bucket) => sum + bucket.count, rest);
  if (count === 0) return [];
  const kinds = rest > 0 ? `more than ${hidden.length}` : String(hidden.length);
  return [`… ${count} goroutines in ${kinds} more buckets; --json has every goroutine`];
}

function waitLines({ longestWaits }: Buckets, known: KnownVersions): string[] {
  if (longestWaits.length < 2) return [];
  return ['oldest waits', ...longestWaits.slice(0, MAX_WAITS).map((wait) => waitLine(wait, known))];
}

/** What most goroutines hold is often what they wait for. */
function sharedLines({ shared, uncountedAddresses }: Buckets): string[] {
  const most = shared
    .filter(({ heap, goroutines }) => heap && goroutines > 2)
    .toSorted((a, b) => b.goroutines - a.goroutines)
    .slice(0, MAX_SHARED);
  if (most.length === 0) return [];
  const rows = most.map(
    ({ address, name, goroutines }) => `  ${address} (${name}) in ${goroutines} goroutines`,
  );
  const missed =
    uncountedAddresses > 0 ? [`  ${uncountedAddresses} sightings of other addresses not counted`] : [];
  return ['shared most', ...rows, ...missed];
}
