import type { Component, Release } from '../kube/index.ts';
import type { CommandProblem } from '../shell/index.ts';
import { splitLines } from '../text/index.ts';
import { type ComponentCommand, readComponentCommands } from './command.ts';
import { type Corrected, correct } from './correct.ts';
import {
  type Audited,
  FLAG_FINDINGS,
  type FlagFinding,
  type FlagRule,
  type FlagSeverity,
} from './finding.ts';
import { type MinorRange, releasesTaking, statedRelease } from './infer.ts';
import { readKubeletConfig } from './kubelet-config.ts';
import { changesRule } from './rules/changes.ts';
import { loggingRule } from './rules/logging.ts';
import { type KubeletMode, kubeletMode, registrationRule } from './rules/registration.ts';
import { shapeRule } from './rules/shape.ts';
import { valuesRule } from './rules/values.ts';
import { wholeRule } from './rules/whole.ts';
import { type FlagToken, readTokens } from './tokens.ts';

/** Every rule. To add one: a file in `rules/`, its kinds in `finding.ts` with their words, and a row here. */
const RULES: readonly FlagRule[] = [
  registrationRule,
  changesRule,
  valuesRule,
  shapeRule,
  wholeRule,
  loggingRule,
];

const ORDER: Readonly<Record<FlagSeverity, number>> = { error: 0, warning: 1, note: 2 };

/** What makes a command line one of which more may exist than the paste shows. */
const INCOMPLETE: ReadonlySet<CommandProblem> = new Set([
  'name-only',
  'cut',
  'cut-flag',
  'variable',
  'open-quote',
  'shell-string',
  'broken-json',
]);

export interface FlagAudit {
  readonly component: Component;
  readonly read: ComponentCommand;
  readonly tokens: readonly FlagToken[];
  /** The release that was judged by. */
  readonly release: Release | undefined;
  /** Who named it: the caller, or the paste itself. */
  readonly releaseFrom: 'asked' | 'paste' | 'nobody';
  /** Which releases take all of the flags. */
  readonly taking: MinorRange | undefined;
  readonly complete: boolean;
  /** Whether the paste has a kubelet's config file as well. */
  readonly hasConfig: boolean;
  /** What a kubelet of a known release does with them; `undefined` for others. */
  readonly mode: KubeletMode | undefined;
  /** The worst first, then in the order of the command line. */
  readonly findings: readonly FlagFinding[];
  readonly corrected: Corrected;
}

export interface AuditOptions {
  /** Judged by this release, whatever the paste says. */
  readonly release?: Release | undefined;
  /** Only command lines of this component; flags without a program are taken for its. */
  readonly component?: Component | undefined;
}

/**
 * Judges every command line of a Kubernetes component in a paste by what a release does with its flags. Unknown flags
 * are reported, never dropped. Findings that rest on what is missing are no more than warnings where the line is cut.
 * Empty if the paste has no such command line.
 */
export function auditFlags(text: string, { release, component }: AuditOptions = {}): FlagAudit[] {
  const config = readKubeletConfig(splitLines(text));
  const stated = release ?? statedRelease(text);
  const reads = readComponentCommands(text, component).filter(
    (read) => component === undefined || read.component === component,
  );
  return reads.map((read) => {
    const tokens = readTokens(read.component, read.args);
    const audited: Audited = {
      component: read.component,
      command: read.command,
      release: stated,
      tokens,
      complete: !read.command.problems.some(({ code }) => INCOMPLETE.has(code)),
      config,
    };
    const findings = RULES.flatMap((rule) => rule(audited)).toSorted(
      (a, b) => ORDER[a.severity] - ORDER[b.severity] || a.span.from - b.span.from,
    );
    return {
      component: read.component,
      read,
      tokens,
      release: stated,
      releaseFrom: release ? 'asked' : stated ? 'paste' : 'nobody',
      taking: releasesTaking(read.component, tokens),
      complete: audited.complete,
      hasConfig: config !== undefined,
      mode: read.component === 'kubelet' && stated ? kubeletMode(stated.minor, { tokens }) : undefined,
      findings,
      corrected: correct(read.program, tokens, findings),
    };
  });
}

/** What a page hears of an audit: the kinds of its findings, and the two answers that are none. */
export const AUDIT_FINDINGS = [...FLAG_FINDINGS, 'registers', 'nothing-wrong'] as const;

export type AuditFinding = (typeof AUDIT_FINDINGS)[number];

/** The kinds of what was found, each once; `registers` for a kubelet that uses an API server. */
export function toldFindings({ findings, mode }: FlagAudit): AuditFinding[] {
  const kinds = new Set<AuditFinding>(findings.map(({ kind }) => kind));
  if (mode === 'registers') kinds.add('registers');
  if (findings.length === 0) kinds.add('nothing-wrong');
  return [...kinds];
}
