import table from './go-range.json' with { type: 'json' };

/** Releases of Delve that take the same minors of Go, and these minors: `1.18` to `1.20` for Delve 1.20.0 to 1.20.2. */
export interface GoRange {
  readonly first: string;
  readonly last: string;
  readonly min: string;
  readonly max: string;
}

/**
 * Which Go may have built what a Delve debugs, by [pkg/goversion/compat.go](https://github.com/go-delve/delve/blob/v1.27.1/pkg/goversion/compat.go)
 * at each tag. Outside of it Delve refuses, unless it is told `--check-go-version=false`. Oldest first.
 */
export const GO_RANGES: readonly GoRange[] = /* @__PURE__ */ table.ranges.map(([first, last, min, max]) => ({
  first: String(first),
  last: String(last),
  min: `1.${min}`,
  max: `1.${max}`,
}));

export type GoVerdict =
  | { readonly kind: 'fits' | 'go-too-old' | 'delve-too-old'; readonly range: GoRange }
  /** A Delve that the table has not, or a version that does not read as one. */
  | { readonly kind: 'unknown' };

/** Whether a Delve takes what a Go has built; both as they print themselves: `1.21.2`, `go1.20.12`, `go1.22rc1`. */
export function judgeGoVersion(delve: string, go: string): GoVerdict {
  const range = rangeOf(delve);
  const target = numbersOf(go);
  if (!range || !target) return { kind: 'unknown' };
  const minor = target[1] ?? 0;
  if (minor < minorOf(range.min)) return { kind: 'go-too-old', range };
  return { kind: minor > minorOf(range.max) ? 'delve-too-old' : 'fits', range };
}

/** The range of a release of Delve; `undefined` for one outside of the table. */
export function rangeOf(delve: string): GoRange | undefined {
  const version = numbersOf(delve);
  return (
    version &&
    GO_RANGES.find(({ first, last }) => compare(version, first) >= 0 && compare(version, last) <= 0)
  );
}

/** The releases of Delve that take what a Go has built, oldest first; empty if the table has none. */
export function rangesFor(go: string): readonly GoRange[] {
  const target = numbersOf(go);
  const minor = target?.[1];
  if (minor === undefined) return [];
  return GO_RANGES.filter(({ min, max }) => minor >= minorOf(min) && minor <= minorOf(max));
}

/**
 * What else depends on the release of Delve: how it warns of remote connections (pkg/logflags/logflags.go: not before 1.7.3;
 * `warning` of logrus up to 1.24.0, `warn` of slog since), and since when `--listen=unix:` works (1.22.1).
 */
export function delveTraits(
  delve: string,
):
  { readonly remoteWarning: 'warning' | 'warn' | undefined; readonly listensOnSockets: boolean } | undefined {
  const version = numbersOf(delve);
  if (!version) return undefined;
  const since = (first: string): boolean => compare(version, first) >= 0;
  return {
    remoteWarning: since('1.24.1') ? 'warn' : since('1.7.3') ? 'warning' : undefined,
    listensOnSockets: since('1.22.1'),
  };
}

/** `go1.20.12`, `v1.21.2`, `1.26rc1`: the numbers up to the first other word. */
function numbersOf(version: string): readonly number[] | undefined {
  const [, text] = /^(?:go|v)?(\d{1,4}(?:\.\d{1,4}){1,2})(?![\d.])/.exec(version.trim().slice(0, 100)) ?? [];
  return text?.split('.').map(Number);
}

function compare(version: readonly number[], other: string): number {
  const numbers = other.split('.').map(Number);
  for (let at = 0; at < 3; at++) {
    const difference = (version[at] ?? 0) - (numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const minorOf = (version: string): number => Number(version.slice(2));
