import { type DialFailureKind, createFailureReader, dialFailureWords } from '../../core/log/index.ts';
import { createSourceStacks } from '../../core/match/index.ts';
import type { Language } from '../../core/text/index.ts';
import { betweenWords, placeWords, verdictWords, waitWords } from './result-words.ts';
import { type StepPlace, stepOf } from './steps.ts';

export interface DialInput {
  readonly paste: string;
  readonly language: Language;
}

/** A failed connection, told. */
export interface ToldFailure {
  readonly kind: DialFailureKind;
  readonly tail: string;
  /** `line 5, 3 times` */
  readonly place: string;
  readonly proves: string;
  readonly step: StepPlace | undefined;
}

export interface DialReport {
  readonly verdict: string;
  readonly failures: readonly ToldFailure[];
  /** Lines with other failures. */
  readonly left: number;
  readonly waits: readonly { readonly words: string; readonly between: string }[];
  /** Some line has a time. */
  readonly timed: boolean;
}

/**
 * Reads the failed connections of a paste, and the waits in front of them. It is a job of the log reader's worker: one
 * of its own would carry every format of logs once more.
 */
export function readFailures({ paste, language }: DialInput): DialReport {
  const stacks = createSourceStacks();
  const reader = createFailureReader({ claims: (line) => stacks.push(line).stack !== undefined });
  reader.push(paste);
  const report = reader.end();
  return {
    verdict: verdictWords(report, language),
    failures: report.failures.map((failure) => ({
      kind: failure.kind,
      tail: failure.tail,
      place: placeWords(failure.line, failure.times, language),
      proves: dialFailureWords(failure, language),
      step: stepOf(failure),
    })),
    left: report.left,
    waits: report.gaps.map((gap) => ({
      words: waitWords(gap, language),
      between: betweenWords(gap, language),
    })),
    timed: report.timed,
  };
}
