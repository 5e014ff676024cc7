import { type TemplateResult, html, nothing } from 'lit-html';
import { registrationWords } from '../../core/kube/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { NO_TEXT_WORDS, UNREADABLE, fileWords, firstOnly } from '../../kit/file-words.ts';
import type { Send } from '../../kit/widget.ts';
import { bucketsView } from './buckets-view.ts';
import { placeView } from './frame-view.ts';
import type { Shown, StackEvent, StackState } from './model.ts';
import type { StackReport } from './report.ts';
import { countWords, minutesWords, readWords, say, sharedByWords, unparsedWords } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region of the stack reader: the verdict first, then the goroutines, then what was not understood. */
export function view(state: StackState, send: Send<StackEvent>): TemplateResult {
  const { language, offered, ended, shown, reading, source, count } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'source', source: offer }))}
  ${typeof source === 'string' ? nothing : html`<p class="file">${drawable(fileWords(source))}</p>`}
  ${count > 1 ? html`<p class="message" role="status">${firstOnly(language, count)}</p>` : nothing}
  ${readingView(state, send)}
  ${ended === 'cancelled' ? html`<p class="message" role="status">${say('cancelled', language)}</p>` : nothing}
  ${
    typeof ended === 'object'
      ? html`<p class="message" role="alert">
          ${say('failed', language)}: ${ended.failed}
          ${typeof source === 'string' ? nothing : UNREADABLE[language]}
        </p>`
      : nothing
  }
  ${
    shown
      ? html`<div class=${reading === undefined ? 'report' : 'report stale'}>
          ${shownView(shown, language, send)}
        </div>`
      : nothing
  }`;
}

/** A short text is read at once: a bar that only flashes would move the result below it. */
function readingView(
  { language, source, reading, shown }: StackState,
  send: Send<StackEvent>,
): TemplateResult | typeof nothing {
  if (reading === undefined || (shown && typeof source === 'string' && reading === 0)) return nothing;
  return html`<p class="message">
    <progress max="100" .value=${reading} aria-label=${say('reading', language)}></progress>
    ${readWords(language, reading)}
    <button type="button" @click=${() => send({ type: 'cancel' })}>${say('cancel', language)}</button>
  </p>`;
}

function shownView(shown: Shown, language: Language, send: Send<StackEvent>): TemplateResult {
  const { report } = shown;
  return html`${report.noText ? html`<p class="message" role="status">${NO_TEXT_WORDS[report.noText][language]}</p>` : nothing}
  ${verdictView(report, language)}
  ${report.reasons.map(
    ({ text, count }) =>
      html`<p>
        <code class="reason">${text.slice(0, 300).split('\n').map(drawable).join('\n')}</code
        >${count > 1 ? ` ×${count}` : ''}
      </p>`,
  )}
  ${waitsView(report, language)} ${sharedView(report, language)}
  ${report.goroutines > 0 ? bucketsView(shown, language, send) : nothing} ${unparsedView(report, language)}`;
}

function verdictView(report: StackReport, language: Language): TemplateResult {
  const registrations = registrationWords(report.registrations, language);
  const { own, goroutines, frames, languages } = report;
  return html`<div role="status">
    ${registrations ? html`<p><strong>${registrations}</strong></p>` : nothing}
    <p>
      ${
        goroutines > 0
          ? countWords(language, { goroutines, frames, isGo: languages.includes('go') })
          : say('nothing', language)
      }
      ${own ? html`· ${say('own', language)}: <code>${drawable(own.name)}</code> ${placeView(own)}` : nothing}
      ${goroutines > 0 && !own ? html`· ${say('noOwn', language)}` : nothing}
    </p>
    ${
      report.versions?.ranges.length
        ? html`<p class="muted">${say('versions', language)} ${report.versions.ranges.join(', ')}</p>`
        : nothing
    }
  </div>`;
}

/** With one wait the bucket says it all. */
function waitsView({ longestWaits }: StackReport, language: Language): TemplateResult | typeof nothing {
  if (longestWaits.length < 2) return nothing;
  return html`<details class="waits" open>
    <summary>${say('oldest', language)}</summary>
    <ol>
      ${longestWaits.map(
        ({ id, minutes, state, frame }) =>
          html`<li>
            ${minutesWords(language, minutes)} · ${id === undefined ? nothing : `goroutine ${id}`}
            [${drawable(state)}]
            ${frame ? html`<code>${drawable(frame.name)}</code> ${placeView(frame)}` : nothing}
          </li>`,
      )}
    </ol>
  </details>`;
}

function sharedView({ shared }: StackReport, language: Language): TemplateResult | typeof nothing {
  if (shared.length === 0) return nothing;
  return html`<p class="muted">
    ${say('sharedMost', language)}:
    ${shared.map(
      ({ name, address, goroutines }) =>
        html`<code>${address}</code> (${name}) ${sharedByWords(language, goroutines)} `,
    )}
  </p>`;
}

function unparsedView({ unparsed, unparsedCount }: StackReport, language: Language): TemplateResult {
  if (unparsedCount === 0) return html`<p class="muted">${unparsedWords(language, 0)}</p>`;
  return html`<details class="not-understood">
    <summary>${unparsedWords(language, unparsedCount)}</summary>
    <ol class="unparsed">
      ${unparsed.map(({ number, text }) => html`<li value=${number}><code>${drawable(text)}</code></li>`)}
    </ol>
  </details>`;
}
