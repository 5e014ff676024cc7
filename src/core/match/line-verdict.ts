import type { LogHeader } from '../log/index.ts';
import type { Span } from '../text/index.ts';
import { ownerOf } from './compile.ts';
import type { Hit } from './hits.ts';
import type { Verdict } from './pack.ts';
import { weigh } from './rank.ts';
import type { LineKind, Reading } from './read-line.ts';

/** A line with what it means. Its span ends behind the terminator: the spans of all lines joined give the paste. */
export interface JudgedLine extends Span {
  readonly number: number;
  /** Without the terminator; of a line that is too long to be held, the first part. */
  readonly text: string;
  readonly kind: LineKind;
  readonly verdict: Verdict;
  /** The hit that gave the verdict; a continuation line has that of its record. */
  readonly hit?: Hit;
  /** The text is a part of the line only. */
  readonly cut?: true;
}

/** What a record means: its strongest hit so far, else what its severity says. */
export interface RecordVerdict {
  readonly verdict: Verdict;
  readonly hit?: Hit;
}

export function recordVerdict(
  before: RecordVerdict | undefined,
  { hits, header }: Pick<Reading, 'hits'> & { readonly header?: Pick<LogHeader, 'severity'> | undefined },
): RecordVerdict {
  const best = strongest(before?.hit ? [before.hit, ...hits] : hits);
  if (best) return { verdict: best.compiled.signature.role, hit: best };
  if (before) return before;
  const quiet = header?.severity === 'info' || header?.severity === 'debug' || header?.severity === 'trace';
  return { verdict: quiet ? 'info' : 'unknown' };
}

/** The strongest hit of the line decides; without one, the record that it belongs to, then what it was read as. */
export function lineVerdict(
  kind: LineKind,
  hits: readonly Hit[],
  record: RecordVerdict | undefined,
): RecordVerdict {
  const best = strongest(hits);
  if (best) return { verdict: best.compiled.signature.role, hit: best };
  const lonely: Verdict = kind === 'plain' || kind === 'go-stack' || kind === 'stack' ? 'unknown' : 'info';
  return record ?? { verdict: lonely };
}

const strongest = (hits: readonly Hit[]): Hit | undefined =>
  hits.length === 0 ? undefined : hits.reduce((a, b) => (outweighs(b, a) ? b : a));

/** Equal hits of one line go by the id of the runbook or entry, so that the order of a pack decides nothing. */
function outweighs(a: Hit, b: Hit): boolean {
  const difference = weigh(a) - weigh(b);
  const sameLine = a.line === b.line;
  return difference > 0 || (difference === 0 && sameLine && ownerOf(a.compiled) < ownerOf(b.compiled));
}
