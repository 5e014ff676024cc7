import { type TemplateResult, html, nothing } from 'lit-html';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { HealthCheckAnswer } from './job.ts';
import type { HealthCheckEvent, HealthCheckState } from './model.ts';
import { probeSentence, restWords, say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, the rule applied to each path, which registration is printed, what answers prove. */
export function view(state: HealthCheckState, send: Send<HealthCheckEvent>): TemplateResult {
  const { language, offered, shown, stale, failed } = state;
  const answer = typeof shown === 'object' ? shown : undefined;
  const sentence =
    shown === 'nothing'
      ? say('nothing', language)
      : answer
        ? answer.sentence || probeSentence(language, answer.probes)
        : '';
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
    <p role="status" class=${stale ? 'stale' : ''}>
      <strong>${quoted(drawable(sentence))}</strong>
    </p>
    ${failed ? html`<p class="message" role="alert">${say('failed', language)}: ${failed}</p>` : nothing}
    ${answer ? html`<div class=${stale ? 'stale' : ''}>${answerView(answer, language)}</div>` : nothing}`;
}

function answerView(answer: HealthCheckAnswer, language: Language): TemplateResult {
  const { printed, winner, builder, unread } = answer;
  return html`${expectedView(answer, language)} ${printed.map((words) => html`<p>${quoted(words)}</p>`)}
  ${winner ? html`<p>${winner}</p>` : nothing}
  ${
    builder
      ? html`<p>
          ${say('builder', language)} <code>v${builder}</code>.
          ${builder.startsWith('1.17.') ? say('builderFixed', language) : nothing}
        </p>`
      : nothing
  }
  ${listsView(answer, language)} ${probesView(answer, language)}
  ${unread > 0 ? html`<p class="muted">${restWords(language, unread)}</p>` : nothing}`;
}

function expectedView({ expected }: HealthCheckAnswer, language: Language): TemplateResult | typeof nothing {
  if (expected.length === 0) return nothing;
  return html`<p>${say('rule', language)}</p>
    <table>
      <thead>
        <tr>
          ${(['path', 'times', 'expected', 'found'] as const).map(
            (name) => html`<th scope="col">${say(name, language)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${expected.map(
          ({ path, count, expected: by, found }) =>
            html`<tr>
              <th scope="row"><code>${drawable(path)}</code></th>
              <td>${count}</td>
              <td>${by}</td>
              <td>${found}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function listsView({ lists }: HealthCheckAnswer, language: Language): TemplateResult | typeof nothing {
  if (lists.length === 0) return nothing;
  return html`<details>
    <summary>${say('lists', language)} (${lists.length})</summary>
    <ul>
      ${lists.map(
        ({ path, names, repeated }) =>
          html`<li>
            <code>${drawable(path)}</code>:
            ${names.map((name, index) => {
              const shown = html`<code>${drawable(name)}</code>`;
              return html`${index > 0 ? ', ' : ''}${repeated.includes(name) ? html`<mark>${shown}</mark>` : shown}`;
            })}
          </li>`,
      )}
    </ul>
  </details>`;
}

function probesView({ probes }: HealthCheckAnswer, language: Language): TemplateResult | typeof nothing {
  if (probes.length === 0) return nothing;
  return html`<p><strong>${say('probes', language)}</strong></p>
    <dl>
      ${probes.map(
        ({ code, path, line, proves, provesNot, source }) =>
          html`<dt>
              ${code} ${path ? html`<code>${drawable(path)}</code>` : nothing}
              <span class="muted">${say('line', language)} ${line}</span>
            </dt>
            <dd>
              <p>${say('proves', language)}: ${proves}</p>
              <p>
                ${say('provesNot', language)}: ${provesNot}
                <a href=${source}>${say('source', language)}</a>
              </p>
            </dd>`,
      )}
    </dl>`;
}

/** Words quote pieces of the paste in backquotes: drawn as code. */
const quoted = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
