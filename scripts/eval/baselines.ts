import { searchTokens } from '../../src/core/search/index.ts';
import type { Pack } from '../../src/core/match/index.ts';
import type { Content } from '../../src/gate/index.ts';

/** Slugs of runbooks, best first; empty where it has no answer. */
export type Answerer = (text: string) => readonly string[];

/** Full-text search: BM25 (k1 1.2, b 0.75) of the paste's terms over the English and Chinese pages and all wordings. */
export function fullText({ runbooks }: Content): Answerer {
  const documents = runbooks.map(({ slug, data, pages }) => {
    const text = [pages.en, pages.zh]
      .flatMap(({ head, structure }) => [
        head.title,
        head.summary,
        ...head.aka,
        ...structure.sections.map((section) => section.text),
      ])
      .concat(
        data.signatures.flatMap(({ heads, tails }) => [...heads, ...tails].map(({ pattern }) => pattern)),
      );
    const counts = new Map<string, number>();
    const tokens = searchTokens(text.join('\n'));
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    return { slug, counts, length: tokens.length };
  });
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  return (text) => {
    const terms = new Set(searchTokens(text));
    const scored = documents.map(({ slug, counts, length }) => {
      let score = 0;
      for (const term of terms) {
        const count = counts.get(term);
        if (!count) continue;
        const holding = documents.filter((one) => one.counts.has(term)).length;
        const idf = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
        score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average));
      }
      return { slug, score };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
      .map(({ slug }) => slug);
  };
}

/** Each wording as a regular expression, tried in the order of the runbooks: the first that is anywhere in the paste. */
export function firstRegularExpression({ runbooks }: Pack): Answerer {
  const rules = runbooks.flatMap(({ slug, signatures }) =>
    signatures.flatMap(({ heads }) =>
      heads.map(({ pattern }) => ({ slug, expression: asExpression(pattern) })),
    ),
  );
  return (text) => {
    const found: string[] = [];
    for (const { slug, expression } of rules)
      if (!found.includes(slug) && expression.test(text)) found.push(slug);
    return found;
  };
}

/** The first line that says error, exception or fail, and what full-text search answers to it. */
export function firstErrorLine(search: Answerer): Answerer {
  return (text) => {
    const line = text.split('\n').find((one) => /error|exception|fail/i.test(one));
    return line === undefined ? [] : search(line);
  };
}

function asExpression(pattern: string): RegExp {
  const parts = pattern
    .split(/(?<!\\)<[^>]*>/)
    .map((literal) => literal.replaceAll('\\<', '<').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('.{1,200}?'));
}
