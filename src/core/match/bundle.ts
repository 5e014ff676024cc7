import type { VersionHint } from '../kube/index.ts';
import { type CompiledPack, type CompiledSignature, ownerOf } from './compile.ts';
import { type Hit, isTelling } from './hits.ts';
import { type Detected, type Summary, createJudge } from './judge.ts';
import type { JudgedLine } from './line-verdict.ts';
import { type Judged, countOf } from './quiet-lines.ts';
import { type Match, rank } from './rank.ts';

/** One file of a bundle, as it was read. */
export interface BundleSource {
  readonly name: string;
  readonly lines: number;
  readonly detected: readonly Detected[];
  readonly versions?: VersionHint;
}

/** A match with the places of its lines: their numbers are of their source. */
export interface BundleMatch {
  readonly match: Match;
  /** The source of the best hit. */
  readonly source: string;
  /** That source first, the others as they were read. */
  readonly places: readonly { readonly source: string; readonly lines: readonly number[] }[];
}

export interface BundleSummary extends Omit<Summary, 'matches'> {
  readonly sources: readonly BundleSource[];
  readonly matches: readonly BundleMatch[];
}

export interface Bundle {
  /** Another source begins; the one before must have been closed. */
  open(name: string): void;
  push(chunk: string, bytes?: Uint8Array): readonly Judged[];
  /** What the open source means as far as it has been read. */
  soFar(): Summary;
  /** The last lines of the open source. */
  close(): readonly JudgedLine[];
  /** What all sources mean together. */
  end(): BundleSummary;
}

/** So many hits of one signature are kept over all sources. */
const MAX_HITS = 1_000;

/**
 * Judges several sources, such as the files of a support bundle: each line by itself as in a single paste, the runbooks by
 * the hits of all. Sources may come in any order; what is kept grows with their number, not with their size.
 */
export function createBundle(pack: CompiledPack): Bundle {
  const sources: BundleSource[] = [];
  const sourceOf = new Map<Hit, string>();
  const kept = new Map<CompiledSignature, number>();
  /** What is only similar, the best of each runbook: told where no source has more. */
  const similar = new Map<string, Hit>();
  let nearest: readonly Hit[] = [];
  let name = '';
  let lines = 0;
  let judge = createJudge(pack);

  const count = <Item extends Judged>(judged: readonly Item[]): readonly Item[] => {
    for (const one of judged) lines += countOf(one);
    return judged;
  };

  return {
    open(next) {
      name = next;
      lines = 0;
      judge = createJudge(pack);
    },
    push: (chunk, bytes) => count(judge.push(chunk, bytes)),
    soFar: () => judge.soFar(),
    close() {
      const { lines: last, hits, matches, detected, versions, nearest: near } = judge.end();
      nearest = nearestOf([...nearest, ...near]);
      count(last);
      for (const hit of hits) {
        const before = kept.get(hit.compiled) ?? 0;
        if (before >= MAX_HITS) continue;
        kept.set(hit.compiled, before + 1);
        sourceOf.set(hit, name);
      }
      for (const { best } of matches) {
        const { similarity } = best;
        const known = similar.get(ownerOf(best.compiled))?.similarity ?? 0;
        if (similarity === undefined || similarity <= known) continue;
        similar.set(ownerOf(best.compiled), best);
        sourceOf.set(best, name);
      }
      sources.push({ name, lines, detected, ...(versions ? { versions } : {}) });
      return last;
    },
    end() {
      const hits = [...sourceOf.keys()].filter(({ similarity }) => similarity === undefined);
      const versions = commonVersions(sources);
      const matches = rank(hits.some(isTelling) ? hits : [...hits, ...similar.values()], versions).map(
        (match) => placed(match, sourceOf),
      );
      return {
        sources,
        detected: sumDetected(sources),
        hits,
        matches,
        nearest: matches.length > 0 ? [] : nearest,
        ...(versions ? { versions } : {}),
      };
    },
  };
}

function placed(match: Match, sourceOf: ReadonlyMap<Hit, string>): BundleMatch {
  const numbers = new Map<string, Set<number>>();
  for (const hit of match.hits) {
    const source = sourceOf.get(hit) ?? '';
    numbers.set(source, (numbers.get(source) ?? new Set()).add(hit.line));
  }
  const places = [...numbers].map(([source, lines]) => ({ source, lines: [...lines].sort((a, b) => a - b) }));
  const source = sourceOf.get(match.best) ?? '';
  const own = (place: (typeof places)[number]): number => Number(place.source !== source);
  return { match, source, places: places.sort((a, b) => own(a) - own(b)) };
}

/** As many as of a single paste. */
const MAX_NEAREST = 3;

/** The nearest of several sources: each runbook once. */
function nearestOf(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits.toSorted((a, b) => (b.similarity ?? 0) - (a.similarity ?? 0)))
    if (!best.has(ownerOf(hit.compiled))) best.set(ownerOf(hit.compiled), hit);
  return [...best.values()].slice(0, MAX_NEAREST);
}

/** Components of one cluster may be of several releases: only what all sources that tell agree on is said of the whole. */
function commonVersions(sources: readonly BundleSource[]): VersionHint | undefined {
  const [first, ...others] = sources.flatMap(({ versions }) => versions ?? []);
  const ranges = first?.ranges.join();
  return others.every((other) => other.ranges.join() === ranges) ? first : undefined;
}

function sumDetected(sources: readonly BundleSource[]): Detected[] {
  const sums = new Map<Detected['kind'], number>();
  for (const { detected } of sources)
    for (const { kind, lines } of detected) sums.set(kind, (sums.get(kind) ?? 0) + lines);
  return [...sums].map(([kind, lines]) => ({ kind, lines })).sort((a, b) => b.lines - a.lines);
}
