import type { Language } from '../../core/text/index.ts';
import type { DialReport } from './job.ts';

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'result'; readonly report: DialReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface DialState {
  readonly language: Language;
  /** What links begin with. */
  readonly base: string;
  /** Of the runbook whose page this is; empty on a page of its own. */
  readonly runbook: string;
  readonly text: string;
  readonly phase: Phase;
  /** The result is of another text than what stands in the field now. */
  readonly stale: boolean;
  readonly offered: string;
}

export type DialEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: DialReport }
  | { readonly type: 'failed'; readonly message: string };

export const emptyState = (language: Language, base: string, runbook: string): DialState => ({
  language,
  base,
  runbook,
  text: '',
  phase: { kind: 'empty' },
  stale: false,
  offered: '',
});

export function update(state: DialState, event: DialEvent): DialState {
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') return { ...state, text: '', phase: { kind: 'empty' }, stale: false };
      return { ...state, text: event.text, stale: state.phase.kind === 'result', offered: '' };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      return { ...state, phase: { kind: 'result', report: event.report }, stale: false };
    case 'failed':
      return { ...state, phase: { kind: 'failed', message: event.message }, stale: false };
  }
}

/** The findings of a report, each once. */
export const findingsOf = ({ phase }: DialState): string[] =>
  phase.kind === 'result' ? [...new Set(phase.report.failures.map(({ kind }) => kind))] : [];
