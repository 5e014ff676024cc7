import type { LogEntry, Severity } from '../../core/log/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { ReaderPart, Row } from './job.ts';
import type { Places } from './places.ts';

/** What is being read: text of the text area, or a file that never enters the page. */
export type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File; readonly count: number };

/** What is known, with all rows that have come. */
export type Report = ReaderPart;

export type Phase =
  | { readonly kind: 'empty' }
  /** There is an input, and no word in it. */
  | { readonly kind: 'blank' }
  /** The reader stopped it before anything was read. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'reading'; readonly percent: number; readonly report?: Report }
  | {
      readonly kind: 'result';
      readonly report: Report;
      /** The reader stopped it here; what was read until then stays. */
      readonly stoppedAt?: number;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** Which rows are listed. Empty means all. */
export interface Filter {
  readonly least: Severity | '';
  /** A source, or `''` for all. */
  readonly source: string;
  /** Only what no reader understood. */
  readonly unread: boolean;
}

export interface ReaderState {
  readonly language: Language;
  readonly source: Source;
  /** The text has been edited since the result: it is shown dimmed until the next one. */
  readonly stale: boolean;
  readonly phase: Phase;
  readonly filter: Filter;
  /** The first row that is drawn, among those that the filter lets through. */
  readonly start: number;
  /** The number of the line whose record is shown whole. */
  readonly chosen: number | undefined;
  /** Where the chosen record may be logged, once that has been looked up. */
  readonly places?: Places;
  /** A paste of the page that could be read here. */
  readonly offered: string;
}

export type ReaderEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'file'; readonly file: File; readonly count: number }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'part'; readonly part: ReaderPart }
  | { readonly type: 'answered'; readonly part: ReaderPart }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'filter'; readonly filter: Partial<Filter> }
  | { readonly type: 'move'; readonly start: number }
  /** To the next record, or the one before, that says error or worse. */
  | { readonly type: 'jump'; readonly by: 1 | -1 }
  | { readonly type: 'choose'; readonly number: number | undefined }
  | { readonly type: 'places'; readonly places: Places }
  | { readonly type: 'cancel' };

/** So many records are drawn at a time: layout is what a long list costs. */
export const WINDOW = 100;

/** Fewer are drawn while more come in: the first draw is the page's longest task. */
export const WHILE_READING = 40;

/** Behind the last row of the window that begins at `start`: a row may hold several records of a loop. */
export function windowEnd(rows: readonly Row[], start: number, size = WINDOW): number {
  let end = start;
  let drawn = 0;
  while (end < rows.length && (end === start || drawn + sizeOf(rows[end]) <= size))
    drawn += sizeOf(rows[end++]);
  return end;
}

/** Where the window in front of the one that begins at `start` begins. */
export function windowStart(rows: readonly Row[], start: number, size = WINDOW): number {
  let from = start;
  let drawn = 0;
  while (from > 0 && drawn + sizeOf(rows[from - 1]) <= size) drawn += sizeOf(rows[--from]);
  return from;
}

const sizeOf = (row: Row | undefined): number => row?.entries.length ?? 0;

/** How many records are drawn at most. */
export const sizeOfWindow = ({ phase }: ReaderState): number =>
  phase.kind === 'reading' ? WHILE_READING : WINDOW;

export const NO_FILTER: Filter = { least: '', source: '', unread: false };

export const emptyState = (language: Language): ReaderState => ({
  language,
  source: { kind: 'none' },
  stale: false,
  phase: { kind: 'empty' },
  filter: NO_FILTER,
  start: 0,
  chosen: undefined,
  offered: '',
});

export function update(state: ReaderState, event: ReaderEvent): ReaderState {
  switch (event.type) {
    case 'text':
      if (event.text === '') return { ...emptyState(state.language), offered: state.offered };
      return begin(state, { kind: 'text', text: event.text }, event.text.trim() === '');
    case 'file':
      return begin(state, { kind: 'file', file: event.file, count: event.count }, event.file.size === 0);
    case 'offer':
      return state.source.kind === 'text' && state.source.text === event.text
        ? state
        : { ...state, offered: event.text };
    case 'progress':
      return state.phase.kind === 'reading'
        ? { ...state, phase: { ...state.phase, percent: percent(event.done, event.total) } }
        : state;
    case 'part':
      return state.phase.kind === 'reading'
        ? { ...state, stale: false, phase: { ...state.phase, report: joined(state, event.part) } }
        : state;
    case 'answered':
      return {
        ...state,
        stale: false,
        offered: '',
        phase: { kind: 'result', report: joined(state, event.part) },
      };
    case 'failed':
      return { ...state, stale: false, phase: { kind: 'failed', message: event.message } };
    case 'filter':
      return { ...state, filter: { ...state.filter, ...event.filter }, start: 0, chosen: undefined };
    case 'move':
      return { ...state, start: Math.max(0, event.start) };
    case 'jump':
      return jumped(state, event.by);
    case 'choose':
      return { ...state, chosen: event.number === state.chosen ? undefined : event.number };
    case 'places':
      return { ...state, places: event.places };
    case 'cancel':
      return { ...state, stale: false, phase: stopped(state) };
  }
}

/** The result before stays, dimmed, until the first part of the next one. */
function begin(state: ReaderState, source: Source, isBlank: boolean): ReaderState {
  if (isBlank)
    return { ...emptyState(state.language), offered: state.offered, source, phase: { kind: 'blank' } };
  const before = reportOf(state);
  return {
    ...state,
    source,
    stale: before !== undefined,
    phase: { kind: 'reading', percent: 0, ...(before ? { report: before } : {}) },
    filter: NO_FILTER,
    start: 0,
    chosen: undefined,
  };
}

/** A part knows all that the parts before knew, but for the rows, of which it has the next. */
function joined({ phase, stale }: ReaderState, part: ReaderPart): Report {
  const before = phase.kind === 'reading' && !stale ? phase.report : undefined;
  return before ? { ...part, rows: [...before.rows, ...part.rows] } : part;
}

const stopped = ({ phase, stale }: ReaderState): Phase =>
  phase.kind === 'reading' && phase.report && !stale
    ? { kind: 'result', report: phase.report, stoppedAt: phase.percent }
    : { kind: 'cancelled' };

const percent = (done: number, total: number): number =>
  total === 0 ? 100 : Math.floor((100 * done) / total);

/** What is known, if anything is. */
export const reportOf = ({ phase }: ReaderState): Report | undefined =>
  phase.kind === 'result' || phase.kind === 'reading' ? phase.report : undefined;

const ORDER: readonly Severity[] = ['fatal', 'error', 'warning', 'info', 'debug', 'trace'];

/** The record that is shown whole. */
export function chosenEntry(state: ReaderState): LogEntry | undefined {
  if (state.chosen === undefined) return undefined;
  for (const { entries } of reportOf(state)?.rows ?? []) {
    const entry = entries.find(({ number }) => number === state.chosen);
    if (entry) return entry;
  }
  return undefined;
}

/** Rows that say error or worse, by their places among those that the filter lets through. */
export const badRows = (rows: readonly Row[]): readonly number[] =>
  rows.flatMap(({ entries }, index) => (entries.some(isBad) ? [index] : []));

export const isBad = ({ severity }: LogEntry): boolean => severity === 'error' || severity === 'fatal';

/** To the bad row in front of the chosen record, or behind it; where none is chosen, of the window. The list is a circle. */
function jumped(state: ReaderState, by: 1 | -1): ReaderState {
  const report = reportOf(state);
  if (!report) return state;
  const rows = listed(report, state.filter);
  const bad = badRows(rows);
  const chosen = rows.findIndex(({ entries }) => entries.some(({ number }) => number === state.chosen));
  const from = chosen >= 0 ? chosen : by > 0 ? state.start - 1 : state.start;
  const target =
    by > 0 ? (bad.find((at) => at > from) ?? bad[0]) : (bad.findLast((at) => at < from) ?? bad.at(-1));
  if (target === undefined) return state;
  const size = sizeOfWindow(state);
  const isDrawn = target >= state.start && target < windowEnd(rows, state.start, size);
  const number = rows[target]?.entries.find(isBad)?.number;
  return { ...state, start: isDrawn ? state.start : windowAround(rows, target, size), chosen: number };
}

/** What came before an error is looked at as well. */
const windowAround = (rows: readonly Row[], at: number, size: number): number => {
  const before = windowStart(rows, at, size);
  return before + Math.floor((at - before) / 2);
};

/** The rows that the filter lets through. */
export function listed({ rows }: Report, { least, source, unread }: Filter): readonly Row[] {
  if (least === '' && source === '' && !unread) return rows;
  const fits = (entry: LogEntry): boolean =>
    (source === '' || entry.source === source) &&
    (!unread || entry.kind === 'unknown') &&
    (least === '' || (entry.severity !== undefined && ORDER.indexOf(entry.severity) <= ORDER.indexOf(least)));
  return rows.filter(({ entries }) => entries.some(fits));
}
