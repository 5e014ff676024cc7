import { COMPONENTS, type Component, type Release, readRelease } from '../kube/index.ts';
import { flagChanges } from './changes.ts';
import type { FlagToken } from './tokens.ts';

/** The releases, by minor, that take all of the flags; `undefined` at an end that no flag bounds. */
export interface MinorRange {
  readonly from?: number;
  readonly to?: number;
  /** The flags that bound it. */
  readonly because: readonly string[];
}

/** What stands in front of a version where a program tells its own: `kubelet --version`, `version -o json`, images. */
const MARKS = [
  'Kubernetes ',
  'gitVersion": "',
  'gitVersion":"',
  'GitVersion:"',
  'hyperkube:',
  'hyperkube-amd64:',
  ...COMPONENTS.flatMap((component) => [`${component}:`, `${component}-amd64:`]),
] as const;

/**
 * The release that the paste itself names: `Kubernetes v1.7.16`, the tag of an image, `gitVersion`. `undefined` if it
 * names none, or several.
 */
export function statedRelease(text: string): Release | undefined {
  const found = new Map<string, Release>();
  for (let at = text.indexOf('v1.'); at >= 0; at = text.indexOf('v1.', at + 3)) {
    if (!MARKS.some((mark) => text.endsWith(mark, at))) continue;
    const release = readRelease(text.slice(at, at + 24).split(/[\s",;']/, 1)[0] ?? '');
    if (release) found.set(`${release.minor}.${release.patch ?? ''}`, release);
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** Which releases take every flag that is given, by what is known of flags that came and went. */
export function releasesTaking(component: Component, tokens: readonly FlagToken[]): MinorRange | undefined {
  let from: number | undefined;
  let to: number | undefined;
  const because = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== 'flag') continue;
    for (const change of flagChanges(component, name)) {
      if (change.kind === 'added' && change.minor > (from ?? 0)) from = change.minor;
      else if (change.kind === 'removed' && change.minor - 1 < (to ?? Infinity)) to = change.minor - 1;
      else continue;
      because.add(name);
    }
  }
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    because: [...because],
  };
}
