import {
  type Bucket,
  type BucketLevel,
  type Buckets,
  type KnownVersions,
  bucketLines,
  sharedWords,
  tellFrame,
  tellGoroutine,
  tellingFrame,
} from '../../core/stack/index.ts';
import type { CopyFormat } from './model.ts';

export interface Copied {
  readonly reasons: readonly string[];
  readonly level: BucketLevel;
  readonly buckets: readonly Bucket[];
  readonly total: Buckets['goroutines'];
}

/** More are of no use in a ticket; how many are left out is said. */
const MAX_COPIED = 500;

/** The buckets as a text for a ticket, a table of Markdown, or JSON. */
export function copyAs(format: CopyFormat, copied: Copied, known: KnownVersions): string {
  const buckets = copied.buckets.slice(0, MAX_COPIED);
  const left = copied.buckets.length - buckets.length;
  switch (format) {
    case 'text':
      return [
        ...copied.reasons.map((reason) => [reason]),
        ...buckets.map((bucket) => bucketLines(bucket, known)),
        ...(left > 0 ? [[`… ${left} more buckets`]] : []),
      ]
        .map((block) => block.join('\n'))
        .join('\n\n');
    case 'markdown':
      return [
        ...copied.reasons.map((reason) => `> ${oneLine(reason)}`),
        ...(copied.reasons.length > 0 ? [''] : []),
        '| goroutines | state | minutes | where | shared |',
        '| ---: | --- | --- | --- | --- |',
        ...buckets.map((bucket) => markdownRow(bucket, known)),
        ...(left > 0 ? ['', `… ${left} more buckets`] : []),
      ].join('\n');
    case 'json':
      return JSON.stringify(
        {
          reasons: copied.reasons,
          goroutines: copied.total,
          level: copied.level,
          left,
          buckets: buckets.map(({ count, shortest, longest, ids, shared, sample }) => ({
            count,
            shortest,
            longest,
            ids,
            shared,
            sample: tellGoroutine(sample, known),
          })),
        },
        null,
        2,
      );
  }
}

function markdownRow({ count, sample, shortest, longest, shared }: Bucket, known: KnownVersions): string {
  const frame = tellingFrame(sample.frames);
  const told = frame && tellFrame(frame, known);
  const place = told?.file ? `${told.file}:${told.line ?? ''}` : '';
  const where = told
    ? `${code(told.name)} ${told.link ? `[${cell(place)}](${told.link})` : cell(place)}`
    : '';
  const minutes = longest === 0 ? '' : shortest === longest ? String(longest) : `${shortest}–${longest}`;
  const held = sharedWords(shared.filter(({ heap }) => heap));
  return `| ${count} | ${cell(sample.state)} | ${minutes} | ${where.trim()} | ${held} |`;
}

const oneLine = (text: string): string => text.split('\n').join(' ');

/** In a cell a bar would end it. */
const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|').replaceAll('<', '&lt;');

const code = (text: string): string => `\`${oneLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
