import type { Language } from '../core/text/index.ts';
import type { NoiseEntry, Runbook } from '../gate/index.ts';
import { library, runbookById } from './library.ts';
import { page, runbookPath } from './paths.ts';

/** A wording as the registry shows it. */
export interface Wording {
  readonly pattern: string;
  /** Releases, `1.21.0–1.34.0`; empty where the words tell none. */
  readonly versions: string;
  /** Where it was read, or the runbook that has it. */
  readonly source: string;
  readonly href: string;
}

/** The wordings of an entry: its own, each with its source, then those of runbooks that it explains or is about. */
export function wordingsOf({ data }: NoiseEntry, language: Language): Wording[] {
  const own = data.heads.map(({ pattern, versions, reference }): Wording => {
    const source = data.references.find(({ id }) => id === reference);
    return {
      pattern,
      versions: versions.map((range) => range.replace('-', '–')).join(', '),
      source: source?.at ?? '',
      href: source?.url ?? '',
    };
  });
  const shown = [...data.adopts, ...data.about].flatMap((address): Wording[] => {
    const [id = '', signature = ''] = address.split('#');
    const runbook = runbookById(id);
    const heads = runbook?.data.signatures.find((one) => one.id === signature)?.heads ?? [];
    return heads.filter(isPlain).map(({ pattern, versions }) => ({
      pattern,
      versions: versions.map((range) => range.replace('-', '–')).join(', '),
      source: id,
      href: runbook ? `${page(language, runbookPath(runbook.slug))}#${signature}` : '',
    }));
  });
  return [...own, ...shown];
}

/** The same wording inside a JSON string is one wording to a person. */
const isPlain = ({ pattern }: { readonly pattern: string }): boolean => !pattern.includes('\\"');

/** A place of the content as an address with words: `APISRV-BOOT-001#s-resolv`. */
export function placeOf(address: string, language: Language): { href: string; title: string } | undefined {
  const [id = '', anchor] = address.split('#');
  const runbook = runbookById(id);
  if (!runbook) return undefined;
  const { head, structure } = runbook.pages[language];
  const step = structure.steps.find((one) => one.id === anchor);
  return {
    href: `${page(language, runbookPath(runbook.slug))}${anchor ? `#${anchor}` : ''}`,
    title: step ? `${id}: ${step.title}` : `${id}: ${head.title}`,
  };
}

/** Harmless lines that only a runbook's page explains, in the order of runbooks. */
export function harmlessOfRunbooks(
  language: Language,
): { runbook: Runbook; signature: string; patterns: string[]; text: string; unless: string }[] {
  const { runbooks, noise } = library();
  const adopted = new Set(noise.flatMap(({ data }) => data.adopts));
  return runbooks.flatMap((runbook) =>
    runbook.pages[language].structure.harmless
      .filter(({ signature }) => !adopted.has(`${runbook.data.id}#${signature}`))
      .map(({ signature, text, unless }) => ({
        runbook,
        signature,
        patterns: (runbook.data.signatures.find(({ id }) => id === signature)?.heads ?? []).map(
          ({ pattern }) => pattern,
        ),
        text,
        unless,
      })),
  );
}
