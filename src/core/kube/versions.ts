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

/** A message, or a frame of a stack, with the lines that log it by release. */
interface Place {
  readonly file: string;
  /** A piece of a log line's message … */
  readonly text?: string;
  /** … or the symbol of a frame. */
  readonly symbol?: string;
  readonly source: string;
  /** Ranges of releases by line number. */
  readonly lines: Readonly<Record<string, readonly string[] | undefined>>;
}

let places: ReadonlyMap<string, readonly Place[]> | undefined;

const NO_PLACES: readonly Place[] = [];

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function byFile(rows: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const files = new Map<string, Place[]>();
  for (const row of rows) {
    const own = files.get(row.file);
    if (own) own.push(row);
    else files.set(row.file, [row]);
  }
  return files;
}

/** The rows of the table for a line of a file, whatever they say. */
function placesAt(path: string, line: number): readonly Place[] {
  places ??= byFile(table.places as readonly Place[]);
  const own = places.get(baseName(path));
  return own ? own.filter(({ lines }) => lines[line] !== undefined) : NO_PLACES;
}

/** The evidence that one mark gives, if the table knows its place and its words: files of one name add up. */
export function versionEvidence(
  mark: VersionMark,
): (VersionEvidence & { fits: readonly string[] }) | undefined {
  const file = baseName(mark.file);
  const place = `${file}:${mark.line}`;
  const found = placesAt(mark.file, mark.line).filter(
    ({ text, symbol }) =>
      (text !== undefined && mark.message?.includes(text)) ||
      (symbol !== undefined && mark.symbol === symbol),
  );
  if (found.length === 0) return undefined;
  const fits = [...new Set(found.flatMap(({ lines }) => lines[mark.line] ?? []))];
  return {
    place,
    ranges: fits.map(display),
    fits,
    source: found.map(({ source }) => source).join('; '),
    span: mark.span,
  };
}

export interface VersionReader {
  /** Whether a mark of the place would say anything new: only then it is worth making. */
  readonly knows: (file: string, line: number) => boolean;
  /** By line, the names of the files in which a mark would: the same map as long as nothing of it has changed. */
  readonly open: () => ReadonlyMap<number, readonly string[]>;
  readonly push: (mark: VersionMark) => void;
  /** `undefined` if none of the marks is in the table. */
  readonly end: () => VersionHint | undefined;
}

/** Intersects what the marks allow, as they come; each counts once. */
export function createVersionReader(): VersionReader {
  const evidence = new Map<string, VersionEvidence>();
  /** Places that have said all that they can say. */
  const settled = new Set<string>();
  let fits: Range[] | undefined;
  let open: ReadonlyMap<number, readonly string[]> | undefined;

  /** By line, the files that have not given all of their evidence. */
  const openNames = (): ReadonlyMap<number, readonly string[]> => {
    const names = new Map<number, string[]>();
    for (const { file, lines } of table.places as readonly Place[]) {
      for (const line of Object.keys(lines).map(Number)) {
        const own = names.get(line) ?? [];
        if (own.includes(file) || settled.has(`${file}:${line}`)) continue;
        names.set(line, [...own, file]);
      }
    }
    return names;
  };

  const openNow: VersionReader['open'] = () => (open ??= openNames());

  return {
    knows: (file, line) => openNow().get(line)?.includes(baseName(file)) ?? false,
    open: openNow,
    push(mark) {
      const found = versionEvidence(mark);
      if (!found) return;
      const { fits: versions, ...shown } = found;
      // Two messages that share a place are of different releases.
      const key = `${found.place} ${versions.join()}`;
      if (evidence.has(key)) return;
      evidence.set(key, shown);
      if (placesAt(mark.file, mark.line).length === 1) {
        settled.add(found.place);
        open = undefined;
      }
      const ranges = versions.map(parseRange);
      fits = fits ? intersect(fits, ranges) : ranges;
    },
    end: () =>
      fits && { product: 'kubernetes', ranges: fits.map(displayRange), evidence: [...evidence.values()] },
  };
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
