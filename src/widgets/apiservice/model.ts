import { SHELLS, type Shell } from '../../core/shell/index.ts';
import type { KubectlTarget } from '../../core/kube/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { ApiServiceAnswer } from './job.ts';

export interface ApiServiceState {
  readonly language: Language;
  readonly text: string;
  readonly target: KubectlTarget;
  readonly shown: ApiServiceAnswer | 'nothing' | undefined;
  /** What is shown is of an older text. */
  readonly stale: boolean;
  readonly failed: string | undefined;
  /** A paste of the page that could be read here. */
  readonly offered: string;
  /** The reader has the saved file: then what deletes may be copied. */
  readonly saved: boolean;
}

export type ApiServiceEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'target'; readonly target: Partial<KubectlTarget> }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'saved'; readonly saved: boolean }
  | { readonly type: 'answered'; readonly answer: ApiServiceAnswer | undefined }
  | { readonly type: 'failed'; readonly message: string };

export const DEFAULT_TARGET: KubectlTarget = { context: '', server: '', shell: 'bash' };

export const emptyState = (language: Language, target: Partial<KubectlTarget>): ApiServiceState => ({
  language,
  text: '',
  target: { ...DEFAULT_TARGET, ...target },
  shown: undefined,
  stale: false,
  failed: undefined,
  offered: '',
  saved: false,
});

export function update(state: ApiServiceState, event: ApiServiceEvent): ApiServiceState {
  switch (event.type) {
    case 'text': {
      const { offered, target, language } = state;
      if (event.text.trim() === '') return { ...emptyState(language, target), offered };
      return { ...state, text: event.text, stale: state.shown !== undefined, saved: false };
    }
    case 'target':
      return { ...state, target: { ...state.target, ...event.target }, stale: state.shown !== undefined };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'saved':
      return { ...state, saved: event.saved };
    case 'answered':
      // An answer to a text that was cleared meanwhile is nobody's.
      if (state.text === '') return state;
      return { ...state, shown: event.answer ?? 'nothing', stale: false, failed: undefined, offered: '' };
    case 'failed':
      return { ...state, failed: event.message, shown: undefined, stale: false };
  }
}

/** The settings that a link may carry: the shell. Context and server name machines and stay here. */
export const settingsQuery = ({ shell }: KubectlTarget): string => new URLSearchParams({ shell }).toString();

/** The settings of a link; what does not read as one is left at its default. */
export function readSettings(query: string): Partial<KubectlTarget> {
  const shell = SHELLS.find((name) => name === new URLSearchParams(query).get('shell')) as Shell | undefined;
  return shell ? { shell } : {};
}
