import { type TemplateResult, html, nothing } from 'lit-html';
import type { ToldApiService } from '../../core/kube/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { ApiServiceAnswer } from './job.ts';
import type { ApiServiceEvent, ApiServiceState } from './model.ts';
import { say } from './words.ts';

type Command = ToldApiService['commands'][number];

/** One API that is not available: why, what breaks beside the general, and the commands in their order. */
export function rowView(
  row: ToldApiService,
  answer: ApiServiceAnswer,
  state: ApiServiceState,
  send: Send<ApiServiceEvent>,
  open: boolean,
): TemplateResult {
  const { language } = state;
  const { name, available, reason, message, means, how, first, source, effects, local } = row;
  return html`<details class="api" ?open=${open} data-api=${name}>
    <summary>
      <code>${drawable(name) || '–'}</code> ${available}${reason ? ` (${drawable(reason)})` : ''}
    </summary>
    <p>${quoted(means ?? '')} ${source ? html`<a href=${source}>${say('source', language)}</a>` : nothing}</p>
    ${message ? html`<p>${say('message', language)}: <code class="reason">${drawable(message)}</code></p>` : nothing}
    ${how ? html`<p>${quoted(how)}</p>` : nothing}
    ${first ? html`<p><strong>${say('first', language)}:</strong> ${first}</p>` : nothing}
    ${
      effects.length > 0
        ? html`<p>${say('breaks', language)}:</p>
            <ul>
              ${effects.map(({ words, source: at }) => html`<li>${quoted(words)} <a href=${at}>${say('source', language)}</a></li>`)}
            </ul>`
        : nothing
    }
    ${row.commands.length > 0 ? commandsView(row.commands, answer, state, send) : noCommandsView(local, language)}
  </details>`;
}

const noCommandsView = (local: boolean, language: Language): TemplateResult =>
  html`<p>${say(local ? 'localDown' : 'nameless', language)}</p>`;

/** What deletes can be copied only by a reader who says that the saved file is there. */
function commandsView(
  commands: readonly Command[],
  { titles, guess }: ApiServiceAnswer,
  { language, saved }: ApiServiceState,
  send: Send<ApiServiceEvent>,
): TemplateResult {
  const check = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) send({ type: 'saved', saved: event.target.checked });
  };
  return html`${commands.map((one, index) => {
    const { act, danger, command } = one;
    const locked = danger >= 3 && !saved;
    const copy = async (): Promise<void> =>
      announce(say((await copyText(command)) ? 'copied' : 'copyFailed', language));
    return html`<div class="block" data-act=${act}>
      ${
        commands[index - 1]?.act === act && commands[index - 1]?.danger === danger
          ? nothing
          : html`<p class="block-title">
              ${quoted(titles[act] ?? '')}
              <span class=${`badge danger-${danger}`}>${say('danger', language)} ${danger}</span>
            </p>`
      }
      ${one.guess && !commands[index - 1]?.guess ? html`<p class="block-title muted">${guess}</p>` : nothing}
      ${
        danger >= 3
          ? html`<label class="check block-title" data-no-print>
              <input type="checkbox" .checked=${saved} @change=${check} /> ${say('saved', language)}
            </label>`
          : nothing
      }
      <pre tabindex="0"><code>${drawable(command)}</code></pre>
      <button
        type="button"
        data-no-print
        ?disabled=${locked}
        title=${locked ? say('savedFirst', language) : ''}
        @click=${copy}
      >
        ${say('copy', language)}
      </button>
    </div>`;
  })}`;
}

/** Words quote pieces of the paste in backquotes: drawn as code. */
export const quoted = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
