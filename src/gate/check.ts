import type { Content } from './content.ts';
import type { Finding } from './finding.ts';
import { checkLedger, readLedger } from './ledger.ts';
import { castsRule } from './rules/casts.ts';
import { claimsRule } from './rules/claims.ts';
import { commandsRule } from './rules/commands.ts';
import { dangerRule } from './rules/danger.ts';
import { idsRule } from './rules/ids.ts';
import { linksRule } from './rules/links.ts';
import { noiseRule } from './rules/noise.ts';
import { parityRule } from './rules/parity.ts';
import { reactionsRule } from './rules/reactions.ts';
import type { RuleFunction } from './rules/rule.ts';
import { samplesRule } from './rules/samples.ts';
import { signaturesRule } from './rules/signatures.ts';
import { structureRule } from './rules/steps.ts';
import { variablesRule } from './rules/variables.ts';
import { wordingsRule } from './rules/wordings.ts';

/**
 * Every rule that the content is held to, each a file in `rules/`. To add one: a file with a function from content to
 * findings, its test beside it, a name in `finding.ts`, and a row here.
 */
const RULES: readonly RuleFunction[] = [
  structureRule,
  idsRule,
  commandsRule,
  dangerRule,
  variablesRule,
  parityRule,
  claimsRule,
  linksRule,
  signaturesRule,
  wordingsRule,
  samplesRule,
  noiseRule,
  castsRule,
  reactionsRule,
];

/** All mistakes of the content; empty if it may be built. Rules run only on what could be read whole. */
export function checkContent(content: Content): Finding[] {
  if (content.findings.length > 0) return [...content.findings];
  const findings = RULES.flatMap((rule) => rule(content));
  if (findings.length > 0) return findings;
  const { ledger, findings: broken } = readLedger(content.root);
  return ledger ? checkLedger(content, ledger) : broken;
}
