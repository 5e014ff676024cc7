import {
  type RegistrationVerdict,
  type VersionHint,
  createVersionReader,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
} from '../../core/kube/index.ts';
import { readHeader } from '../../core/log/index.ts';
import {
  type Frame,
  type Goroutine,
  type KnownVersions,
  type Stack,
  firstOwnFrame,
  foldFrames,
  modulesOf,
  readStacks,
  sourceLink,
} from '../../core/stack/index.ts';
import { splitLines } from '../../core/text/index.ts';

export interface FrameReport {
  readonly symbol: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly link: string | undefined;
  readonly inlined: boolean;
  /** The first frame whose code is no library. */
  readonly own: boolean;
}

export interface GroupReport {
  readonly key: string;
  readonly kind: string;
  readonly frames: readonly FrameReport[];
}

export interface GoroutineReport {
  readonly id: number;
  readonly state: string;
  readonly minutes: number | undefined;
  readonly frames: number;
  readonly groups: readonly GroupReport[];
  readonly modules: readonly string[];
  readonly own: FrameReport | undefined;
  /** The dump breaks off: its last call has no place. */
  readonly cut: boolean;
}

export interface StackReport {
  readonly reasons: readonly string[];
  readonly goroutines: readonly GoroutineReport[];
  /** How many there are; only the first are reported one by one. */
  readonly count: number;
  readonly registrations: RegistrationVerdict;
  readonly versions: VersionHint | undefined;
  /** Lines that are no part of a stack, a health-check list or a log header. */
  readonly unparsed: readonly { readonly number: number; readonly text: string }[];
  readonly unparsedCount: number;
}

const MAX_GOROUTINES = 200;
const MAX_UNPARSED = 200;

/** Reads the stacks of a paste, and what its log lines say about paths registered twice. */
export function readStack(paste: string): StackReport {
  const { stacks } = readStacks(paste);
  const goroutines = stacks.flatMap((stack) => stack.goroutines);
  const known = knownVersions(goroutines);
  const lines = splitLines(paste);
  const lists = lines.flatMap((line) => readHealthCheckers(line) ?? []);
  const errors = lines.flatMap((line) => readRegistrationError(line) ?? []);
  const unparsed = lines.filter(
    (line) =>
      line.text.trim() !== '' &&
      !isInside(line.from, stacks) &&
      !readHeader(line.text) &&
      !readHealthCheckers(line),
  );
  return {
    reasons: stacks.flatMap(({ reason }) => (reason ? [reason.text] : [])),
    goroutines: goroutines.slice(0, MAX_GOROUTINES).map((goroutine) => toReport(goroutine, known)),
    count: goroutines.length,
    registrations: judgeRegistrations(lists, errors),
    versions: versionsOf(paste),
    unparsed: unparsed
      .slice(0, MAX_UNPARSED)
      .map(({ number, text }) => ({ number, text: text.slice(0, 500) })),
    unparsedCount: unparsed.length,
  };
}

function toReport(goroutine: Goroutine, known: KnownVersions): GoroutineReport {
  const own = firstOwnFrame(goroutine);
  const frame = (one: Frame): FrameReport => ({
    symbol: one.symbol.raw,
    file: one.file,
    line: one.line,
    link: one.location && one.line ? sourceLink(one.location, one.line, known) : undefined,
    inlined: one.inlined,
    own: one === own,
  });
  return {
    id: goroutine.id,
    state: goroutine.state,
    minutes: goroutine.minutes,
    frames: goroutine.frames.length,
    groups: foldFrames(goroutine).map(({ key, kind, frames }) => ({ key, kind, frames: frames.map(frame) })),
    modules: modulesOf(goroutine),
    own: own && frame(own),
    cut: goroutine.frames.length > 0 && goroutine.frames.at(-1)?.file === undefined,
  };
}

/** `k8s.io/apiserver@v0.17.3` tells that vendored Kubernetes code of the same paste is 1.17.3. */
function knownVersions(goroutines: readonly Goroutine[]): KnownVersions {
  for (const { frames } of goroutines) {
    for (const { location } of frames) {
      if (location?.kind !== 'module' || !location.module.startsWith('k8s.io/')) continue;
      if (location.version.startsWith('v0.')) return { kubernetes: `1.${location.version.slice(3)}` };
    }
  }
  return {};
}

function versionsOf(paste: string): VersionHint | undefined {
  const reader = createVersionReader();
  for (const line of splitLines(paste)) {
    const header = readHeader(line.text);
    if (!header) continue;
    const { file, line: number } = header.source;
    reader.push({ file, line: number, message: line.text.slice(header.message.from), span: line });
  }
  return reader.end();
}

const isInside = (at: number, stacks: readonly Stack[]): boolean =>
  stacks.some(({ span }) => at >= span.from && at < span.to);

/** The stack reader's jobs. */
export const jobs = { readStack };
