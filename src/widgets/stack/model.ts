import type { Language } from '../../core/text/index.ts';
import { FIRST_PAGE } from './first-page.ts';
import type { Page, StackReport, Wanted } from './report.ts';

/** How the buckets can be copied. */
export const COPY_FORMATS = ['text', 'markdown', 'json'] as const;

export type CopyFormat = (typeof COPY_FORMATS)[number];

/** What is read: text of the text area, or a file that never enters the page. */
export type Source = string | File;

export interface Shown {
  readonly report: StackReport;
  readonly page: Page;
  /** What has been asked for and not come yet. */
  readonly wanted: Wanted;
  /** Buckets by key that are open. */
  readonly open: ReadonlySet<string>;
}

export interface StackState {
  readonly language: Language;
  /** Empty if there is nothing to read. */
  readonly source: Source;
  /** How many files were given, of which the first is read; 1 for a text. */
  readonly count: number;
  /** How much of the source has been read, in percent, while it is read. */
  readonly reading: number | undefined;
  /** Of the source, or, while that is read, of the one before: then it is shown dimmed. */
  readonly shown: Shown | undefined;
  readonly ended: 'cancelled' | { readonly failed: string } | undefined;
  /** A paste of the page that holds a stack and could be read here. */
  readonly offered: string;
}

export type StackEvent =
  | { readonly type: 'source'; readonly source: Source; readonly count?: number }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'answered'; readonly report: StackReport }
  | { readonly type: 'show'; readonly wanted: Partial<Wanted> }
  | { readonly type: 'page'; readonly page: Page }
  | { readonly type: 'toggle'; readonly key: string; readonly open: boolean }
  | { readonly type: 'copy'; readonly format: CopyFormat }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cancel' };

export const emptyState = (language: Language): StackState => ({
  language,
  source: '',
  count: 1,
  reading: undefined,
  shown: undefined,
  ended: undefined,
  offered: '',
});

/** A crash or a small dump is shown open: nobody has to click to see the only stack. */
const OPEN_UP_TO = 3;

export function update(state: StackState, event: StackEvent): StackState {
  switch (event.type) {
    case 'source': {
      const { source } = event;
      const isEmpty = typeof source === 'string' ? source.trim() === '' : source.size === 0;
      if (isEmpty) return { ...emptyState(state.language), offered: state.offered };
      return { ...state, source, count: event.count ?? 1, reading: 0, ended: undefined };
    }
    case 'offer':
      return event.text === state.source ? state : { ...state, offered: event.text };
    case 'progress':
      if (state.reading === undefined) return state;
      return { ...state, reading: Math.floor((100 * event.done) / Math.max(1, event.total)) };
    case 'answered': {
      const { report } = event;
      const { page } = report;
      const open = new Set(page.buckets <= OPEN_UP_TO ? page.rows.map(({ key }) => key) : []);
      const shown = { report, page, wanted: FIRST_PAGE, open };
      return { ...state, reading: undefined, ended: undefined, offered: '', shown };
    }
    case 'show': {
      const { shown } = state;
      if (!shown || state.reading !== undefined) return state;
      const wanted = { ...shown.wanted, from: 0, ...event.wanted };
      return { ...state, shown: { ...shown, wanted } };
    }
    case 'page': {
      const { shown } = state;
      if (!shown || !isWanted(event.page, shown.wanted)) return state;
      return { ...state, shown: { ...shown, page: event.page, open: new Set() } };
    }
    case 'toggle': {
      const { shown } = state;
      if (!shown || shown.open.has(event.key) === event.open) return state;
      const open = new Set(shown.open);
      if (event.open) open.add(event.key);
      else open.delete(event.key);
      return { ...state, shown: { ...shown, open } };
    }
    case 'copy':
      return state;
    case 'failed':
      return { ...state, reading: undefined, shown: undefined, ended: { failed: event.message } };
    case 'cancel':
      return { ...state, reading: undefined, shown: undefined, ended: 'cancelled' };
  }
}

const isWanted = (page: Page, { level, state }: Wanted): boolean =>
  page.level === level && page.state === state;
