import type { Finding } from '../finding.ts';
import { type RuleFunction, perPage, perRunbook } from './rule.ts';

const PREFIX = { step: 's', evidence: 'ev', claim: 'c', question: 'q' } as const;

/** Ids are ASCII, carry the prefix of their kind, and are given once: they are addresses. */
export const idsRule: RuleFunction = (content) => [
  ...entryIds(content),
  ...signatureIds(content),
  ...pageIds(content),
];

/** A folder that was copied brings the id of the first one with it. */
const entryIds: RuleFunction = ({ runbooks, postmortems }) => {
  const entries = [...runbooks, ...postmortems];
  return entries.flatMap(({ file, data, lineOf }, index): Finding[] => {
    const first = entries.slice(0, index).find((entry) => entry.data.id === data.id);
    if (!first) return [];
    const message = `\`${data.id}\` is the id of ${first.file} already`;
    return [twice(file, lineOf(['id']), message, 'give it a number that was never used')];
  });
};

const signatureIds = perRunbook(({ file, data: { signatures }, lineOf }) =>
  signatures.flatMap(({ id }, index) =>
    signatures.slice(0, index).some((earlier) => earlier.id === id)
      ? [twice(file, lineOf(['signatures', index, 'id']), `two signatures are called \`${id}\``, OF_ITS_OWN)]
      : [],
  ),
);

const pageIds = perPage(({ file, structure }) => {
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
        message: `expected an id such as \`${prefix}-some-words\`, found \`${id}\``,
        remedy: 'use lower-case ASCII letters, digits and hyphens; the id is part of a permanent address',
      });
    }
    if (seen.has(id)) {
      findings.push(twice(file, line, `\`${id}\` stands twice on the page`, OF_ITS_OWN));
    }
    seen.add(id);
    return findings;
  });
});

const OF_ITS_OWN = 'give it an id of its own';

const twice = (file: string, line: number, message: string, remedy: string): Finding => ({
  file,
  line,
  rule: 'ids',
  message,
  remedy,
});
