import type { Span } from '../text/index.ts';
import table from './version-table.json' with { type: 'json' };

/** A release as a number that sorts: 1.20.11 is 1_020_011. */
type Release = number;

/** Releases from the first to the last, both included. */
interface Range {
  readonly first: Release;
  readonly last: Release;
}

/** A line of the paste that only some releases can have printed. */
export interface VersionEvidence {
  /** `secure_serving.go:202` */
  readonly place: string;
  /** `1.20.11–1.20.15` … */
  readonly ranges: readonly string[];
  readonly source: string;
  readonly span: Span;
}

/** Which releases of Kubernetes fit all of the evidence. Forks and vendored copies shift lines: it is no proof. */
export interface VersionHint {
  readonly product: 'kubernetes';
  /** Empty if the evidence contradicts itself: lines of several versions in one paste. */
  readonly ranges: readonly string[];
  readonly evidence: readonly VersionEvidence[];
}

/** What may bear the mark of a version: a log header with its message, or a frame. */
export interface VersionMark {
  readonly file: string;
  readonly line: number;
  readonly message?: string;
  readonly symbol?: string;
  readonly span: Span;
}

interface Row {
  readonly file: string;
  readonly line: number;
  readonly text?: string;
  readonly symbol?: string;
  readonly versions: readonly string[];
  readonly source: string;
}

const BY_PLACE = new Map<string, Row[]>();
for (const row of table.rows as readonly Row[]) {
  const place = `${row.file}:${row.line}`;
  BY_PLACE.set(place, [...(BY_PLACE.get(place) ?? []), row]);
}

/** The evidence that one mark gives, if the table knows its place and its words. */
export function versionEvidence(
  mark: VersionMark,
): (VersionEvidence & { fits: readonly string[] }) | undefined {
  const file = mark.file.slice(mark.file.lastIndexOf('/') + 1);
  const place = `${file}:${mark.line}`;
  const row = BY_PLACE.get(place)?.find(
    ({ text, symbol }) =>
      (text !== undefined && mark.message?.includes(text)) ||
      (symbol !== undefined && mark.symbol === symbol),
  );
  if (!row) return undefined;
  return {
    place,
    ranges: row.versions.map(display),
    fits: row.versions,
    source: row.source,
    span: mark.span,
  };
}

/** Intersects what all marks allow. `undefined` if none of them is in the table. */
export function inferVersions(marks: readonly VersionMark[]): VersionHint | undefined {
  const evidence: VersionEvidence[] = [];
  const places = new Set<string>();
  let fits: Range[] | undefined;
  for (const mark of marks) {
    const found = versionEvidence(mark);
    if (!found || places.has(found.place)) continue;
    places.add(found.place);
    const { fits: versions, ...shown } = found;
    evidence.push(shown);
    fits = fits ? intersect(fits, versions.map(parseRange)) : versions.map(parseRange);
  }
  if (!fits) return undefined;
  return { product: 'kubernetes', ranges: fits.map(displayRange), evidence };
}

/**
 * Whether a release that fits the hint also lies in `wanted`, a list such as `1.20.0-1.20.15`. `undefined` if the
 * hint says nothing.
 */
export function fitsVersions(hint: VersionHint | undefined, wanted: readonly string[]): boolean | undefined {
  if (!hint || hint.ranges.length === 0 || wanted.length === 0) return undefined;
  const possible = hint.ranges.map((range) => parseRange(range.replace('–', '-')));
  return intersect(possible, wanted.map(parseRange)).length > 0;
}

const intersect = (a: readonly Range[], b: readonly Range[]): Range[] =>
  a.flatMap((x) =>
    b
      .map((y) => ({ first: Math.max(x.first, y.first), last: Math.min(x.last, y.last) }))
      .filter(({ first, last }) => first <= last),
  );

function parseRange(text: string): Range {
  const [first = '', last = first] = text.split('-');
  return { first: parse(first), last: parse(last) };
}

const parse = (version: string): Release =>
  version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

const print = (release: Release): string =>
  [Math.floor(release / 1_000_000), Math.floor(release / 1000) % 1000, release % 1000].join('.');

const displayRange = ({ first, last }: Range): string =>
  first === last ? print(first) : `${print(first)}–${print(last)}`;

const display = (range: string): string => displayRange(parseRange(range));
