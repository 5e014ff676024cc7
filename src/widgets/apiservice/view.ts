import { type TemplateResult, html, nothing } from 'lit-html';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { ApiServiceAnswer } from './job.ts';
import type { ApiServiceEvent, ApiServiceState } from './model.ts';
import { quoted, rowView } from './row-view.ts';
import { moreWords, say, unreadWords } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, the table, then one part for each API that is not available. */
export function view(state: ApiServiceState, send: Send<ApiServiceEvent>): TemplateResult {
  const { language, offered, shown, stale, failed } = state;
  const answer = typeof shown === 'object' ? shown : undefined;
  const sentence = shown === 'nothing' ? say('nothing', language) : (answer?.verdict ?? '');
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
    <p role="status" class=${stale ? 'stale' : ''}>
      <strong>${quoted(sentence)}</strong>
    </p>
    ${failed ? html`<p class="message" role="alert">${say('failed', language)}: ${failed}</p>` : nothing}
    ${answer ? html`<div class=${stale ? 'stale' : ''}>${answerView(answer, state, send)}</div>` : nothing}`;
}

function answerView(
  answer: ApiServiceAnswer,
  state: ApiServiceState,
  send: Send<ApiServiceEvent>,
): TemplateResult {
  const { language } = state;
  const down = answer.rows.slice(0, answer.unavailable);
  return html`${problemsView(answer)} ${tableView(answer, language)}
    ${down.map((row, index) => rowView(row, answer, state, send, index === 0))}
    ${effectsView(answer, language)} ${mentionsView(answer, language)}
    <p class="paste-buttons" data-no-print>
      ${copyButton(say('copyMarkdown', language), answer.markdown, language)}
      ${copyButton(say('copyJson', language), answer.json, language)}
    </p>
    ${unreadView(answer, language)}`;
}

const problemsView = ({ problems }: ApiServiceAnswer): TemplateResult | typeof nothing =>
  problems.length === 0
    ? nothing
    : html`<ul class="problems">
        ${problems.map((problem) => html`<li>⚠ ${quoted(problem)}</li>`)}
      </ul>`;

/** The columns have the names that kubectl prints. */
function tableView({ rows, total }: ApiServiceAnswer, language: Language): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const body = rows.map(
    ({ name, service, available, reason, age }) =>
      html`<tr data-available=${available}>
        <th scope="row">${drawable(name)}</th>
        <td>${drawable(service)}</td>
        <td>${available}${available === 'True' || reason === undefined ? '' : ` (${drawable(reason)})`}</td>
        <td>${drawable(age ?? '')}</td>
      </tr>`,
  );
  return html`<table class="apiservices" translate="no">
      <thead>
        <tr>
          ${['NAME', 'SERVICE', 'AVAILABLE', 'AGE'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
    ${total > rows.length ? html`<p class="muted">${moreWords(language, total - rows.length)}</p>` : nothing}`;
}

function effectsView({ effects }: ApiServiceAnswer, language: Language): TemplateResult | typeof nothing {
  if (effects.length === 0) return nothing;
  return html`<details>
    <summary>${say('meanwhile', language)}</summary>
    <ul>
      ${effects.map(
        ({ words, source }) =>
          html`<li>${quoted(words)} <a href=${source}>${say('source', language)}</a></li>`,
      )}
    </ul>
  </details>`;
}

function mentionsView({ mentions }: ApiServiceAnswer, language: Language): TemplateResult | typeof nothing {
  if (mentions.length === 0) return nothing;
  return html`<details>
    <summary>${say('mentions', language)} (${mentions.length})</summary>
    <ul>
      ${mentions.map(
        ({ name, error, line }) =>
          html`<li>
            <code>${drawable(name)}</code> ${drawable(error)}
            <span class="muted">${say('line', language)} ${line}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

function unreadView({ unread, unreadCount }: ApiServiceAnswer, language: Language): TemplateResult {
  const words = unreadWords(language, unreadCount);
  if (unreadCount === 0) return html`<p class="muted">${words}</p>`;
  return html`<details class="not-understood">
    <summary>${words}</summary>
    <ol class="unparsed">
      ${unread.map(({ number, text }) => html`<li value=${number}><code>${drawable(text)}</code></li>`)}
    </ol>
  </details>`;
}

function copyButton(words: string, text: string, language: Language): TemplateResult {
  const copy = async (): Promise<void> =>
    announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
  return html`<button type="button" @click=${copy}>${words}</button>`;
}
