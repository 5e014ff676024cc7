import type { Problem } from '../text/index.ts';

/** What happened in a recorded terminal, and when. */
export type CastEvent = {
  /** Microseconds since the recording began. */
  readonly at: number;
  /** 1-based line of the file. */
  readonly line: number;
} & (
  | { readonly kind: 'output'; readonly data: string }
  | { readonly kind: 'input'; readonly data: string }
  | { readonly kind: 'marker'; readonly label: string }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'exit'; readonly status: string }
  /** A code that the format leaves to others, or one of tomorrow. */
  | { readonly kind: 'other'; readonly code: string; readonly data: string }
);

/** A recorded session. */
export interface Cast {
  readonly version: 2 | 3;
  readonly columns: number;
  readonly rows: number;
  readonly title: string;
  readonly command: string;
  /** Microseconds to which the one who recorded it wanted waits shortened, if any. */
  readonly idleLimit: number | undefined;
  readonly tags: readonly string[];
  readonly events: readonly CastEvent[];
  /** Microseconds from the beginning to the last event. */
  readonly duration: number;
}

/** Each problem's facts have the `line` that it stands in, where there is one. */
export type CastProblem =
  /** The first line is no header. */
  | 'no-header'
  | 'version'
  /** A size that is none, or that no terminal has. */
  | 'size'
  /** A line that is no event. */
  | 'event'
  | 'time'
  /** The last line ends in its middle. */
  | 'cut'
  /** Nearly nothing is an event: the rest is not read. */
  | 'broken'
  /** The rest is not read. */
  | 'too-large';

export interface CastReading {
  /** Undefined where the first line is no header that can be read. */
  readonly cast: Cast | undefined;
  readonly problems: readonly Problem<CastProblem>[];
}
