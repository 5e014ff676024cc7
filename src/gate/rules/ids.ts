import type { Finding } from '../finding.ts';
import { perPage } from './rule.ts';

const PREFIX = { step: 's', evidence: 'ev', claim: 'c', question: 'q' } as const;

/** Ids are ASCII, carry the prefix of their kind, and stand once on a page: they are addresses. */
export const idsRule = perPage(({ file, structure }) => {
  const ids = [
    ...structure.steps.map(({ id, line }) => ({ id, line, kind: 'step' as const })),
    ...structure.evidence.map(({ id, line }) => ({ id, line, kind: 'evidence' as const })),
    ...structure.claims.map(({ id, line }) => ({ id, line, kind: 'claim' as const })),
    ...structure.questions.map(({ id, line }) => ({ id, line, kind: 'question' as const })),
  ];
  const seen = new Set<string>();
  return ids.flatMap(({ id, line, kind }): Finding[] => {
    const findings: Finding[] = [];
    const prefix = PREFIX[kind];
    if (!new RegExp(`^${prefix}-[a-z0-9]+(-[a-z0-9]+)*$`).test(id)) {
      findings.push({
        file,
        line,
        rule: 'ids',
        message: `expected the id of a ${kind} such as \`${prefix}-some-words\`, found \`${id}\``,
        remedy: 'use lower-case ASCII letters, digits and hyphens; the id is part of a permanent address',
      });
    }
    if (seen.has(id)) {
      findings.push({
        file,
        line,
        rule: 'ids',
        message: `\`${id}\` stands twice on the page`,
        remedy: 'give it an id of its own',
      });
    }
    seen.add(id);
    return findings;
  });
});
