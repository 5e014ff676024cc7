import { type TemplateResult, html, nothing } from 'lit-html';
import type { Language } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { LoopbackReport } from './job.ts';
import type { LoopbackEvent, LoopbackState } from './model.ts';
import { reasonWords, say, unreadWords, verdictWords } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the host in a sentence, how it came to that, and what was not read. */
export function view(state: LoopbackState, send: Send<LoopbackEvent>): TemplateResult {
  const { language, offered, phase, stale } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
    <div aria-live="polite" class=${stale ? 'report stale' : 'report'}>
      ${phase.kind === 'result' ? reportView(phase.report, language) : nothing}
    </div>
    ${
      phase.kind === 'failed'
        ? html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`
        : nothing
    }`;
}

function reportView({ pick, unread }: LoopbackReport, language: Language): TemplateResult {
  if (!pick) return html`<p>⚠ ${say('noBind', language)}</p>`;
  if (pick.total === 0) return html`<p>⚠ ${coded(say('noAddress', language))}</p>`;
  return html`<p><strong>${verdictWords(pick, language)}</strong></p>
    <p>${reasonWords(pick, language)}</p>
    ${unread.length > 0 ? html`<p class="muted">${unreadWords(unread, language)}</p>` : nothing}`;
}

const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
