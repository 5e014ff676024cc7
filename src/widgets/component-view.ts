import { type TemplateResult, html, nothing } from 'lit-html';
import { drawable } from '../core/text/index.ts';
import type { Send } from '../kit/widget.ts';
import type { ComponentEvent, ComponentState } from './component-model.ts';
import { chooseFrom } from './component-widget.ts';
import { say } from './component-words.ts';
import { offerView } from './offer-view.ts';

/** Command lines to choose from. */
interface Choices {
  readonly found: readonly { readonly program: string; readonly pid: number | undefined }[];
}

/** What stands around a report: the offer of the page's paste, the states without a result, the choice of several. */
export function frameView<Report extends Choices>(
  state: ComponentState<Report>,
  send: Send<ComponentEvent<Report>>,
  reportView: (report: Report) => TemplateResult,
): TemplateResult {
  const { language, offered, phase, stale, index } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
  ${phase.kind === 'nothing' ? html`<p class="message" role="status">${say('nothing', language)}</p>` : nothing}
  ${
    phase.kind === 'failed'
      ? html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`
      : nothing
  }
  ${
    phase.kind === 'result'
      ? html`<div class="result" ?data-stale=${stale}>
          ${choiceView(phase.report, index, state, send)} ${reportView(phase.report)}
        </div>`
      : nothing
  }`;
}

function choiceView<Report extends Choices>(
  { found }: Report,
  chosen: number,
  { language }: ComponentState<Report>,
  send: Send<ComponentEvent<Report>>,
): TemplateResult | typeof nothing {
  if (found.length < 2) return nothing;
  return html`<p>
    <label
      >${say('which', language)}
      <select @change=${chooseFrom(send)}>
        ${found.map(
          ({ program, pid }, index) =>
            html`<option ?selected=${index === chosen}>${drawable(program)} ${pid ?? ''}</option>`,
        )}
      </select></label
    >
  </p>`;
}

/** Words quote pieces of the paste in backquotes: drawn as code. */
export const quoted = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
