import {
  type Release,
  SKEW_COMPONENTS,
  type SkewComponent,
  readRelease,
  versionSkew,
} from '../../core/kube/index.ts';
import type { Skew } from '../../core/kube/index.ts';
import type { Language } from '../../core/text/index.ts';

/** The versions as they stand in the form. */
export interface SkewSettings {
  readonly component: SkewComponent;
  readonly version: string;
  /** One or several kube-apiservers, with blanks or commas between. */
  readonly servers: string;
}

export interface SkewState {
  readonly language: Language;
  readonly settings: SkewSettings;
}

export interface SkewEvent {
  readonly type: 'settings';
  readonly settings: SkewSettings;
}

export type Judgement =
  | { readonly kind: 'empty' }
  /** A word that is no version. */
  | { readonly kind: 'error'; readonly found: string }
  | { readonly kind: 'result'; readonly skew: Skew };

export const EMPTY: SkewSettings = { component: 'kubelet', version: '', servers: '' };

export const update = (state: SkewState, { settings }: SkewEvent): SkewState => ({ ...state, settings });

/** The verdict about what stands in the form; empty until both fields have something. */
export function judge({ component, version, servers }: SkewSettings): Judgement {
  const names = servers.split(/[\s,]+/).filter(Boolean);
  if (version.trim() === '' || names.length === 0) return { kind: 'empty' };
  const release = readRelease(version.trim());
  if (!release) return { kind: 'error', found: version.trim() };
  const releases: Release[] = [];
  for (const name of names) {
    const server = readRelease(name);
    if (!server) return { kind: 'error', found: name };
    releases.push(server);
  }
  const [first, ...others] = releases;
  return first
    ? { kind: 'result', skew: versionSkew(component, release, [first, ...others]) }
    : { kind: 'empty' };
}

export function settingsQuery({ component, version, servers }: SkewSettings): string {
  return new URLSearchParams({ component, version, servers }).toString();
}

/** The settings of a link. Only versions pass: a link carries nothing else. */
export function readSettings(query: string): SkewSettings {
  const given = new URLSearchParams(query);
  const versions = (name: string): string =>
    (given.get(name) ?? '')
      .split(/[\s,]+/)
      .filter((word) => readRelease(word))
      .slice(0, 9)
      .join(' ');
  return {
    component: SKEW_COMPONENTS.find((one) => one === given.get('component')) ?? EMPTY.component,
    version: versions('version').split(' ', 1)[0] ?? '',
    servers: versions('servers'),
  };
}
