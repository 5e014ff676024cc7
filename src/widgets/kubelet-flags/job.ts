import {
  type AuditFinding,
  type FlagAudit,
  type FlagFinding,
  type FlagSeverity,
  type FlagToken,
  auditFlags,
  findingWords,
  logVisibility,
  sourceWords,
  toldFindings,
  visibilityWords,
} from '../../core/flags/index.ts';
import { releaseName } from '../../core/kube/index.ts';
import { maskArguments } from '../../core/redact/index.ts';
import { SOURCE_WORDS, problemWords, programName, quoteAll } from '../../core/shell/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { ComponentInput } from '../component-model.ts';

/** A word of the command line as it was, with the worst that was found about it. */
export interface ShownWord {
  readonly text: string;
  readonly severity: FlagSeverity | undefined;
}

export interface ShownFinding {
  readonly kind: FlagFinding['kind'];
  readonly severity: FlagSeverity;
  readonly words: string;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
}

/** All that the page shows, in its language: the tables and the sentences stay in the worker. */
export interface FlagsReport {
  readonly found: readonly { readonly program: string; readonly pid: number | undefined }[];
  readonly component: string;
  readonly source: string;
  /** `1.7.16`; empty if it is not known. */
  readonly version: string;
  readonly versionFrom: FlagAudit['releaseFrom'];
  /** What the steps of the page hear. */
  readonly told: readonly AuditFinding[];
  /** The flags give the kubelet an API server: an answer by itself, to somebody whose node does not appear. */
  readonly registers: boolean;
  /** `1.4–1.9`: the releases that take all flags; empty if no flag tells. */
  readonly taking: string;
  readonly words: readonly ShownWord[];
  readonly problems: readonly string[];
  readonly findings: readonly ShownFinding[];
  readonly logLines: string;
  readonly diff: readonly { readonly kind: 'kept' | 'dropped' | 'added'; readonly text: string }[];
  /** For the clipboard; empty if nothing changes. */
  readonly corrected: string;
  /** What the command line says of a runbook's variables, with the lines of the paste. */
  readonly values: readonly { readonly name: string; readonly value: string; readonly line: number }[];
}

/** So many words and findings are shown; a command line that a person can read has far fewer. */
const MOST = 1000;

/** Judges the flags of the chosen command line of a paste. `undefined` if the paste has none. */
export function audit({ paste, settings, index, language }: ComponentInput): FlagsReport | undefined {
  const { component, minor } = settings;
  const release = minor === undefined ? undefined : { minor };
  const audits = auditFlags(paste, { component, release });
  const chosen = audits[Math.min(index, audits.length - 1)];
  return chosen && toReport(chosen, audits, paste, language);
}

function toReport(
  chosen: FlagAudit,
  audits: readonly FlagAudit[],
  paste: string,
  language: Language,
): FlagsReport {
  const { component, read, release, releaseFrom, taking, tokens, findings, corrected } = chosen;
  const masked = maskArguments(corrected.diff.map(({ text }) => text));
  return {
    found: audits.map(({ read: { command } }) => ({ program: programName(command), pid: command.pid })),
    component,
    source: SOURCE_WORDS[read.command.source][language],
    version: release ? releaseName(release) : '',
    versionFrom: releaseFrom,
    told: toldFindings(chosen),
    registers: chosen.mode === 'registers',
    taking: taking ? rangeName(taking.from, taking.to) : '',
    words: shownWords(chosen),
    problems: read.command.problems.map((problem) => problemWords(problem, language)),
    findings: findings.slice(0, MOST).map((finding) => ({
      kind: finding.kind,
      severity: finding.severity,
      words: findingWords(finding, language),
      sources: finding.sources.map(sourceWords),
    })),
    logLines: visibilityWords(logVisibility(component, release, tokens))[language],
    diff: corrected.diff.slice(0, MOST).map(({ kind }, at) => ({ kind, text: masked[at] ?? '' })),
    corrected: corrected.changed ? quoteAll(corrected.words, 'bash') : '',
    values: valuesOf(chosen, paste),
  };
}

/** The process, its kubeconfig and where its log files are, as runbooks call them. */
function valuesOf({ component, release, read, tokens }: FlagAudit, paste: string): FlagsReport['values'] {
  const { pid, span } = read.command;
  const kubeconfig = tokens.findLast(({ name }) => name === 'kubeconfig');
  const { directory } = logVisibility(component, release, tokens);
  const lineAt = (offset: number): number => paste.slice(0, offset).split('\n').length;
  return [
    { name: 'pid', value: String(pid ?? ''), line: lineAt(span.from) },
    { name: 'kubeconfig', value: kubeconfig?.value ?? '', line: lineAt(kubeconfig?.span.from ?? 0) },
    { name: 'logdir', value: directory ?? '', line: lineAt(span.from) },
  ].filter(({ value }) => value !== '');
}

/** `1.8–1.9`, `≤1.7`, `≥1.19`. */
function rangeName(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return `≤1.${to ?? ''}`;
  if (to === undefined) return `≥1.${from}`;
  return from === to ? `1.${from}` : from > to ? '' : `1.${from}–1.${to}`;
}

/** The words with the worst that was found about each. Findings about the whole line mark no word. */
function shownWords({ read, tokens, findings }: FlagAudit): ShownWord[] {
  const worst = new Map<FlagToken, FlagSeverity>();
  for (const { token, severity } of findings) if (token && !worst.has(token)) worst.set(token, severity);
  const marks = [
    ...read.program.map(() => undefined),
    ...tokens.flatMap((token) => token.words.map(() => worst.get(token))),
  ];
  const texts = [...read.program.map(({ text }) => text), ...tokens.flatMap(({ words }) => words)];
  return maskArguments(texts)
    .slice(0, MOST)
    .map((text, index) => ({ text, severity: marks[index] }));
}

/** The audit's jobs. */
export const jobs = { audit };
