import { type TemplateResult, html, nothing } from 'lit-html';
import { KIND_WORDS, VERDICTS, VERDICT_WORDS } from '../../core/match/index.ts';
import { drawable } from '../../core/text/index.ts';
import { NO_TEXT_WORDS, UNREADABLE, fileWords, firstOnly } from '../../kit/file-words.ts';
import type { Send } from '../../kit/widget.ts';
import { linesView } from './lines-view.ts';
import { matchesView } from './match-view.ts';
import { PAGE_OF_LINES, type Triage, type TriageEvent, type TriageResult } from './model.ts';
import { SENTENCES, say } from './words.ts';

/** The drawn region of the console. Pasted text comes in through bindings only. */
export function view(state: Triage, send: Send<TriageEvent>): TemplateResult {
  const { language, source } = state;
  return html`${statusView(state, send)}
  ${
    source.kind === 'file' && source.count > 1
      ? html`<p class="message" role="status">${firstOnly(language, source.count)}</p>`
      : nothing
  }
  ${phaseView(state, send)}`;
}

function statusView({ language, source, requests }: Triage, send: Send<TriageEvent>): TemplateResult {
  const active = source.kind !== 'none';
  return html`<p class="status">
    <span>${say('stays', language)}</span>
    ${active ? html`<span>${SENTENCES.requests(language, requests)}</span>` : nothing}
    ${source.kind === 'file' ? html`<span>${drawable(fileWords(source.file))}</span>` : nothing}
    ${
      active
        ? html`<button type="button" @click=${() => send({ type: 'clear' })}>
            ${say('clear', language)}
          </button>`
        : nothing
    }
  </p>`;
}

function phaseView(state: Triage, send: Send<TriageEvent>): TemplateResult | typeof nothing {
  const { language, phase } = state;
  switch (phase.kind) {
    case 'empty':
      return nothing;
    case 'blank':
      return html`<p class="message" role="status">${say('nothing', language)}</p>`;
    case 'failed':
      return html`<p class="message" role="alert">
        ${say('failed', language)}: ${phase.message}
        ${state.source.kind === 'file' ? UNREADABLE[language] : say('kept', language)}
      </p>`;
    case 'reading':
    case 'result':
      return workView(state, phase, send);
  }
}

/** How far it is, and the answer: of this text, or dimmed of the one before. Of both it is drawn in one place. */
function workView(
  state: Triage,
  phase: Extract<Triage['phase'], { kind: 'reading' | 'result' }>,
  send: Send<TriageEvent>,
): TemplateResult {
  const isStale = phase.kind === 'reading' && !phase.result;
  const result = phase.result ?? (phase.kind === 'reading' ? phase.before : undefined);
  return html`${messageView(state, phase, send)}
  ${
    result
      ? html`<div class=${isStale ? 'stale' : nothing} ?inert=${isStale}>
          ${resultView(state, result, isStale ? PAGE_OF_LINES : phase.shown, send)}
        </div>`
      : nothing
  }`;
}

function messageView(
  { language, source }: Triage,
  phase: Extract<Triage['phase'], { kind: 'reading' | 'result' }>,
  send: Send<TriageEvent>,
): TemplateResult | typeof nothing {
  if (phase.kind === 'result') {
    return phase.stoppedAt === undefined
      ? nothing
      : html`<p class="message" role="status">${SENTENCES.stopped(language, phase.stoppedAt)}</p>`;
  }
  // A short paste is judged at once: a bar that only flashes would move the answer below it.
  if (source.kind === 'text' && phase.percent === 0 && phase.before) return nothing;
  return html`<p class="message">
    <progress max="100" .value=${phase.percent} aria-label=${say('reading', language)}></progress>
    ${SENTENCES.foundSoFar(language, phase.percent)}
    <button type="button" @click=${() => send({ type: 'cancel' })}>${say('cancel', language)}</button>
  </p>`;
}

function resultView(
  state: Triage,
  result: TriageResult,
  shown: number,
  send: Send<TriageEvent>,
): TemplateResult {
  return html`<div class="result">
    ${matchesView(state, result)}
    <section class="judged" aria-labelledby="judged-title">
      <h2 id="judged-title">${say('lines', state.language)}</h2>
      ${summaryView(state, result)} ${linesView(state, result.lines, shown, send)}
    </section>
  </div>`;
}

function summaryView({ language }: Triage, result: TriageResult): TemplateResult {
  const { counts, total, detected, versions, lines, noText } = result;
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${VERDICT_WORDS[verdict][language]} ${counts[verdict]}`)
    .join(' · ');
  const kinds = detected
    .map(({ kind, lines: count }) => `${KIND_WORDS[kind][language]} ${count}`)
    .join(' · ');
  return html`<div class="summary">
    <p>${SENTENCES.counts(language, total, parts)}</p>
    <p class="muted">${say('detected', language)}: ${kinds}</p>
    ${noText ? html`<p class="message">${NO_TEXT_WORDS[noText][language]}</p>` : nothing}
    ${lines.length < total ? html`<p>${SENTENCES.onlyCounted(language, lines.length, total)}</p>` : nothing}
    ${
      versions
        ? html`<details class="versions">
            <summary>
              ${
                versions.ranges.length > 0
                  ? html`${say('versions', language)} ${versions.ranges.join(', ')}`
                  : say('versionsNone', language)
              }
            </summary>
            <ul>
              ${versions.evidence.map(
                ({ place, ranges }) => html`<li><code>${place}</code> → ${ranges.join(', ')}</li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </div>`;
}
