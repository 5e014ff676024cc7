import {
  type Answer,
  type AnswerMatch,
  type BundleSource,
  type BundleSummary,
  type Explanation,
  type Hit,
  type Judged,
  type PackRunbook,
  toAnswer,
} from '../../core/match/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { SkipReason } from '../inputs.ts';

/** A match, with the places of its lines where there are several sources. */
export interface ReportMatch extends AnswerMatch {
  readonly source?: string;
  readonly places?: readonly { readonly source: string; readonly lines: readonly number[] }[];
}

export interface SkippedSource {
  readonly source: string;
  readonly skipped: SkipReason;
}

/** What `kb match` found, lines aside: they were printed, or counted, as they came. */
export interface Report extends Omit<Answer, 'lines' | 'matches'> {
  readonly matches: readonly ReportMatch[];
  /** Where there are several. */
  readonly sources?: readonly (ReportSource | SkippedSource)[];
  /** Of each match, in their order, where they were asked for. */
  readonly explanations?: readonly PlacedExplanation[];
}

export interface ReportSource {
  readonly source: string;
  readonly lines: number;
  readonly detected: Answer['detected'];
  readonly versions: Answer['versions'];
}

/** A place as editors name it: lines and columns begin with 1, columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlacedExplanation extends Omit<Explanation, 'parts' | 'ignored' | 'runnersUp'> {
  readonly source?: string;
  readonly parts: readonly (Explanation['parts'][number] & Partial<Place>)[];
  readonly ignored: readonly (Explanation['ignored'][number] & Partial<Place> & { readonly text: string })[];
  readonly runnersUp: readonly (Explanation['runnersUp'][number] & Partial<Place>)[];
}

/** A hit while it is read; `text` is its line. */
export interface Finding {
  readonly hit: Hit;
  readonly runbook: PackRunbook;
  readonly text: string;
}

/** Prints an answer while it is made: nothing that is printed is held. */
export interface MatchPrinter {
  readonly source: (name: string, skipped?: SkipReason) => void;
  /** Something was found, perhaps in a line whose record is not complete. */
  readonly finding: (finding: Finding) => void;
  readonly judged: (judged: Judged) => void;
  readonly end: (report: Report) => void;
}

/** The summary as plain data. `several` adds the sources. */
export function toReport(
  { sources, matches, ...summary }: BundleSummary,
  language: Language,
  several: boolean,
  skipped: readonly SkippedSource[],
): Report {
  const { lines: _, ...answer } = toAnswer(
    { ...summary, matches: matches.map(({ match }) => match), lines: [] },
    language,
  );
  if (!several) return answer;
  return {
    ...answer,
    matches: answer.matches.map((match, index) => {
      const { source = '', places = [] } = matches[index] ?? {};
      const own = places.find((place) => place.source === source)?.lines ?? match.lines;
      return { ...match, source, lines: own, places };
    }),
    sources: [...sources.map((source) => toReportSource(source, language)), ...skipped],
  };
}

function toReportSource({ name, lines, detected, versions }: BundleSource, language: Language): ReportSource {
  const answer = toAnswer(
    { detected, hits: [], matches: [], nearest: [], lines: [], ...(versions ? { versions } : {}) },
    language,
  );
  return { source: name, lines, detected, versions: answer.versions };
}
