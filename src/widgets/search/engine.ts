import { type Pack, compilePack, judge, openPack } from '../../core/match/index.ts';
import { type TermHits, rankRecords, searchTokens } from '../../core/search/index.ts';
import type { Language } from '../../core/text/index.ts';

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

/** A line has more terms than are worth asking for; the longest are the rarest. */
const MAX_TERMS = 14;
const MAX_HITS = 12;

/** Below this share of the query, weighed by rarity, a hit is called weak. */
const WEAK_COVERAGE = 0.25;

/** Pages in the reader's own language come before the same in the other. */
const OWN_LANGUAGE = 1.15;

/**
 * Opens the search of the site: ids first, then the signatures, as for a paste, then the index with the query's rarest
 * words. All of it runs in the tab; the index is loaded with the first query.
 */
export async function openEngine(base: string, packJson: string): Promise<Engine> {
  const opened = openPack(packJson);
  if ('refused' in opened) throw new Error(opened.refused);
  const pack = compilePack(opened);
  const path = `${base}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
  await pagefind.options({ bundlePath: `${base}/pagefind/`, baseUrl: '/' });

  return {
    async search(query, language) {
      const hits = [...idHits(opened, query, language, base)];
      for (const { runbook, step } of judge(pack, query).matches) {
        hits.push(signatureHit(runbook, step, language, base));
      }
      const indexed = await indexHits(pagefind, query, language);
      hits.push(...indexed.hits);
      return {
        hits: distinct(hits).slice(0, MAX_HITS),
        weak: hits.length === indexed.hits.length && indexed.weak,
      };
    },
  };
}

/** The query is, or begins, the id of a runbook, perhaps with a step. */
function idHits(pack: Pack, query: string, language: Language, base: string): SearchHit[] {
  const [wanted = '', step] = query
    .trim()
    .toUpperCase()
    .split(/[\s#]+/);
  if (wanted.length < 4) return [];
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

function signatureHit(
  runbook: Pack['runbooks'][number],
  step: string,
  language: Language,
  base: string,
): SearchHit {
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

async function indexHits(pagefind: Pagefind, query: string, language: Language): Promise<SearchAnswer> {
  const terms = [...new Set(searchTokens(query))].sort((a, b) => b.length - a.length).slice(0, MAX_TERMS);
  const byId = new Map<string, PagefindResult>();
  const found: TermHits[] = [];
  for (const term of terms) {
    const { results } = await pagefind.search(term);
    for (const result of results) byId.set(result.id, result);
    found.push({ term, records: results.map(({ id, score }) => ({ id, score })) });
  }
  const ranked = rankRecords(found, Math.max(1, byId.size)).slice(0, MAX_HITS * 3);
  const hits = await Promise.all(
    ranked.map(async ({ id, score, coverage }) => ({
      ...toHit(await byId.get(id)?.data()),
      score,
      coverage,
    })),
  );
  const ordered = hits
    .map((hit) => ({ ...hit, score: hit.score * (hit.language === language ? OWN_LANGUAGE : 1) }))
    .sort((a, b) => b.score - a.score);
  return { hits: ordered, weak: (ordered[0]?.coverage ?? 0) < WEAK_COVERAGE };
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
