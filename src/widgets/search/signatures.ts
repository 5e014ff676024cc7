import { type Pack, compilePack, judge } from '../../core/match/index.ts';

/** What the signatures find in a query: the runbook and the step to open, best first. */
export interface SignatureHit {
  readonly runbook: Pack['runbooks'][number];
  readonly step: string;
}

/** Judges queries as the console judges a paste. A module of its own, so that it is loaded with the first query only. */
export function createSignatureSearch(pack: Pack): (query: string) => readonly SignatureHit[] {
  const compiled = compilePack(pack);
  return (query) => judge(compiled, query).matches.map(({ runbook, step }) => ({ runbook, step }));
}
