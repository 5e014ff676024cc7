import type { Language } from '../../core/text/index.ts';
import type { TriagePart } from './job.ts';

/** What is known, with all lines that have come. */
export type TriageResult = TriagePart;

/** What is being judged: text of the text area, or a file that never enters the page. */
export type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string; readonly fresh: boolean }
  | { readonly kind: 'file'; readonly file: File; readonly count: number };

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'reading';
      readonly percent: number;
      /** What has been found by now, in a paste that takes long. */
      readonly result?: TriageResult;
      /** The answer about the text before, shown dimmed until there is one about this. */
      readonly before?: TriageResult;
      readonly shown: number;
    }
  | {
      readonly kind: 'result';
      readonly result: TriageResult;
      readonly shown: number;
      /** The reader stopped it here; what was found until then stays. */
      readonly stoppedAt?: number;
    }
  | { readonly kind: 'failed'; readonly message: string };

export interface Triage {
  readonly language: Language;
  /** The site's base path. */
  readonly base: string;
  /** The runbook on whose page the reader stands; empty on the home page. */
  readonly slug: string;
  readonly source: Source;
  readonly phase: Phase;
  /** Requests that the page has made since the paste; the console shows that there are none. */
  readonly requests: number;
}

export type TriageEvent =
  | { readonly type: 'text'; readonly text: string; readonly fresh: boolean }
  | { readonly type: 'file'; readonly file: File; readonly count: number }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'part'; readonly part: TriagePart }
  | { readonly type: 'answered'; readonly part: TriagePart }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'clear' }
  | { readonly type: 'requests'; readonly count: number }
  | { readonly type: 'more' };

/** How many lines are drawn at first, and added each time: layout is what a long list costs. */
export const PAGE_OF_LINES = 200;

export const emptyTriage = (language: Language, base: string, slug: string): Triage => ({
  language,
  base,
  slug,
  source: { kind: 'none' },
  phase: { kind: 'empty' },
  requests: 0,
});

export function update(state: Triage, event: TriageEvent): Triage {
  switch (event.type) {
    case 'text': {
      const { text, fresh } = event;
      if (text === '') return emptyTriage(state.language, state.base, state.slug);
      if (isAnswered(state, text)) return state;
      const source = { kind: 'text', text, fresh } as const;
      if (text.trim() === '') return { ...state, source, phase: { kind: 'blank' } };
      return {
        ...state,
        source,
        phase: reading(state),
        requests: fresh ? 0 : state.requests,
      };
    }
    case 'file':
      return {
        ...state,
        source: { kind: 'file', file: event.file, count: event.count },
        phase: event.file.size === 0 ? { kind: 'blank' } : reading(state),
        requests: 0,
      };
    case 'progress':
      return state.phase.kind === 'reading'
        ? { ...state, phase: { ...state.phase, percent: percent(event.done, event.total) } }
        : state;
    case 'part':
      return state.phase.kind === 'reading'
        ? { ...state, phase: { ...state.phase, result: joined(state.phase, event.part) } }
        : state;
    case 'answered':
      return {
        ...state,
        phase: { kind: 'result', result: joined(state.phase, event.part), shown: shownOf(state.phase) },
      };
    case 'failed':
      return { ...state, phase: { kind: 'failed', message: event.message } };
    case 'cancel':
      return { ...state, phase: stopped(state.phase) };
    case 'clear':
      return emptyTriage(state.language, state.base, state.slug);
    case 'requests':
      return { ...state, requests: event.count };
    case 'more':
      return 'shown' in state.phase
        ? { ...state, phase: { ...state.phase, shown: state.phase.shown + 5 * PAGE_OF_LINES } }
        : state;
  }
}

/** Fewer lines are drawn while more findings come in: they are drawn again with each. */
const WHILE_READING = 40;

function reading({ phase }: Triage): Phase {
  const before = 'result' in phase ? phase.result : 'before' in phase ? phase.before : undefined;
  return { kind: 'reading', percent: 0, shown: WHILE_READING, ...(before ? { before } : {}) };
}

/** A part knows all that the parts before knew, but for the lines, of which it has the next. */
function joined(phase: Phase, part: TriagePart): TriageResult {
  const before = phase.kind === 'reading' ? phase.result : undefined;
  return before ? { ...part, lines: [...before.lines, ...part.lines] } : part;
}

const shownOf = (phase: Phase): number =>
  'shown' in phase ? Math.max(phase.shown, PAGE_OF_LINES) : PAGE_OF_LINES;

const stopped = (phase: Phase): Phase =>
  phase.kind === 'reading' && phase.result
    ? { kind: 'result', result: phase.result, shown: shownOf(phase), stoppedAt: phase.percent }
    : { kind: 'empty' };

/** The same text again, which is being read or has been: a browser tells of one paste many times. */
const isAnswered = ({ source, phase }: Triage, text: string): boolean =>
  source.kind === 'text' && source.text === text && (phase.kind === 'result' || phase.kind === 'reading');

const percent = (done: number, total: number): number =>
  total === 0 ? 100 : Math.floor((100 * done) / total);
