import { type TemplateResult, html, nothing } from 'lit-html';
import type { Language } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import { clockWords } from './clock-words.ts';
import type { DelveReport } from './job.ts';
import type { DelveEvent, DelveState } from './model.ts';
import { say } from './words.ts';

/**
 * What happens while the program stands still, and since when it does, if the reader says so. The clock is text, stands outside of
 * every live region, and is announced only when something of the list comes to pass.
 */
export function clockView(
  { language, paused }: DelveState,
  { effects }: DelveReport,
  send: Send<DelveEvent>,
): TemplateResult | typeof nothing {
  if (effects.length === 0) return nothing;
  const runs = paused !== undefined;
  return html`<section class="paused" data-paused=${runs ? paused : nothing}>
    <p class="block-title">${say('paused', language)}</p>
    <p>
      <button type="button" data-clock @click=${() => send({ type: 'clock', paused: runs ? undefined : 0 })}>
        ${say(runs ? 'stopClock' : 'startClock', language)}
      </button>
      ${runs ? html`<span role="timer">${say('stopped', language)} ${clockWords(paused)}</span>` : nothing}
    </p>
    <ol>
      ${effects.map(
        ({ after, what, source }) =>
          html`<li data-passed=${runs && paused >= after ? '' : nothing}>
            <strong>${afterWords(after, language)}</strong>
            ${runs && paused >= after && after > 0 ? html`<em>${say('happened', language)}</em>` : nothing}
            ${plain(what)} <small class="muted">${source}</small>
          </li>`,
      )}
    </ol>
    <p class="muted">${say('pausedNote', language)}</p>
  </section>`;
}

const afterWords = (after: number, language: Language): string =>
  after === 0 ? say('atOnce', language) : `${clockWords(after)} (${after} s)`;

const plain = (text: string): string => text.replaceAll('`', '');
