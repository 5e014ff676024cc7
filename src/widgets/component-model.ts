import { COMPONENTS, type Component, readRelease } from '../core/kube/index.ts';
import type { Language } from '../core/text/index.ts';

/** What the reader sets beside the paste: whose flags, and by which release they are judged. */
export interface ComponentSettings {
  /** Undefined: as the paste says, else the kubelet. */
  readonly component: Component | undefined;
  /** The minor of a release; undefined: as the paste says. */
  readonly minor: number | undefined;
}

/** What a job of these widgets is asked. */
export interface ComponentInput {
  readonly paste: string;
  readonly settings: ComponentSettings;
  /** Which of several command lines. */
  readonly index: number;
  readonly language: Language;
}

export type Phase<Report> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'result'; readonly report: Report }
  | { readonly kind: 'failed'; readonly message: string };

/** The state of a widget that reads the flags of a component. */
export interface ComponentState<Report> {
  readonly language: Language;
  readonly text: string;
  readonly settings: ComponentSettings;
  readonly index: number;
  readonly phase: Phase<Report>;
  /** The input has changed since the result was made. */
  readonly stale: boolean;
  readonly offered: string;
}

export type ComponentEvent<Report> =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'settings'; readonly settings: ComponentSettings }
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: Report | undefined }
  | { readonly type: 'failed'; readonly message: string };

export const emptyState = <Report>(
  language: Language,
  settings: ComponentSettings,
): ComponentState<Report> => ({
  language,
  text: '',
  settings,
  index: 0,
  phase: { kind: 'empty' },
  stale: false,
  offered: '',
});

export function update<Report>(
  state: ComponentState<Report>,
  event: ComponentEvent<Report>,
): ComponentState<Report> {
  switch (event.type) {
    case 'text':
      if (event.text.trim() === '') {
        return { ...state, text: '', index: 0, phase: { kind: 'empty' }, stale: false };
      }
      return { ...state, text: event.text, index: 0, stale: true };
    case 'settings':
      return { ...state, settings: event.settings, stale: true };
    case 'choose':
      return { ...state, index: event.index, stale: true };
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

/** The releases to choose from, newest first: those with a change of a flag in the tables. */
export const MINORS: readonly number[] = Array.from({ length: 33 }, (_, index) => 36 - index);

/** The settings that a link may carry: nothing out of a paste. */
export function settingsQuery({ component, minor }: ComponentSettings): string {
  const query = new URLSearchParams();
  if (component) query.set('component', component);
  if (minor !== undefined) query.set('version', `1.${minor}`);
  return query.toString();
}

/** The settings of a link; what does not read as a setting is left to the paste. */
export function readSettings(query: string): ComponentSettings {
  const given = new URLSearchParams(query);
  return toSettings(given.get('component') ?? '', given.get('version') ?? '');
}

/** Settings from the words of a form: empty ones, and unknown ones, are left to the paste. */
export function toSettings(component: string, version: string): ComponentSettings {
  const minor = readRelease(version)?.minor;
  return {
    component: COMPONENTS.find((one) => one === component),
    minor: minor !== undefined && MINORS.includes(minor) ? minor : undefined,
  };
}
