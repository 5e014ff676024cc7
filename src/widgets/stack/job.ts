import { registrationFindings } from '../../core/kube/index.ts';
import { type StackPart, createStackFeed } from '../../core/match/index.ts';
import type { ProgramLine } from '../../core/log/index.ts';
import {
  type Bucket,
  type Buckets,
  type KnownVersions,
  type StackLanguage,
  createBucketer,
  crashFirst,
  createVersionsSeen,
  firstOwnFrame,
  isCrash,
  placesOf,
  reasonText,
  tellFrame,
} from '../../core/stack/index.ts';
import { noText } from '../../core/text/index.ts';
import { textChunks } from '../../kit/text-chunks.ts';
import type { JobContext } from '../../kit/worker-wire.ts';
import { copyAs } from './copy.ts';
import { createEvidence } from './evidence.ts';
import { FIRST_PAGE, PAGE_OF_BUCKETS } from './first-page.ts';
import type { CopyFormat } from './model.ts';
import { type Page, type StackReport, type Wanted, toBucketReport, toWaitReport } from './report.ts';

const MAX_UNPARSED = 200;
const MAX_TEXT = 500;
const MAX_REASONS = 20;
const MAX_WAITS = 10;
const MAX_SHARED = 5;

/** The last text that was read: its pages and copies are asked for one by one. */
interface Read {
  readonly buckets: Buckets;
  readonly known: KnownVersions;
  readonly reasons: readonly string[];
  readonly crashed: boolean;
}

let last: Read | undefined;

/** Reads the stacks of a paste or file of any size, and what its log lines say about paths registered twice. */
export async function readStack(
  source: string | Blob,
  { progress }: Pick<JobContext, 'progress'>,
): Promise<StackReport> {
  last = undefined;
  let content: Pick<StackReport, 'noText'> | undefined;
  const evidence = createEvidence();
  const feed = createStackFeed(evidence.push);
  const gathered = createGatherer();
  const hear = ({ parts, unread }: ReturnType<typeof feed.push>): void => {
    parts.forEach(gathered.part);
    for (const line of unread)
      if (line.text.trim() !== '' && !evidence.isUnderstood(line)) gathered.unparsed(line);
  };
  for await (const { chunk, bytes, done, total } of textChunks(source)) {
    content ??= { noText: noText(chunk) };
    hear(feed.push(chunk, bytes));
    progress(done, total);
  }
  hear(feed.end());
  const { read, ...report } = gathered.end();
  last = read;
  const { registrations, versions } = evidence.end();
  const findings = registrationFindings(registrations);
  return { ...report, noText: content?.noText, registrations, findings, versions, page: page(FIRST_PAGE) };
}

/** Some of the buckets of the text that was read last. */
export function page(wanted: Wanted): Page {
  const { buckets, rest } = last?.buckets.levels[wanted.level] ?? { buckets: [], rest: 0 };
  const fitting = fittingOf(buckets, wanted.state);
  const from = Math.max(0, Math.min(wanted.from, fitting.length - 1));
  const known = last?.known ?? {};
  return {
    ...wanted,
    from,
    rows: fitting.slice(from, from + PAGE_OF_BUCKETS).map((bucket) => toBucketReport(bucket, known)),
    buckets: fitting.length,
    goroutines: fitting.reduce((sum, { count }) => sum + count, 0),
    rest,
  };
}

const fittingOf = (buckets: readonly Bucket[], state: string): readonly Bucket[] =>
  crashFirst(
    state === '' ? buckets : buckets.filter((bucket) => bucket.state === state),
    last?.crashed ?? false,
  );

/** The buckets of a level and state, to be put on the clipboard. */
export function copy({ format, level, state }: { format: CopyFormat } & Omit<Wanted, 'from'>): string {
  if (!last) return '';
  const { buckets, known, reasons } = last;
  const fitting = fittingOf(buckets.levels[level].buckets, state);
  return copyAs(format, { reasons, level, buckets: fitting, total: buckets.goroutines }, known);
}

type Gathered = Omit<StackReport, 'noText' | 'registrations' | 'findings' | 'versions' | 'page'> & {
  readonly read: Read;
};

function createGatherer(): {
  part: (part: StackPart) => void;
  unparsed: (line: ProgramLine) => void;
  end: () => Gathered;
} {
  const bucketer = createBucketer();
  const versions = createVersionsSeen();
  const reasons = new Map<string, number>();
  const states = new Map<string, number>();
  const languages = new Set<StackLanguage>();
  const unparsed: { number: number; text: string }[] = [];
  let own: ReturnType<typeof firstOwnFrame>;
  let unparsedCount = 0;
  let stacks = 0;
  let frames = 0;
  let crashed = false;
  return {
    part({ language, reason, goroutines, last: isLast }) {
      languages.add(language);
      if (isLast) stacks++;
      if (isLast && reason) {
        const text = reasonText(reason);
        reasons.set(text, (reasons.get(text) ?? 0) + 1);
        crashed ||= isCrash(reason);
      }
      for (const goroutine of goroutines) {
        bucketer.push(goroutine);
        versions.push(goroutine);
        own ??= firstOwnFrame(goroutine);
        frames += placesOf(goroutine).length;
        states.set(goroutine.state, (states.get(goroutine.state) ?? 0) + (goroutine.count ?? 1));
      }
    },
    unparsed({ number, text }) {
      unparsedCount++;
      if (unparsed.length < MAX_UNPARSED) unparsed.push({ number, text: text.slice(0, MAX_TEXT) });
    },
    end() {
      const buckets = bucketer.end();
      const known = versions.known();
      const texts = [...reasons.keys()].slice(0, MAX_REASONS);
      return {
        read: { buckets, known, reasons: texts, crashed },
        reasons: texts.map((text) => ({ text, count: reasons.get(text) ?? 1 })),
        languages: [...languages],
        stacks,
        goroutines: buckets.goroutines,
        frames,
        own: own && tellFrame(own, known),
        states: [...states]
          .map(([state, count]) => ({ state, count }))
          .toSorted((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1)),
        longestWaits: buckets.longestWaits.slice(0, MAX_WAITS).map((wait) => toWaitReport(wait, known)),
        shared: buckets.shared
          .filter(({ heap, goroutines }) => heap && goroutines > 2)
          .toSorted((a, b) => b.goroutines - a.goroutines)
          .slice(0, MAX_SHARED),
        unparsed: unparsed.toSorted((a, b) => a.number - b.number),
        unparsedCount,
      };
    },
  };
}

/** The stack reader's jobs. */
export const jobs = { readStack, page, copy };
