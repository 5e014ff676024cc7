import { type TemplateResult, html, nothing } from 'lit-html';
import type { SearchHit } from './engine.ts';
import type { SearchState } from './model.ts';
import { KIND_WORDS, countWords, say } from './words.ts';

/** The hits as a list of links, one of them chosen for Enter. */
export function view(state: SearchState): TemplateResult {
  const { language, base, answer, searching, failure, query } = state;
  if (failure !== '') return html`<p role="alert">${say('failed', language)}: ${failure}</p>`;
  if (query === '') return html`<p class="muted">${say('keys', language)}</p>`;
  if (!answer) return html`<p class="muted">${searching ? say('loading', language) : ''}</p>`;
  if (answer.hits.length === 0) {
    return html`<p role="status">
      ${say('nothing', language)} <a href="${base}/${language}/">${say('console', language)}</a>
    </p>`;
  }
  return html`<p class="muted" role="status">
      ${answer.weak ? say('weak', language) : countWords(answer.hits.length, language)}
    </p>
    <ul class="hits">
      ${answer.hits.map((hit, index) => hitView(hit, index === state.chosen, state))}
    </ul>`;
}

function hitView(hit: SearchHit, chosen: boolean, { language }: SearchState): TemplateResult {
  const other = hit.language !== language;
  return html`<li class=${chosen ? 'chosen' : ''} data-hit=${hit.id}>
    <a href=${hit.url} lang=${other ? (hit.language === 'zh' ? 'zh-CN' : 'en') : nothing}>
      <span class="badge">${KIND_WORDS[hit.kind][language]}</span>
      <code>${hit.id}</code>
      <strong>${hit.title}</strong>
      <span class="excerpt">${hit.excerpt}</span>
    </a>
  </li>`;
}
