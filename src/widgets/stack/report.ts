import type { RegistrationFinding, RegistrationVerdict, VersionHint } from '../../core/kube/index.ts';
import {
  type Bucket,
  type BucketLevel,
  type Frame,
  type Goroutine,
  type KnownVersions,
  type SharedAddress,
  type StackLanguage,
  type ToldFrame,
  type Wait,
  bucketTitle,
  firstOwnFrame,
  foldFrames,
  modulesOf,
  tellFrame,
  tellGoroutine,
  tellingFrame,
} from '../../core/stack/index.ts';
import type { NoText } from '../../core/text/index.ts';

/** Frames in a row whose code lives in one place. */
export interface GroupReport {
  readonly key: string;
  readonly kind: string;
  readonly frames: readonly ToldFrame[];
}

/** Goroutines that are alike, told by one of them. */
export interface BucketReport {
  readonly key: string;
  readonly count: number;
  /** `47 goroutines [select, 3 minutes]`, as the command line has it. */
  readonly title: string;
  readonly ids: readonly number[];
  readonly shared: readonly SharedAddress[];
  /** Of an exception of a chain: what it says, and how it hangs together with the one before. */
  readonly reason: string | undefined;
  readonly relation: Goroutine['relation'];
  readonly frames: number;
  readonly groups: readonly GroupReport[];
  readonly modules: readonly string[];
  readonly createdBy: ToldFrame | undefined;
  /** The first frame whose code is no library. */
  readonly own: ToldFrame | undefined;
  /** The frame that says most: the own one, or what there is instead. */
  readonly telling: ToldFrame | undefined;
  /** The dump breaks off: its last call has no place. */
  readonly cut: boolean;
}

export interface WaitReport {
  readonly id: number | undefined;
  readonly minutes: number;
  readonly state: string;
  readonly frame: ToldFrame | undefined;
}

/** Which buckets are shown. */
export interface Wanted {
  readonly level: BucketLevel;
  /** Only goroutines in this state; empty for all. */
  readonly state: string;
  readonly from: number;
}

/** A window on the list of buckets: a page draws no more. */
export interface Page extends Wanted {
  readonly rows: readonly BucketReport[];
  /** How many buckets there are of this level and state, and goroutines in them. */
  readonly buckets: number;
  readonly goroutines: number;
  /** Goroutines of the level that are in no bucket, since there were too many. */
  readonly rest: number;
}

export interface StackReport {
  /** The beginning is no text. */
  readonly noText: NoText | undefined;
  readonly reasons: readonly { readonly text: string; readonly count: number }[];
  readonly languages: readonly StackLanguage[];
  readonly stacks: number;
  readonly goroutines: number;
  readonly frames: number;
  readonly own: ToldFrame | undefined;
  readonly registrations: RegistrationVerdict;
  /** What the page's steps may react to. */
  readonly findings: readonly RegistrationFinding[];
  readonly versions: VersionHint | undefined;
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly longestWaits: readonly WaitReport[];
  /** What most goroutines hold, of what lies in the heap. */
  readonly shared: readonly SharedAddress[];
  /** Lines that are no part of a stack, a health-check list or a log header. */
  readonly unparsed: readonly { readonly number: number; readonly text: string }[];
  readonly unparsedCount: number;
  readonly page: Page;
}

export function toBucketReport(bucket: Bucket, known: KnownVersions): BucketReport {
  const { sample } = bucket;
  const own = firstOwnFrame(sample);
  const telling = tellingFrame(sample.frames);
  const tell = (frame: Frame): ToldFrame => tellFrame(frame, known);
  return {
    key: bucket.key,
    count: bucket.count,
    title: bucketTitle(bucket),
    ids: bucket.ids,
    shared: bucket.shared.filter(({ heap }) => heap),
    reason: sample.reason?.text,
    relation: sample.relation,
    frames: sample.frames.length,
    groups: foldFrames(sample).map(({ key, kind, frames }) => ({ key, kind, frames: frames.map(tell) })),
    modules: modulesOf(sample),
    createdBy: tellGoroutine({ ...sample, frames: [] }, known).createdBy,
    own: own && tell(own),
    telling: telling && tell(telling),
    cut: isCut(sample),
  };
}

export const toWaitReport = ({ id, minutes, state, frame }: Wait, known: KnownVersions): WaitReport => ({
  id,
  minutes,
  state,
  frame: frame && tellFrame(frame, known),
});

const isCut = ({ frames }: Goroutine): boolean => frames.length > 0 && frames.at(-1)?.file === undefined;
