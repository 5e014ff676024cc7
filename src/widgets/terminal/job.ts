import {
  type CastProblem,
  type LeftOut,
  type TranscriptLine,
  type TranscriptMark,
  createHarmless,
  readCast,
  transcribe,
} from '../../core/cast/index.ts';
import type { Problem } from '../../core/text/index.ts';

/** What the terminal is told to draw, at a time in microseconds: nothing in it acts. */
export type PlayEvent =
  | { readonly at: number; readonly text: string }
  | { readonly at: number; readonly columns: number; readonly rows: number };

/** A recording, ready to be played and to be read. */
export interface Recording {
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  /** In microseconds, as every time here. */
  readonly duration: number;
  readonly idleLimit: number | undefined;
  readonly events: readonly PlayEvent[];
  readonly lines: readonly TranscriptLine[];
  readonly marks: readonly TranscriptMark[];
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  readonly cutAt: number | undefined;
}

export interface ReadRecording {
  readonly recording: Recording | undefined;
  readonly problems: readonly Problem<CastProblem>[];
}

/** Reads a recording. Sequences that act are taken out here, so that neither page nor terminal ever has them. */
export function read(text: string): ReadRecording {
  const { cast, problems } = readCast(text);
  if (!cast) return { recording: undefined, problems };
  const harmless = createHarmless();
  const transcript = transcribe(cast);
  // What costs too much to be read costs too much to be played.
  const played = cast.events.slice(0, transcript.cutAt);
  const events = played.flatMap((event): PlayEvent[] => {
    if (event.kind === 'resize') return [{ at: event.at, columns: event.columns, rows: event.rows }];
    const drawn = event.kind === 'output' ? harmless.push(event.data) : '';
    return drawn === '' ? [] : [{ at: event.at, text: drawn }];
  });
  const { title, columns, rows, duration, idleLimit } = cast;
  return { recording: { title, columns, rows, duration, idleLimit, events, ...transcript }, problems };
}

/** The player's jobs. */
export const jobs = { read };
