import type { Component, Release } from '../kube/index.ts';
import table from './changes.json' with { type: 'json' };

export type ChangeKind =
  /** The release takes the flag for the first time. */
  | 'added'
  | 'deprecated'
  /** Still taken, without effect. */
  | 'inert'
  /** The program exits with `unknown flag` from this release on. */
  | 'removed'
  /** The program exits without the flag from this release on. */
  | 'required';

export interface FlagChange {
  readonly kind: ChangeKind;
  /** The minor of the release. */
  readonly minor: number;
  /** `1.10#58367`, `owner/repo#7`, `apiserver@v0.20.0 pkg/…/etcd.go:184`: see `sourceWords`. */
  readonly source: string;
}

type Row = readonly [kind: string, version: string, source: string];
type Table = Readonly<Record<string, Readonly<Record<string, readonly Row[] | undefined>> | undefined>>;

const flags = table.flags as unknown as Table;
const gates = table.gates as unknown as Readonly<Record<string, readonly [string, string] | undefined>>;

const minorOf = (version: string): number => Number(version.slice(2));

const NONE: readonly FlagChange[] = [];

/**
 * What became of a flag, by release, as far as it is known from a source: no row is no statement. `name=value` asks for
 * a value of a flag. Rows under `all` are those of flags that every component has.
 */
export function flagChanges(component: Component, name: string): readonly FlagChange[] {
  const rows = own(flags[component], name) ?? own(flags['all'], name);
  return rows
    ? rows.map(([kind, version, source]) => ({ kind: kind as ChangeKind, minor: minorOf(version), source }))
    : NONE;
}

const own = (
  rows: Readonly<Record<string, readonly Row[] | undefined>> | undefined,
  name: string,
): readonly Row[] | undefined => (rows && Object.hasOwn(rows, name) ? rows[name] : undefined);

/** Flags that a component demands, with the change that made them so. */
export const requiredFlags = (component: Component): { name: string; change: FlagChange }[] =>
  Object.keys(flags[component] ?? {}).flatMap((name) => {
    const change = flagChanges(component, name).find(({ kind }) => kind === 'required');
    return change ? [{ name, change }] : [];
  });

/** The release from which on setting a feature gate ends the program, and its source. */
export function removedGate(name: string): FlagChange | undefined {
  const row = Object.hasOwn(gates, name) ? gates[name] : undefined;
  return row && { kind: 'removed', minor: minorOf(row[0]), source: row[1] };
}

/** The latest change of a kind that a release has seen. Without a release: any. */
export function changeBy(
  changes: readonly FlagChange[],
  kind: ChangeKind,
  release: Release | undefined,
): FlagChange | undefined {
  return changes.findLast(
    (change) => change.kind === kind && (release === undefined || change.minor <= release.minor),
  );
}

/** A source in words, and its page if it has one. */
export function sourceWords(source: string): { readonly title: string; readonly url?: string } {
  const [place = '', path] = source.split(' ');
  const [left = '', number] = place.split('#');
  if (left.startsWith('1.')) {
    const title = `Kubernetes ${left} release notes`;
    return number
      ? { title: `${title}, PR ${number}`, url: `https://github.com/kubernetes/kubernetes/pull/${number}` }
      : { title, url: `https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-${left}.md` };
  }
  if (number) return { title: `${left} ${number}`, url: `https://github.com/${left}/issues/${number}` };
  const [repository = '', version = ''] = place.split('@');
  const [file = '', line] = (path ?? '').split(':');
  const anchor = line ? `#L${line}` : '';
  return {
    title: `${repository} ${version} ${path ?? ''}`.trim(),
    url: `https://github.com/kubernetes/${repository}/blob/${version}/${file}${anchor}`,
  };
}
