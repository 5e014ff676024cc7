import { type TemplateResult, html, nothing } from 'lit-html';
import { type Interval, type Severity, intervalWords } from '../../core/log/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { NO_TEXT_WORDS, UNREADABLE, fileWords, firstOnly } from '../../kit/file-words.ts';
import type { Send } from '../../kit/widget.ts';
import { type CopyForm, copyRows } from './copy.ts';
import type { Row } from './job.ts';
import { type ReaderEvent, type ReaderState, type Report, listed, reportOf } from './model.ts';
import { formatNames, rowsView } from './rows-view.ts';
import { SENTENCES, SEVERITY_WORDS, say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region of the log reader: how far it is, the verdict, the filters, then the lines. */
export function view(state: ReaderState, send: Send<ReaderEvent>): TemplateResult {
  const { language, offered, stale, phase, source } = state;
  const report = reportOf(state);
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
    ${source.kind === 'file' ? html`<p class="log-file">${drawable(fileWords(source.file))}</p>` : nothing}
    ${phaseView(state, send)}
    <div
      role="status"
      aria-live=${phase.kind === 'reading' ? 'off' : 'polite'}
      class=${stale ? 'stale' : nothing}
    >
      ${saidView(state)}
    </div>
    ${report ? html`<div class=${stale ? 'report stale' : 'report'}>${reportView(state, report, send)}</div>` : nothing}`;
}

/** A short text is read at once: a bar that only flashes would move the result below it. */
function phaseView(
  { language, phase, source }: ReaderState,
  send: Send<ReaderEvent>,
): TemplateResult | typeof nothing {
  if (phase.kind === 'failed')
    return html`<p class="message" role="alert">
      ${say('failed', language)}: ${phase.message}
      ${source.kind === 'file' ? UNREADABLE[language] : say('kept', language)}
    </p>`;
  if (phase.kind !== 'reading' || (source.kind === 'text' && phase.percent === 0)) return nothing;
  return html`<p class="message">
    <progress max="100" .value=${phase.percent} aria-label=${say('reading', language)}></progress>
    ${SENTENCES.read(language, phase.percent)}
    <button type="button" @click=${() => send({ type: 'cancel' })}>${say('cancel', language)}</button>
  </p>`;
}

/** What a screen reader is told, once it stands: the verdict, or why there is none. */
function saidView(state: ReaderState): TemplateResult | typeof nothing {
  const { language, phase, source } = state;
  const report = reportOf(state);
  const several =
    source.kind === 'file' && source.count > 1
      ? html`<p class="message">${firstOnly(language, source.count)}</p>`
      : nothing;
  if (phase.kind === 'blank' || phase.kind === 'cancelled')
    return html`${several}
      <p class="message">${say(phase.kind, language)}</p>`;
  if (!report) return several;
  return html`${several}
  ${report.noText ? html`<p class="message">${NO_TEXT_WORDS[report.noText][language]}</p>` : nothing}
  ${
    phase.kind === 'result' && phase.stoppedAt !== undefined
      ? html`<p class="message">${SENTENCES.stopped(language, phase.stoppedAt)}</p>`
      : nothing
  }
  ${verdictView(language, report)}`;
}

function verdictView(language: Language, { summary }: Report): TemplateResult {
  const severities = summary.severities
    .map(({ id, count }) => `${SEVERITY_WORDS[id][language]} ${count}`)
    .join(' · ');
  return html`<p>
    <strong>${SENTENCES.verdict(language, summary.lines, summary.recordCount, severities)}</strong>
    ${summary.first && summary.last ? html`<span class="muted">${summary.first} – ${summary.last}</span>` : nothing}
    ${knowsNothing(summary) ? say('nothing', language) : nothing}
  </p>`;
}

/** A dump of goroutines, or what journald says itself, is of no format either, and is understood. */
const knowsNothing = ({ formats, severities, wrappers, unread }: Report['summary']): boolean =>
  unread.count > 0 && formats.length + severities.length + wrappers.length === 0;

function reportView(state: ReaderState, report: Report, send: Send<ReaderEvent>): TemplateResult {
  const { language, filter } = state;
  const { summary, dropped } = report;
  const rows = listed(report, filter);
  return html`<p class="muted">
      ${summary.formats.length > 0 ? html`${say('formats', language)}: ${formatNames(summary.formats, language)}` : nothing}
      ${summary.wrappers.length > 0 ? html`· ${say('wrappers', language)}: ${formatNames(summary.wrappers, language)}` : nothing}
    </p>
    ${unreadView(state, report, send)} ${rhythmsView(language, summary.intervals)}
    ${summary.tooLong.length > 0 ? html`<p>${SENTENCES.tooLong(language, summary.tooLong)}</p>` : nothing}
    ${dropped > 0 ? html`<p>${SENTENCES.dropped(language, dropped)}</p>` : nothing}
    ${filtersView(state, report, send)} ${rowsView(state, rows, summary.gaps, send)}
    ${copyView(language, report, rows)}`;
}

/** What comes back in a rhythm, the most frequent first. */
function rhythmsView(language: Language, intervals: readonly Interval[]): TemplateResult | typeof nothing {
  if (intervals.length === 0) return nothing;
  const shown = intervals.toSorted((a, b) => b.times - a.times).slice(0, MAX_LISTED);
  return html`<details>
    <summary>${say('rhythms', language)} (${intervals.length})</summary>
    <ul>
      ${shown.map((interval) => html`<li>${coded(intervalWords(interval, language))}</li>`)}
    </ul>
  </details>`;
}

const MAX_LISTED = 20;

/** A sentence quotes the log in backquotes: drawn as code. */
const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));

/** How many lines were not understood: always said, also if it is none. */
function unreadView(
  { language, filter }: ReaderState,
  { summary }: Report,
  send: Send<ReaderEvent>,
): TemplateResult {
  const { count } = summary.unread;
  return html`<p class="log-unread">
      ${SENTENCES.unread(language, count)}
      ${
        count > 0
          ? html`<button
              type="button"
              aria-pressed=${filter.unread ? 'true' : 'false'}
              @click=${() => send({ type: 'filter', filter: { unread: !filter.unread } })}
            >
              ${say(filter.unread ? 'notOnlyUnread' : 'onlyUnread', language)}
            </button>`
          : nothing
      }
    </p>
    ${
      filter.unread
        ? html`<p>${say('templates', language)}:</p>
            <ul>
              ${summary.templates.templates
                .slice(0, MAX_LISTED)
                .map(({ text, count: times }) => html`<li>× ${times} <code>${drawable(text)}</code></li>`)}
            </ul>`
        : nothing
    }`;
}

function filtersView(
  { language, filter }: ReaderState,
  { summary }: Report,
  send: Send<ReaderEvent>,
): TemplateResult {
  const sources = summary.sources.filter(({ id }) => id !== '');
  const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<p class="actions log-filters">
    <label
      >${say('least', language)}
      <select
        .value=${filter.least}
        @change=${(event: Event) => send({ type: 'filter', filter: { least: chosen(event) as Severity | '' } })}
      >
        <option value="">${say('all', language)}</option>
        ${summary.severities.map(
          ({ id, count }) =>
            html`<option value=${id} ?selected=${filter.least === id}>
              ${SEVERITY_WORDS[id][language]} (${count})
            </option>`,
        )}
      </select></label
    >
    ${
      sources.length > 0
        ? html`<label
            >${say('source', language)}
            <select
              .value=${filter.source}
              @change=${(event: Event) => send({ type: 'filter', filter: { source: chosen(event) } })}
            >
              <option value="">${say('all', language)}</option>
              ${sources.map(
                ({ id, count }) =>
                  html`<option value=${id} ?selected=${filter.source === id}>
                    ${drawable(id)} (${count})
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
  </p>`;
}

const FORMS = [
  ['text', 'copyText'],
  ['json', 'copyJson'],
  ['markdown', 'copyMarkdown'],
] as const;

function copyView(language: Language, report: Report, rows: readonly Row[]): TemplateResult {
  const copy = async (form: CopyForm): Promise<void> =>
    announce(say((await copyText(copyRows(form, report, rows))) ? 'copied' : 'copyFailed', language));
  return html`<p class="actions">
    ${FORMS.map(
      ([form, word]) =>
        html`<button type="button" data-copy=${form} @click=${() => copy(form)}>
          ${say(word, language)}
        </button>`,
    )}
  </p>`;
}
