import type { Span } from '../text/index.ts';
import type { JudgedLine } from './line-verdict.ts';

/**
 * Lines one behind the other that are information and nothing else, as most of most logs are. Each is made when somebody
 * looks at it: whoever only counts them is not held up by them.
 */
export interface QuietLines extends Span {
  /** Of the first one. */
  readonly number: number;
  readonly count: number;
  readonly kind: 'klog';
  readonly verdict: 'info';
  lines(): JudgedLine[];
}

/** What a judge gives out: a line, or several of which there is nothing to say. Their spans joined give the paste. */
export type Judged = JudgedLine | QuietLines;

export const isQuiet = (judged: Judged): judged is QuietLines => 'count' in judged;

/** How many lines it is. */
export const countOf = (judged: Judged): number => (isQuiet(judged) ? judged.count : 1);

/** Each line by itself. */
export const linesOf = (judged: readonly Judged[]): JudgedLine[] =>
  judged.flatMap((one) => (isQuiet(one) ? one.lines() : [one]));
