import type { Bucket } from './buckets.ts';
import type { StackReason } from './frame.ts';

/** Whether the program ended for this reason: who asked for a dump only wanted to see it. */
export const isCrash = ({ kind }: StackReason): boolean => kind !== 'signal' && kind !== 'dump';

/**
 * Buckets in the order in which they are looked at after a crash: the goroutine that ran when it came and exceptions with
 * what they say, then exceptions that caused them, then all that only waited, each in the order in which they came.
 * Without a crash (`crashed`) who runs is no culprit: one goroutine runs to write the dump.
 */
export const crashFirst = (buckets: readonly Bucket[], crashed: boolean): readonly Bucket[] =>
  [0, 1, 2].flatMap((rank) => buckets.filter((bucket) => rankOf(bucket, crashed) === rank));

function rankOf({ sample, state }: Bucket, crashed: boolean): 0 | 1 | 2 {
  if (sample.relation) return 1;
  return sample.reason || (crashed && state === 'running') ? 0 : 2;
}

/** What a reason says, with the panics of deferred functions behind the first, a line each: the last one ended the program. */
export function reasonText({ text, panics = [] }: StackReason): string {
  const more = panics.slice(1).map(({ value, recovered, repanicked }) => {
    const mark = repanicked ? ' [recovered, repanicked]' : recovered ? ' [recovered]' : '';
    return `panic: ${value}${mark}`;
  });
  return [text, ...more].join('\n');
}
