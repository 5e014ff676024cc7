import type { Finding } from '../finding.ts';
import { perPage } from './rule.ts';

export const CONFIDENCES = ['proven', 'reproduced', 'observed', 'correlated', 'guess', 'false'] as const;

/** A causal sentence says how sure it is, and shows why; only a guess may stand alone, and is called one. */
export const claimsRule = perPage(({ file, structure }, { data }) => {
  const references = data.references.map(({ id }) => id);
  const evidence = structure.evidence.map(({ id }) => id);
  return structure.claims.flatMap((claim): Finding[] => {
    const finding = (message: string, remedy: string): Finding => ({
      file,
      line: claim.line,
      rule: 'claims',
      message: `claim \`${claim.id}\`: ${message}`,
      remedy,
    });
    const cited = words(claim.evidence);
    const refs = words(claim.refs);
    const findings: Finding[] = [];
    if (!CONFIDENCES.includes(claim.confidence as (typeof CONFIDENCES)[number])) {
      findings.push(
        finding(
          `expected a confidence, found \`${claim.confidence}\``,
          `use one of ${CONFIDENCES.join(', ')}`,
        ),
      );
    }
    if (claim.confidence !== 'guess' && cited.length + refs.length === 0) {
      findings.push(
        finding(
          'no evidence',
          'name it: `evidence="ev-…"` or `refs="ref-…"`; without any it is `confidence="guess"`',
        ),
      );
    }
    for (const id of cited.filter((id) => !evidence.includes(id))) {
      findings.push(
        finding(`there is no evidence \`${id}\` on the page`, 'add `<Evidence id="…">`, or name another'),
      );
    }
    for (const id of refs.filter((id) => !references.includes(id))) {
      findings.push(finding(`there is no reference \`${id}\``, 'add it to `references` in runbook.yaml'));
    }
    return findings;
  });
});

const words = (text: string): string[] => text.split(' ').filter(Boolean);
