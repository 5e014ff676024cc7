import { DEFAULT_LOOPBACK, type LoopbackSettings } from '../../core/resolve/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { LoopbackReport } from './job.ts';

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'result'; readonly report: LoopbackReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface LoopbackState {
  readonly language: Language;
  readonly text: string;
  readonly settings: LoopbackSettings;
  readonly phase: Phase;
  /** The result is of other input than what stands in the fields now. */
  readonly stale: boolean;
  readonly offered: string;
}

export type LoopbackEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'settings'; readonly settings: LoopbackSettings }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: LoopbackReport }
  | { readonly type: 'failed'; readonly message: string };

export const emptyState = (language: Language): LoopbackState => ({
  language,
  text: '',
  settings: DEFAULT_LOOPBACK,
  phase: { kind: 'empty' },
  stale: false,
  offered: '',
});

export function update(state: LoopbackState, event: LoopbackEvent): LoopbackState {
  const stale = state.phase.kind === 'result';
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') return { ...state, text: '', phase: { kind: 'empty' }, stale: false };
      return { ...state, text: event.text, stale, offered: '' };
    case 'settings':
      return { ...state, settings: event.settings, stale };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      return { ...state, phase: { kind: 'result', report: event.report }, stale: false };
    case 'failed':
      return { ...state, phase: { kind: 'failed', message: event.message }, stale: false };
  }
}
