import {
  ACT_WORDS,
  type ApiServiceReport,
  GUESS_WORDS,
  type KubectlTarget,
  apiServiceReport,
  apiServiceVerdict,
  readApiServices,
} from '../../core/kube/index.ts';
import type { Language } from '../../core/text/index.ts';
import { copyAs } from './copy.ts';

export interface ApiServiceInput {
  readonly paste: string;
  readonly target: KubectlTarget;
  readonly language: Language;
}

/** The list explained, with the verdict, and the values that it offers for the page's variables. */
export interface ApiServiceAnswer extends ApiServiceReport {
  readonly verdict: string;
  /** How many rows there are, drawn or not. */
  readonly total: number;
  /** A title for each command, in the order of `rows` and of the commands in them. */
  readonly titles: Readonly<Record<string, string>>;
  readonly guess: string;
  readonly values: readonly { readonly name: string; readonly value: string; readonly line: number }[];
  readonly markdown: string;
  readonly json: string;
}

/** More rows are not drawn: how many there are is said. */
export const MAX_ROWS = 300;

/** Reads a paste. `undefined` if it tells nothing about APIServices. */
export function read({ paste, target, language }: ApiServiceInput): ApiServiceAnswer | undefined {
  const list = readApiServices(paste);
  if (list.services.length === 0 && list.mentions.length === 0 && list.problems.length === 0)
    return undefined;
  const report = apiServiceReport(list, target, language);
  const verdict = apiServiceVerdict(report, language);
  const [first] = report.rows;
  const source = list.services.find(({ name }) => name === first?.name);
  const line = source ? lineOf(paste, source.span.from) : 1;
  const values =
    first && source?.service && report.unavailable > 0
      ? [
          { name: 'apiservice', value: first.name, line },
          { name: 'namespace', value: source.service.namespace, line },
          { name: 'service', value: source.service.name, line },
        ]
      : [];
  return {
    ...report,
    rows: report.rows.slice(0, MAX_ROWS),
    verdict,
    total: report.rows.length,
    titles: Object.fromEntries(Object.entries(ACT_WORDS).map(([act, words]) => [act, words[language]])),
    guess: GUESS_WORDS[language],
    values,
    ...copyAs(report, verdict),
  };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The reader's jobs. */
export const jobs = { read };
