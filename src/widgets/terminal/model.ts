import type { CastProblem } from '../../core/cast/index.ts';
import type { Language, Problem } from '../../core/text/index.ts';
import { IDLE_CAP, advance, nextStop, previousStop, stopsOf } from './clock.ts';
import type { Frame } from './frame.ts';
import type { ReadRecording, Recording } from './job.ts';

export const SPEEDS = [1, 2, 4] as const;

export type Speed = (typeof SPEEDS)[number];

/** How far the arrows go, in microseconds. */
const ARROW = 5_000_000;

export type Phase =
  /** Nothing was asked for yet. */
  | 'idle'
  | 'loading'
  | 'paused'
  | 'playing'
  | 'ended'
  /** It is no recording, or it cannot be had. */
  | 'failed';

export interface TerminalState {
  readonly language: Language;
  /** The page asks for no animation: it is stepped through. */
  readonly still: boolean;
  /** A recording that the reader brought: its transcript is drawn here, since the page has none. */
  readonly own: boolean;
  readonly phase: Phase;
  readonly message: string;
  readonly recording: Recording | undefined;
  readonly problems: readonly Problem<CastProblem>[];
  /** What was asked for before the recording was there. */
  readonly wanted: 'play' | 'step' | number;
  readonly stops: readonly number[];
  /** Recorded time, in microseconds. */
  readonly position: number;
  readonly speed: Speed;
  readonly skipsIdle: boolean;
  readonly frame: Frame | undefined;
  /** The text was edited, and its reading is not there yet. */
  readonly isStale: boolean;
  /** How many lines of the own transcript are drawn. */
  readonly shownLines: number;
}

export type TerminalEvent =
  | { readonly type: 'still'; readonly still: boolean }
  /** What the reader brings. */
  | { readonly type: 'source'; readonly source: string | File }
  | { readonly type: 'read'; readonly result: ReadRecording; readonly own: boolean }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'toggle' }
  | { readonly type: 'pause' }
  | { readonly type: 'restart' }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'arrow'; readonly by: 1 | -1 }
  | { readonly type: 'seek'; readonly position: number }
  | { readonly type: 'tick'; readonly elapsed: number }
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'idle'; readonly skips: boolean }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'more' };

/** So many lines of a transcript are drawn at once. */
export const LINES_AT_ONCE = 500;

export const emptyState = (language: Language, still: boolean): TerminalState => ({
  language,
  still,
  own: false,
  phase: 'idle',
  message: '',
  recording: undefined,
  problems: [],
  wanted: 'play',
  stops: [],
  position: 0,
  speed: 1,
  skipsIdle: true,
  frame: undefined,
  isStale: false,
  shownLines: LINES_AT_ONCE,
});

export function update(state: TerminalState, event: TerminalEvent): TerminalState {
  switch (event.type) {
    case 'still':
      return {
        ...state,
        still: event.still,
        phase: event.still && state.phase === 'playing' ? 'paused' : state.phase,
      };
    case 'source':
      return withSource(state, event.source);
    case 'read':
      return withRecording(state, event.result, event.own);
    case 'failed':
      return { ...state, phase: 'failed', isStale: false, message: event.message };
    case 'toggle':
      return toggle(state);
    case 'pause':
      return state.phase === 'playing' ? { ...state, phase: 'paused' } : state;
    case 'restart':
      return at(state, 0);
    case 'next':
      return state.recording ? at(state, nextStop(state.stops, state.position)) : ask(state, 'step');
    case 'previous':
      return at(state, previousStop(state.stops, state.position));
    case 'arrow':
      if (state.still) return update(state, { type: event.by > 0 ? 'next' : 'previous' });
      return at(state, state.position + event.by * ARROW);
    case 'seek':
      return state.recording ? at(state, event.position) : ask(state, event.position);
    case 'tick':
      return tick(state, event.elapsed);
    case 'speed':
      return { ...state, speed: event.speed };
    case 'idle':
      return { ...state, skipsIdle: event.skips };
    case 'frame':
      return { ...state, frame: event.frame };
    case 'more':
      return { ...state, shownLines: state.shownLines + LINES_AT_ONCE };
  }
}

/** Remembers what is wanted, and asks for the recording. */
const ask = (state: TerminalState, wanted: TerminalState['wanted']): TerminalState => ({
  ...state,
  wanted,
  phase: 'loading',
});

function withSource(state: TerminalState, source: string | File): TerminalState {
  const { language, still, speed, skipsIdle, phase, own } = state;
  if (typeof source === 'string' && source.trim() === '')
    return { ...emptyState(language, still), speed, skipsIdle };
  return { ...state, isStale: own, phase: phase === 'playing' ? 'paused' : phase };
}

function withRecording(
  state: TerminalState,
  { recording, problems }: ReadRecording,
  own: boolean,
): TerminalState {
  if (!recording)
    return {
      ...state,
      own,
      recording,
      problems,
      frame: undefined,
      isStale: false,
      phase: 'failed',
      message: '',
    };
  const fresh: TerminalState = {
    ...state,
    own,
    recording,
    problems,
    stops: stopsOf(recording),
    position: 0,
    frame: undefined,
    isStale: false,
    message: '',
    phase: 'paused',
    shownLines: LINES_AT_ONCE,
  };
  // What a reader brings is shown, and played only when asked for.
  if (own) return fresh;
  if (state.wanted === 'step' || (state.still && state.wanted === 'play'))
    return at(fresh, nextStop(fresh.stops, 0));
  return state.wanted === 'play' ? { ...fresh, phase: 'playing' } : at(fresh, state.wanted);
}

function toggle(state: TerminalState): TerminalState {
  if (state.still) return update(state, { type: 'next' });
  switch (state.phase) {
    case 'idle':
    case 'failed':
      return ask(state, 'play');
    case 'loading':
      return state;
    case 'playing':
      return { ...state, phase: 'paused' };
    case 'ended':
      return { ...state, position: 0, phase: 'playing' };
    case 'paused':
      return { ...state, phase: 'playing' };
  }
}

/** The same, at another time; it goes on playing if it played. */
function at(state: TerminalState, position: number): TerminalState {
  const { recording, phase } = state;
  if (!recording) return state;
  const to = Math.max(0, Math.min(position, recording.duration));
  const ends = to >= recording.duration;
  return { ...state, position: to, phase: ends ? 'ended' : phase === 'playing' ? 'playing' : 'paused' };
}

function tick(state: TerminalState, elapsed: number): TerminalState {
  const { recording, phase, position, speed, skipsIdle } = state;
  if (!recording || phase !== 'playing') return state;
  const cap = skipsIdle ? Math.min(recording.idleLimit ?? IDLE_CAP, IDLE_CAP) : undefined;
  return at(
    state,
    advance(recording, position, elapsed * speed, cap === undefined ? undefined : cap * speed),
  );
}

/** The marker that a time belongs to, as an index; -1 before the first. */
export const markAt = ({ marks }: Recording, position: number): number =>
  marks.findLastIndex(({ at: time }) => time <= position);
