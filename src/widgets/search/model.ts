import type { Language } from '../../core/text/index.ts';
import type { SearchAnswer } from './engine.ts';

export interface SearchState {
  readonly language: Language;
  readonly base: string;
  readonly query: string;
  readonly searching: boolean;
  readonly answer: SearchAnswer | undefined;
  /** Which hit Enter opens. */
  readonly chosen: number;
  readonly failure: string;
}

export type SearchEvent =
  | { readonly type: 'query'; readonly query: string }
  | { readonly type: 'answered'; readonly query: string; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'move'; readonly by: number };

export const emptySearch = (language: Language, base: string): SearchState => ({
  language,
  base,
  query: '',
  searching: false,
  answer: undefined,
  chosen: 0,
  failure: '',
});

export function update(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'query':
      if (event.query.trim() === '') return emptySearch(state.language, state.base);
      return { ...state, query: event.query, searching: true, failure: '' };
    case 'answered':
      // An answer to an earlier query comes too late.
      if (event.query !== state.query) return state;
      return { ...state, searching: false, answer: event.answer, chosen: 0 };
    case 'failed':
      return { ...state, searching: false, failure: event.message };
    case 'move': {
      const count = state.answer?.hits.length ?? 0;
      return count === 0 ? state : { ...state, chosen: (state.chosen + event.by + count) % count };
    }
  }
}
