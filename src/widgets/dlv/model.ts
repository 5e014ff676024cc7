import {
  DEFAULT_DELVE,
  DELVE_MODES,
  KEEPERS,
  KUBERNETES_SOURCES,
  type Keeper,
} from '../../core/delve/index.ts';
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
  /** What tools say about the binary. */
  readonly build: string;
  readonly settings: DelveSettings;
  readonly phase: Phase;
  /** The input has changed since the result was made. */
  readonly stale: boolean;
  readonly offered: string;
  /** Seconds at the breakpoint; undefined while no clock runs. */
  readonly paused: number | undefined;
}

export type DelveEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'build'; readonly build: string }
  /** Seconds since the program stands still, or that it runs again. */
  | { readonly type: 'clock'; readonly paused: number | undefined }
  | { readonly type: 'settings'; readonly settings: Partial<DelveSettings> }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: DelveReport | undefined }
  | { readonly type: 'failed'; readonly message: string };

export const DEFAULT_SETTINGS: DelveSettings = {
  ...DEFAULT_DELVE,
  mode: 'exec',
  pid: 0,
  delve: '',
  binary: '',
  shell: 'bash',
  node: '',
  remotePath: KUBERNETES_SOURCES,
  keeper: undefined,
  index: undefined,
};

export const emptyState = (language: Language, settings: Partial<DelveSettings>): DelveState => ({
  language,
  text: '',
  build: '',
  settings: { ...DEFAULT_SETTINGS, ...settings },
  phase: { kind: 'empty' },
  stale: false,
  offered: '',
  paused: undefined,
});

export function update(state: DelveState, event: DelveEvent): DelveState {
  switch (event.type) {
    case 'text': {
      const settings = { ...state.settings, index: undefined };
      return edited({ ...state, text: event.text, settings, paused: undefined });
    }
    case 'build':
      return edited({ ...state, build: event.build });
    case 'settings':
      return edited({ ...state, settings: { ...state.settings, ...event.settings } });
    case 'clock':
      return { ...state, paused: event.paused };
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'answered':
      return {
        ...state,
        offered: '',
        stale: false,
        phase: event.report ? { kind: 'result', report: event.report } : { kind: 'nothing' },
      };
    case 'failed':
      return { ...state, stale: false, phase: { kind: 'failed', message: event.message } };
  }
}

/** Without any text there is nothing to say; with text, what was said before is of another one until it is read. */
const edited = (state: DelveState): DelveState =>
  isEmpty(state)
    ? { ...state, phase: { kind: 'empty' }, stale: false }
    : { ...state, stale: state.phase.kind === 'result' };

export const isEmpty = ({ text, build }: DelveState): boolean => text.trim() === '' && build.trim() === '';

/** The settings that a link may carry: none of them comes out of a paste or names a machine. */
export function settingsQuery({
  mode,
  shell,
  port,
  runOn,
  everyInterface,
  keeper,
  delve,
}: DelveSettings): string {
  const query = new URLSearchParams({ shell, port: String(port) });
  if (mode !== DEFAULT_SETTINGS.mode) query.set('mode', mode);
  if (delve !== '') query.set('delve', delve);
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
  const mode = DELVE_MODES.find((name) => name === given.get('mode'));
  const delve = /^\d+\.\d+\.\d+$/.exec(given.get('delve') ?? '')?.[0];
  const port = readPort(given.get('port') ?? '');
  return {
    ...(mode ? { mode } : {}),
    ...(delve ? { delve } : {}),
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
