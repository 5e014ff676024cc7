import {
  FILE_PATHS,
  type Lookup,
  type LookupInput,
  type LookupOrder,
  OUTCOME_WORDS,
  type ResolveFinding,
  type TimelineRow,
  configProblemWords,
  findingsOf,
  reasonWords,
  simulateLookup,
  timelineRows,
  verdictWords,
} from '../../core/resolve/index.ts';
import type { Language } from '../../core/text/index.ts';

/** More bars, and more lines with a problem, are counted and not drawn. */
const MAX_ROWS = 60;
const MAX_PROBLEMS = 20;

export interface ResolverInput {
  readonly lookup: LookupInput;
  readonly language: Language;
}

/** What is drawn: facts, and the sentences about them, so that the page need not carry those of every case. */
export interface ResolverReport {
  readonly verdict: string;
  readonly order: LookupOrder;
  readonly reason: string;
  /** How the time comes about; `names` is 0 if DNS is not asked. */
  readonly sum: {
    readonly names: number;
    readonly attempts: number;
    readonly servers: number;
    readonly timeout: number;
  };
  readonly rows: readonly (TimelineRow & { readonly ended: string })[];
  /** How many bars are not drawn. */
  readonly left: number;
  readonly limit: number | undefined;
  readonly needs: number;
  readonly ends: number;
  readonly hosts: { readonly at: number; readonly has: boolean; readonly reached: boolean } | undefined;
  readonly problems: readonly { readonly path: string; readonly words: string }[];
  readonly problemCount: number;
  readonly findings: readonly ResolveFinding[];
}

export function simulate({ lookup: input, language }: ResolverInput): ResolverReport {
  const lookup = simulateLookup(input);
  const { order, reason, found, names, resolv, problems, limit, needs, ends } = lookup;
  const rows = timelineRows(lookup);
  return {
    verdict: verdictWords(input.name, lookup, language),
    order,
    reason: reasonWords(reason, found, language),
    sum: {
      names: names.length,
      attempts: resolv.attempts,
      servers: resolv.servers.length,
      timeout: resolv.timeout,
    },
    rows: rows.slice(0, MAX_ROWS).map((row) => ({ ...row, ended: OUTCOME_WORDS[row.outcome][language] })),
    left: Math.max(0, rows.length - MAX_ROWS),
    limit,
    needs,
    ends,
    hosts: hostsOf(lookup),
    problems: problems.slice(0, MAX_PROBLEMS).map((problem) => ({
      path: FILE_PATHS[problem.file],
      words: configProblemWords(problem, language),
    })),
    problemCount: problems.length,
    findings: findingsOf(input.name, lookup),
  };
}

/** When the hosts file is read, and whether that is before the limit. */
export function hostsOf({ hostsAt, inHosts, result }: Lookup): ResolverReport['hosts'] {
  if (hostsAt === undefined) return undefined;
  return { at: hostsAt, has: inHosts, reached: result.kind !== 'timeout' || hostsAt === 0 };
}

/** The resolver's jobs. */
export const jobs = { simulate };
