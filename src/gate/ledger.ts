import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Content } from './content.ts';
import type { Finding } from './finding.ts';
import { anchorsOf } from './rules/links.ts';

export const LEDGER = 'content/step-ledger.json';

/**
 * Every id that was ever published. An address in a postmortem of two years ago must still lead somewhere, so an id
 * that is gone is either an alias of another or retired with a reason.
 */
const ledgerSchema = z.strictObject({
  ids: z.record(
    z.string(),
    z.union([
      z.literal('published'),
      z.strictObject({ alias: z.string() }),
      z.strictObject({ retired: z.string().min(10) }),
    ]),
  ),
});

export type Ledger = z.infer<typeof ledgerSchema>;

/** The ledger of a repository, or why it does not read. */
export function readLedger(root: string): { ledger?: Ledger; findings: Finding[] } {
  const path = join(root, LEDGER);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '{"ids":{}}';
  try {
    return { ledger: ledgerSchema.parse(JSON.parse(text)), findings: [] };
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return {
      findings: [
        {
          file: LEDGER,
          line: 1,
          rule: 'ledger',
          message,
          remedy: 'each id is "published", { "alias": id } or { "retired": why }',
        },
      ],
    };
  }
}

/** `APISRV-BOOT-001`, `APISRV-BOOT-001#s-tail` and `NOISE#n-optimistic-lock` for all that the content publishes, sorted. */
export function publishedIds({ runbooks, noise, postmortems }: Content): string[] {
  const ids = runbooks.flatMap((runbook) => [
    runbook.data.id,
    ...[...anchorsOf(runbook)].map((anchor) => `${runbook.data.id}#${anchor}`),
  ]);
  return [
    ...ids,
    ...noise.map(({ data }) => `NOISE#${data.id}`),
    ...postmortems.map(({ data }) => data.id),
  ].sort();
}

/** Ids that vanished without a word, aliases that lead nowhere, and ids that are not entered yet. */
export function checkLedger(content: Content, ledger: Ledger): Finding[] {
  const published = new Set(publishedIds(content));
  const findings = Object.entries(ledger.ids).flatMap(([id, state]): Finding[] => {
    if (state === 'published' && !published.has(id)) {
      return [
        mistake(
          `\`${id}\` was published and is gone`,
          'bring it back, or write { "alias": "the id that took over" } or { "retired": "why" } in its place',
        ),
      ];
    }
    if (typeof state === 'object' && 'alias' in state && !published.has(state.alias)) {
      return [
        mistake(
          `\`${id}\` is an alias of \`${state.alias}\`, which does not exist`,
          'name an id that is published',
        ),
      ];
    }
    return [];
  });
  const missing = [...published].filter((id) => !Object.hasOwn(ledger.ids, id));
  return missing.length === 0
    ? findings
    : [
        ...findings,
        mistake(
          `${missing.length} published ids are not entered, \`${missing[0]}\` first`,
          'run `npm run format`, which enters new ids, and commit the ledger',
        ),
      ];
}

/** The ledger with all published ids entered; nothing is ever taken out. */
export function enterIds(content: Content, ledger: Ledger): Ledger {
  const ids = { ...ledger.ids };
  for (const id of publishedIds(content)) ids[id] ??= 'published';
  return { ids: Object.fromEntries(Object.entries(ids).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

const mistake = (message: string, remedy: string): Finding => ({
  file: LEDGER,
  line: 1,
  rule: 'ledger',
  message,
  remedy,
});
