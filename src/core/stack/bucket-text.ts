import type { Bucket } from './buckets.ts';
import type { Frame, Goroutine } from './frame.ts';
import type { Wait } from './longest-waits.ts';
import type { SharedAddress } from './shared-addresses.ts';
import type { KnownVersions } from './source-link.ts';
import { tellFrame } from './told.ts';

/** So much of a bucket is shown. */
const MAX_FRAMES = 40;
const MAX_SHARED = 4;

/**
 * A bucket for a person, in lines of plain text:
 *
 *     47 goroutines [semacquire, 3–12 minutes]
 *         sync.(*Mutex).Lock  https://github.com/golang/go/blob/go1.19.8/src/sync/mutex.go#L90
 *       ★ main.work  /home/u/app/main.go:7
 *         created by ★ main.main  /home/u/app/main.go:40
 *         ids 5, 6, 7 …
 *         all share 0xc000123400 (#1)
 *
 * The star marks code of the program itself. Control characters are as they were: see `drawable`.
 */
export function bucketLines(bucket: Bucket, known: KnownVersions): string[] {
  const { count, sample, ids, shared } = bucket;
  const lines = [bucketTitle(bucket)];
  if (sample.reason) lines.push(`  ${sample.relation ?? 'reason'}: ${sample.reason.text}`);
  lines.push(...frameLines(sample.frames, known));
  if (sample.createdBy) {
    lines.push(
      `    created by ${frameLine({ ...sample.createdBy, args: '', inlined: false }, known).trim()}`,
    );
  }
  if (count > 1 && ids.length > 0) lines.push(`    ids ${ids.join(', ')}${count > ids.length ? ' …' : ''}`);
  const heap = shared.filter((address) => address.heap);
  if (heap.length > 0) lines.push(`    all share ${sharedWords(heap)}`);
  return lines;
}

/** `47 goroutines [semacquire, 3–12 minutes]`, `goroutine 1 [running]`, `thread main [RUNNABLE]`. */
export function bucketTitle({ count, sample, shortest, longest }: Bucket): string {
  const minutes = shortest === longest ? `${longest} minutes` : `${shortest}–${longest} minutes`;
  const waits = longest === 0 ? '' : minutes;
  const locked = sample.lockedToThread ? 'locked to thread' : '';
  const what = [sample.state, waits, locked].filter(Boolean).join(', ');
  return `${count === 1 ? nameOf(sample) : `${count} ${kindOf(sample)}s`}${what === '' ? '' : ` [${what}]`}`;
}

/** A wait for a person: `    12 minutes  goroutine 7 [select]  ★ main.work  /home/u/app/main.go:7`. */
export function waitLine({ id, minutes, state, frame }: Wait, known: KnownVersions): string {
  const where = frame ? frameLine(frame, known).trim() : '';
  return `  ${String(minutes).padStart(6)} minutes  goroutine ${id ?? '?'} [${state}]  ${where}`.trimEnd();
}

const kindOf = ({ id, name, createdBy, state }: Goroutine): string =>
  id !== undefined || createdBy ? 'goroutine' : name === undefined && state === '' ? 'stack' : 'thread';

const nameOf = (goroutine: Goroutine): string =>
  [kindOf(goroutine), goroutine.id, goroutine.name].filter((part) => part !== undefined).join(' ');

/** Calls of one place in a row, as recursion makes them, are one line. */
function frameLines(frames: readonly Frame[], known: KnownVersions): string[] {
  const lines: { text: string; count: number }[] = [];
  for (const [index, frame] of frames.entries()) {
    const text = frameLine(frame, known);
    const last = lines.at(-1);
    const count = 1 + (frame.repeated ?? 0);
    if (last?.text === text) last.count += count;
    else if (lines.length < MAX_FRAMES) lines.push({ text, count });
    else {
      lines.push({ text: `    … ${frames.length - index} more frames`, count: 1 });
      break;
    }
  }
  return lines.map(({ text, count }) => (count > 1 ? `${text}  (×${count})` : text));
}

function frameLine(frame: Frame, known: KnownVersions): string {
  const { name, file, line, link, own } = tellFrame(frame, known);
  const place = link ?? (file === null ? '' : line === null ? file : `${file}:${line}`);
  return `  ${own ? '★' : ' '} ${name}${place === '' ? '' : `  ${place}`}`;
}

/** `0xc000123400 (#1), 0xc000456000 (#7)`. */
export function sharedWords(shared: readonly SharedAddress[]): string {
  const words = shared.slice(0, MAX_SHARED).map(({ address, name }) => `${address} (${name})`);
  return shared.length > MAX_SHARED ? `${words.join(', ')} …` : words.join(', ');
}
