import {
  type HealthCheckReport,
  PRINTED_WORDS,
  WINNER_WORDS,
  healthCheckReport,
  registrationWords,
} from '../../core/kube/index.ts';
import type { Language } from '../../core/text/index.ts';

export interface HealthCheckInput {
  readonly paste: string;
  readonly language: Language;
}

/** The report with its sentences in one language. */
export interface HealthCheckAnswer extends HealthCheckReport {
  /** Empty if the paste has answers of endpoints alone. */
  readonly sentence: string;
  /** What each form of error prints, for the forms that occur. */
  readonly printed: readonly string[];
  readonly winner: string;
}

/** Reads a paste. `undefined` if it tells nothing about health checks. */
export function read({ paste, language }: HealthCheckInput): HealthCheckAnswer | undefined {
  const report = healthCheckReport(paste, language);
  if (report.verdict === 'none' && report.probes.length === 0) return undefined;
  const forms = [...new Set(report.reported.map(({ form }) => form))];
  return {
    ...report,
    sentence: registrationWords(report.registrations, language) ?? '',
    printed: forms.map((form) => PRINTED_WORDS[form][language]),
    winner: report.reported.length > 0 || report.expected.length > 0 ? WINNER_WORDS[language] : '',
  };
}

/** The reader's jobs. */
export const jobs = { read };
