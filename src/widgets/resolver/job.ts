import {
  type Lookup,
  type LookupInput,
  type ResolveFinding,
  type TimelineRow,
  findingsOf,
  simulateLookup,
  timelineRows,
} from '../../core/resolve/index.ts';

/** More bars are counted, not drawn. */
const MAX_ROWS = 60;

export interface ResolverReport {
  readonly name: string;
  readonly lookup: Omit<Lookup, 'queries'>;
  readonly rows: readonly TimelineRow[];
  /** How many bars are not drawn. */
  readonly left: number;
  readonly findings: readonly ResolveFinding[];
}

export function simulate(input: LookupInput): ResolverReport {
  const { queries, ...lookup } = simulateLookup(input);
  const rows = timelineRows({ queries });
  return {
    name: input.name,
    lookup,
    rows: rows.slice(0, MAX_ROWS),
    left: Math.max(0, rows.length - MAX_ROWS),
    findings: findingsOf(input.name, lookup),
  };
}

/** The resolver's jobs. */
export const jobs = { simulate };
