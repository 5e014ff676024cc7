import type { Finding } from '../finding.ts';
import type { Structure } from '../extract.ts';
import { perRunbook } from './rule.ts';

/**
 * What has no language must be equal in both files: steps, commands, expected output, evidence, claims, the triage
 * tree. Each row names a thing and how to write it down for comparison.
 */
const COMPARED: readonly { what: string; list: (structure: Structure) => string[] }[] = [
  { what: 'sections', list: ({ sections }) => sections.map(({ name }) => name) },
  {
    what: 'steps (id, danger, time box)',
    list: ({ steps }) => steps.map(({ id, danger, timebox }) => `${id} danger ${danger} ${timebox}`),
  },
  {
    what: 'commands',
    list: ({ commands }) => commands.map(({ where, shell, code }) => `${where} ${shell}: ${code}`),
  },
  {
    what: 'expected output',
    list: ({ steps }) =>
      steps.flatMap(({ id, expectations }) =>
        expectations.map(({ match }) => `${id}: ${match ?? 'in words'}`),
      ),
  },
  {
    what: 'branches',
    list: ({ steps }) => steps.flatMap(({ id, otherwise }) => otherwise.map(({ goto }) => `${id} → ${goto}`)),
  },
  {
    what: 'ways back',
    list: ({ steps }) =>
      steps.map(
        ({ id, rollback, noRollback }) =>
          `${id}: ${rollback ? 'rollback' : noRollback ? 'no rollback' : 'none'}`,
      ),
  },
  {
    what: 'widgets',
    list: ({ steps }) => steps.flatMap(({ id, widgets }) => widgets.map((name) => `${id}: ${name}`)),
  },
  {
    what: 'evidence',
    list: ({ evidence }) => evidence.map(({ id, sample, lines }) => `${id} ${sample}:${lines}`),
  },
  { what: 'recordings', list: ({ terminals }) => terminals.map(({ file }) => file) },
  {
    what: 'claims',
    list: ({ claims }) =>
      claims.map(({ id, confidence, evidence, refs }) => `${id} ${confidence} [${evidence}] [${refs}]`),
  },
  {
    what: 'triage tree',
    list: ({ questions }) =>
      questions.map(({ id, answers }) => `${id} → ${answers.map(({ to }) => to).join(', ')}`),
  },
  { what: 'harmless lines', list: ({ harmless }) => harmless.map(({ signature }) => signature) },
];

export const parityRule = perRunbook(({ pages: { en, zh } }) =>
  COMPARED.flatMap(({ what, list }): Finding[] => {
    const english = list(en.structure);
    const chinese = list(zh.structure);
    const at = english.findIndex((item, index) => item !== chinese[index]);
    const index = at >= 0 ? at : english.length;
    if (at < 0 && chinese.length === english.length) return [];
    return [
      {
        file: zh.file,
        line: 1,
        rule: 'parity',
        message: `${what} differ from ${en.file}: expected \`${oneLine(english[index])}\`, found \`${oneLine(chinese[index])}\``,
        remedy: 'both languages hold the same structure; change the one that is wrong',
      },
    ];
  }),
);

const oneLine = (text: string | undefined): string => (text ?? 'nothing').replaceAll('\n', '⏎').slice(0, 160);
