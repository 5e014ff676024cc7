import type { Language } from '../../core/text/index.ts';
import type { StackReport } from './job.ts';

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'result'; readonly report: StackReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface StackState {
  readonly language: Language;
  readonly text: string;
  /** The text has been edited since the result: it is shown dimmed until the next one. */
  readonly stale: boolean;
  readonly phase: Phase;
  /** A paste of the page that holds a stack and could be read here. */
  readonly offered: string;
}

export type StackEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: StackReport }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cancel' };

export const emptyState = (language: Language): StackState => ({
  language,
  text: '',
  stale: false,
  phase: { kind: 'empty' },
  offered: '',
});

export function update(state: StackState, event: StackEvent): StackState {
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') return { ...emptyState(state.language), offered: state.offered };
      return {
        ...state,
        text: event.text,
        stale: state.phase.kind === 'result',
        phase: state.phase.kind === 'result' ? state.phase : { kind: 'reading' },
      };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      return { ...state, stale: false, offered: '', phase: { kind: 'result', report: event.report } };
    case 'failed':
      return { ...state, stale: false, phase: { kind: 'failed', message: event.message } };
    case 'cancel':
      return { ...state, stale: false, phase: { kind: 'empty' } };
  }
}
