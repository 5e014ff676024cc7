import { readCast, transcribe } from '../../core/cast/index.ts';
import { searchTokens } from '../../core/search/index.ts';
import { LANGUAGES, type Language } from '../../core/text/index.ts';
import type { Content, NoiseEntry, Runbook } from '../../gate/index.ts';

/** What can be found, each with an address of its own: a hit opens the step, and not only the page. */
export interface SearchRecord {
  readonly url: string;
  readonly language: Language;
  readonly kind: 'runbook' | 'step' | 'noise' | 'postmortem';
  /** `APISRV-BOOT-001`, or with a step `APISRV-BOOT-001 s-tail`. The same in both languages. */
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly text: string;
}

/** Everything of the content that search should find, plain and before any highlighting. */
export function searchRecords(content: Content): SearchRecord[] {
  const adopted = new Set(content.noise.flatMap(({ data }) => data.adopts));
  return [
    ...content.runbooks.flatMap((runbook) =>
      LANGUAGES.flatMap((language) => runbookRecords(runbook, language, adopted)),
    ),
    ...content.noise.flatMap((entry) =>
      LANGUAGES.map((language) => noiseRecord(entry, language, content.runbooks)),
    ),
    ...content.postmortems.flatMap(({ slug, data, pages }) =>
      LANGUAGES.map((language): SearchRecord => {
        const { head, structure } = pages[language];
        return {
          url: `/${language}/postmortems/${slug}/`,
          language,
          kind: 'postmortem',
          id: data.id,
          title: head.title,
          excerpt: head.summary,
          text: [head.title, head.summary, ...structure.sections.map(({ text }) => text)].join('\n'),
        };
      }),
    ),
  ];
}

/** An entry of the registry, with the wordings of the signatures that it explains. */
function noiseRecord({ data }: NoiseEntry, language: Language, runbooks: readonly Runbook[]): SearchRecord {
  const adopted = runbooks.flatMap((runbook) =>
    runbook.data.signatures
      .filter(({ id }) => [...data.adopts, ...data.about].includes(`${runbook.data.id}#${id}`))
      .flatMap(({ heads }) => heads),
  );
  const title = data.title[language];
  const harmless = data.harmless[language];
  return {
    url: `/${language}/noise/#${data.id}`,
    language,
    kind: 'noise',
    id: data.id,
    title,
    excerpt: harmless.replaceAll('`', '').slice(0, 200),
    text: [
      ...Array.from({ length: 3 }, () => [title, data.id, ...data.aka[language]].join('\n')),
      harmless,
      ...data.unless.flatMap(({ when, check }) => [when[language], check?.[language] ?? '']),
      ...[...data.heads, ...adopted].map(({ pattern }) => pattern),
      ...data.hit.map((one) => one.text),
    ].join('\n'),
  };
}

function runbookRecords(
  { slug, data, pages, samples, casts }: Runbook,
  language: Language,
  adopted: ReadonlySet<string>,
): SearchRecord[] {
  const { head, structure } = pages[language];
  const url = `/${language}/runbooks/${slug}/`;
  const alerts = Array.isArray(data.alerts) ? data.alerts : [];
  const sections = structure.sections.filter(({ name }) => name !== 'Steps').map(({ text }) => text);
  const patterns = data.signatures.flatMap(({ heads, stack, tails }) => [
    ...[...heads, ...tails].map(({ pattern }) => pattern),
    ...stack.map((keys) => keys.join(' ')),
  ]);
  const page: SearchRecord = {
    url,
    language,
    kind: 'runbook',
    id: data.id,
    title: head.title,
    excerpt: head.summary,
    // Title and the words that people use count more: they stand several times.
    text: [
      ...Array.from({ length: 4 }, () => head.title),
      ...Array.from({ length: 3 }, () => [data.id, head.summary, ...head.aka, ...alerts].join('\n')),
      ...sections,
      ...patterns,
      ...Object.values(head.why),
      ...samples.values(),
      ...[...casts.values()].map(shownText),
    ].join('\n'),
  };
  const steps = structure.steps.map((step): SearchRecord => ({
    url: `${url}#${step.id}`,
    language,
    kind: 'step',
    id: `${data.id} ${step.id}`,
    title: step.title,
    excerpt: `${head.title} · ${step.commands[0]?.code ?? ''}`,
    text: [step.title, step.title, step.title, step.text].join('\n'),
  }));
  const own = structure.harmless.filter(({ signature }) => !adopted.has(`${data.id}#${signature}`));
  const noise = own.map(({ signature, text }): SearchRecord => {
    const heads = data.signatures.find(({ id }) => id === signature)?.heads ?? [];
    const pattern = heads[0]?.pattern ?? '';
    return {
      url: `${url}#${signature}`,
      language,
      kind: 'noise',
      id: `${data.id} ${signature}`,
      title: pattern,
      excerpt: text.trim().slice(0, 200),
      text: [...heads.map((one) => one.pattern), text].join('\n'),
    };
  });
  return [page, ...steps, ...noise];
}

/** What a recording has shown. */
function shownText(text: string): string {
  const { cast } = readCast(text);
  return cast
    ? transcribe(cast)
        .lines.map((line) => line.text)
        .join('\n')
    : '';
}

/** A record's text as the index takes it: its terms, in the order of the text. */
export const indexedText = ({ text }: SearchRecord): string => searchTokens(text).join(' ');

/** How many records there are, and the terms by how many of them have them: what tells rare words from common ones. */
export interface TermTable {
  readonly total: number;
  /** Terms with a blank between them, by their frequency. */
  readonly terms: Readonly<Record<number, string>>;
}

export function termTable(records: readonly SearchRecord[]): TermTable {
  const frequencies = new Map<string, number>();
  for (const { text } of records) {
    for (const term of new Set(searchTokens(text))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const terms: Record<number, string> = {};
  for (const [term, frequency] of [...frequencies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    terms[frequency] = terms[frequency] ? `${terms[frequency]} ${term}` : term;
  }
  return { total: records.length, terms };
}
