import type { Language } from '../../core/text/index.ts';
import type { HealthCheckAnswer } from './job.ts';

export interface HealthCheckState {
  readonly language: Language;
  readonly text: string;
  readonly shown: HealthCheckAnswer | 'nothing' | undefined;
  /** What is shown is of an older text. */
  readonly stale: boolean;
  readonly failed: string | undefined;
  /** A paste of the page that could be read here. */
  readonly offered: string;
}

export type HealthCheckEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly answer: HealthCheckAnswer | undefined }
  | { readonly type: 'failed'; readonly message: string };

export const emptyState = (language: Language): HealthCheckState => ({
  language,
  text: '',
  shown: undefined,
  stale: false,
  failed: undefined,
  offered: '',
});

export function update(state: HealthCheckState, event: HealthCheckEvent): HealthCheckState {
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') return { ...emptyState(state.language), offered: state.offered };
      return { ...state, text: event.text, stale: state.shown !== undefined };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      // An answer to a text that was cleared meanwhile is nobody's.
      if (state.text === '') return state;
      return { ...state, shown: event.answer ?? 'nothing', stale: false, failed: undefined, offered: '' };
    case 'failed':
      return { ...state, failed: event.message, shown: undefined, stale: false };
  }
}
