import { DEFAULT_DELVE, KEEPERS, KUBERNETES_SOURCES, type Keeper } from '../../core/delve/index.ts';
import { SHELLS, type Shell } from '../../core/shell/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { DelveReport, DelveSettings } from './job.ts';

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'result'; readonly report: DelveReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface DelveState {
  readonly language: Language;
  readonly text: string;
  readonly settings: DelveSettings;
  readonly phase: Phase;
  readonly offered: string;
}

export type DelveEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'settings'; readonly settings: Partial<DelveSettings> }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: DelveReport | undefined }
  | { readonly type: 'failed'; readonly message: string };

export const DEFAULT_SETTINGS: DelveSettings = {
  ...DEFAULT_DELVE,
  binary: '',
  shell: 'bash',
  node: '',
  remotePath: KUBERNETES_SOURCES,
  keeper: undefined,
  index: 0,
};

export const emptyState = (language: Language, settings: Partial<DelveSettings>): DelveState => ({
  language,
  text: '',
  settings: { ...DEFAULT_SETTINGS, ...settings },
  phase: { kind: 'empty' },
  offered: '',
});

export function update(state: DelveState, event: DelveEvent): DelveState {
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') return { ...state, text: '', phase: { kind: 'empty' } };
      return { ...state, text: event.text, settings: { ...state.settings, index: 0 } };
    case 'settings':
      return { ...state, settings: { ...state.settings, ...event.settings } };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      return {
        ...state,
        offered: '',
        phase: event.report ? { kind: 'result', report: event.report } : { kind: 'nothing' },
      };
    case 'failed':
      return { ...state, phase: { kind: 'failed', message: event.message } };
  }
}

/** The settings that a link may carry: none of them comes out of a paste or names a machine. */
export function settingsQuery({ shell, port, runOn, everyInterface, keeper }: DelveSettings): string {
  const query = new URLSearchParams({ shell, port: String(port) });
  if (!runOn) query.set('wait', '1');
  if (everyInterface) query.set('every', '1');
  if (keeper) query.set('keeper', keeper);
  return query.toString();
}

/** The settings of a link; what does not read as a setting is left at its default. */
export function readSettings(query: string): Partial<DelveSettings> {
  const given = new URLSearchParams(query);
  const shell = SHELLS.find((name) => name === given.get('shell')) as Shell | undefined;
  const keeper = KEEPERS.find((name) => name === given.get('keeper')) as Keeper | undefined;
  const port = readPort(given.get('port') ?? '');
  return {
    ...(shell ? { shell } : {}),
    ...(keeper ? { keeper } : {}),
    ...(port ? { port } : {}),
    ...(given.has('wait') ? { runOn: false } : {}),
    ...(given.has('every') ? { everyInterface: true } : {}),
  };
}

/** A port from 1 to 65535, or nothing. */
export function readPort(text: string): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
