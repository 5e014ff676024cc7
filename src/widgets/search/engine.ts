import { type Pack, openPack } from '../../core/match/index.ts';
import { type TermHits, rankRecords, rarestTerms, searchTokens } from '../../core/search/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { SignatureHit } from './signatures.ts';

export type HitKind = 'signature' | 'runbook' | 'step' | 'noise' | 'postmortem';

/** Something to open. */
export interface SearchHit {
  readonly kind: HitKind;
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  /** With the site's base path. */
  readonly url: string;
  readonly language: Language;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Little of the query is in any page: shown as such, so that a poor hit is not taken for an answer. */
  readonly weak: boolean;
}

/** What of Pagefind is used; its own types are for another way of loading it. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(term: string): Promise<{ results: readonly PagefindResult[] }>;
}
interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ url: string; meta: Record<string, string> }>;
}

export interface Engine {
  readonly search: (query: string, language: Language) => Promise<SearchAnswer>;
}

/** A line has more terms than are worth asking for: the rarest say nearly all of it. */
const MAX_TERMS = 12;
const MAX_HITS = 12;

/** How many records are looked at closely: enough that both languages of the best are among them. */
const MAX_CANDIDATES = 16;

/** Below this share of the query, weighed by rarity, its hits are called weak. */
const WEAK_COVERAGE = 0.3;

/** Somebody on call wants the runbook, then its step; a postmortem repeats the words of both. */
const KIND_WEIGHT: Readonly<Record<HitKind, number>> = {
  signature: 1,
  runbook: 1.2,
  step: 1,
  noise: 0.95,
  postmortem: 0.8,
};

/** Pages in the reader's own language come before the same in the other. */
const OWN_LANGUAGE = 1.15;

/**
 * Opens the search of the site: ids first, then the signatures, as for a paste, then the index with the query's rarest
 * words. All of it runs in the tab; the index is loaded with the first query.
 */
export async function openEngine(base: string, packJson: string): Promise<Engine> {
  const opened = openPack(packJson);
  if ('refused' in opened) throw new Error(opened.refused);
  const { createSignatureSearch } = await import('./signatures.ts');
  const findSignatures = createSignatureSearch(opened);
  const path = `${base}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
  await pagefind.options({ bundlePath: `${base}/pagefind/`, baseUrl: '/' });
  const { total, terms } = (await (await fetch(`${base}/pagefind/terms.json`)).json()) as TermTable;
  const index: Index = { pagefind, total, frequencies: readFrequencies(terms) };

  return {
    async search(query, language) {
      const sure = [
        ...idHits(opened, query, language, base),
        ...findSignatures(query).map((found) => signatureHit(found, language, base)),
      ];
      const { hits, weak } = await indexHits(index, query, language);
      return { hits: distinct([...sure, ...hits]).slice(0, MAX_HITS), weak: sure.length === 0 && weak };
    },
  };
}

/** How often each term stands in the records, written beside the index: terms by their frequency. */
interface TermTable {
  readonly total: number;
  readonly terms: Readonly<Record<string, string>>;
}

const readFrequencies = (terms: TermTable['terms']): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(terms).flatMap(([frequency, list]) =>
      list.split(' ').map((term): [string, number] => [term, Number(frequency)]),
    ),
  );

interface Index {
  readonly pagefind: Pagefind;
  readonly total: number;
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The query is, or begins, the id of a runbook, perhaps with a step. */
function idHits(pack: Pack, query: string, language: Language, base: string): SearchHit[] {
  const [wanted = '', step, ...more] = query
    .trim()
    .toUpperCase()
    .split(/[\s#]+/);
  // `KUBELET` may begin an id; `kubelet runs but …` does not.
  if (wanted.length < 4 || more.length > 0 || (step !== undefined && !wanted.includes('-'))) return [];
  return pack.runbooks
    .filter(({ id, slug }) => id.startsWith(wanted) || slug.toUpperCase() === wanted)
    .map((runbook) => {
      const own = runbook.steps.find(({ id }) => id.toUpperCase() === step);
      const url = `${base}/${language}/runbooks/${runbook.slug}/${own ? `#${own.id}` : ''}`;
      return {
        kind: own ? 'step' : 'runbook',
        id: own ? `${runbook.id} ${own.id}` : runbook.id,
        title: own?.title[language] ?? runbook.title[language],
        excerpt: runbook.summary[language],
        url,
        language,
      };
    });
}

function signatureHit({ runbook, step }: SignatureHit, language: Language, base: string): SearchHit {
  const title = runbook.steps.find(({ id }) => id === step)?.title[language];
  return {
    kind: 'signature',
    id: `${runbook.id} ${step}`,
    title: runbook.title[language],
    excerpt: `${step} · ${title ?? ''}`,
    url: `${base}/${language}/runbooks/${runbook.slug}/#${step}`,
    language,
  };
}

/** Asks the index for the query's rarest words, one by one: it would demand all of them in one record. */
async function indexHits(
  { pagefind, total, frequencies }: Index,
  query: string,
  language: Language,
): Promise<SearchAnswer> {
  const { terms, coverage } = rarestTerms(searchTokens(query), frequencies, total, MAX_TERMS);
  const byId = new Map<string, PagefindResult>();
  const found: TermHits[] = [];
  for (const term of terms) {
    const { results } = await pagefind.search(term);
    for (const result of results) byId.set(result.id, result);
    found.push({
      frequency: frequencies.get(term) ?? 0,
      records: results.map(({ id, score }) => ({ id, score })),
    });
  }
  const candidates = rankRecords(found, total).slice(0, MAX_CANDIDATES);
  const hits = await Promise.all(
    candidates.map(async ({ id, score }) => ({ score, hit: toHit(await byId.get(id)?.data()) })),
  );
  const weigh = ({ score, hit }: (typeof hits)[number]): number =>
    score * KIND_WEIGHT[hit.kind] * (hit.language === language ? OWN_LANGUAGE : 1);
  const ordered = hits.toSorted((a, b) => weigh(b) - weigh(a)).map(({ hit }) => hit);
  return { hits: ordered, weak: coverage < WEAK_COVERAGE };
}

function toHit(data: { url: string; meta: Record<string, string> } | undefined): SearchHit {
  const meta = data?.meta ?? {};
  return {
    kind: (meta['kind'] ?? 'runbook') as HitKind,
    id: meta['id'] ?? '',
    title: meta['title'] ?? '',
    excerpt: meta['excerpt'] ?? '',
    url: data?.url ?? '',
    language: meta['language'] === 'zh' ? 'zh' : 'en',
  };
}

/** The same thing in both languages, or found in two ways, is shown once: the first time. */
function distinct(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
