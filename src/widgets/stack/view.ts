import { type TemplateResult, html, nothing } from 'lit-html';
import type { Language } from '../../core/text/index.ts';
import { drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { FrameReport, GoroutineReport, GroupReport, StackReport } from './job.ts';
import type { StackEvent, StackState } from './model.ts';
import { goroutineWords, registrationWords, say } from './words.ts';

/** The drawn region of the stack reader: the verdict first, then the folded frames, then what was not understood. */
export function view(state: StackState, send: Send<StackEvent>): TemplateResult {
  const { language, phase, offered } = state;
  return html`${
    offered
      ? html`<p>
          <button type="button" @click=${() => send({ type: 'text', text: offered })}>
            ${say('fromPaste', language)}
          </button>
        </p>`
      : nothing
  }
  ${phaseView(state, phase, send)}`;
}

function phaseView(
  { language, stale }: StackState,
  phase: StackState['phase'],
  send: Send<StackEvent>,
): TemplateResult | typeof nothing {
  switch (phase.kind) {
    case 'empty':
      return nothing;
    case 'reading':
      return html`<p>
        ${say('reading', language)}
        <button type="button" @click=${() => send({ type: 'cancel' })}>${say('cancel', language)}</button>
      </p>`;
    case 'failed':
      return html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`;
    case 'result':
      return html`<div class=${stale ? 'report stale' : 'report'}>
        ${reportView(phase.report, language)}
      </div>`;
  }
}

function reportView(report: StackReport, language: Language): TemplateResult {
  const registrations = registrationWords(report.registrations, language);
  const frames = report.goroutines.reduce((sum, goroutine) => sum + goroutine.frames, 0);
  const own = report.goroutines.find((goroutine) => goroutine.own)?.own;
  return html`<div role="status">
      ${registrations ? html`<p><strong>${registrations}</strong></p>` : nothing}
      <p>
        ${report.count > 0 ? goroutineWords(language, report.count, frames) : say('nothing', language)}
        ${own ? html`· ${say('own', language)}: <code>${own.symbol}</code> ${placeView(own)}` : nothing}
        ${report.count > 0 && !own ? html`· ${say('noOwn', language)}` : nothing}
      </p>
      ${
        report.versions?.ranges.length
          ? html`<p class="muted">${say('versions', language)} ${report.versions.ranges.join(', ')}</p>`
          : nothing
      }
    </div>
    ${report.reasons.map((reason) => html`<p><code>${drawable(reason).slice(0, 300)}</code></p>`)}
    ${report.goroutines.map((goroutine) => goroutineView(goroutine, language))}
    ${
      report.unparsedCount > 0
        ? html`<details>
            <summary>${report.unparsedCount} ${say('notUnderstood', language)}</summary>
            <ol class="unparsed">
              ${report.unparsed.map(({ number, text }) => html`<li value=${number}><code>${drawable(text)}</code></li>`)}
            </ol>
          </details>`
        : nothing
    }
    <p>
      <button type="button" @click=${() => copyJson(report, language)}>${say('copyJson', language)}</button>
    </p>`;
}

function goroutineView(goroutine: GoroutineReport, language: Language): TemplateResult {
  const { id, state, minutes, groups, modules, cut } = goroutine;
  return html`<section class="goroutine">
    <p><strong>goroutine ${id} [${state}${minutes ? `, ${minutes} minutes` : ''}]</strong></p>
    ${
      modules.length > 0
        ? html`<p class="muted">
            ${say('modules', language)}: ${modules.map((name) => html`<code>${name}</code> `)}
          </p>`
        : nothing
    }
    ${groups.map((group) => groupView(group, language))}
    ${cut ? html`<p class="cut">⚠ ${say('cut', language)}</p>` : nothing}
  </section>`;
}

function groupView({ key, kind, frames }: GroupReport, language: Language): TemplateResult {
  const name = kind === 'goroot' ? `${say('standardLibrary', language)} ${key}` : key;
  const own = kind === 'local';
  return html`<details class="group" ?open=${own}>
    <summary>${own ? '★ ' : ''}${name} <span class="muted">(${frames.length})</span></summary>
    <ol>
      ${frames.map(
        (frame) =>
          html`<li class=${frame.own ? 'own' : ''}>
            <code>${frame.symbol}</code> ${placeView(frame)}
            ${frame.inlined ? html`<span class="badge">${say('inlined', language)}</span>` : nothing}
            ${frame.own ? html`<span class="badge">${say('own', language)}</span>` : nothing}
          </li>`,
      )}
    </ol>
  </details>`;
}

function placeView({ file, line, link }: FrameReport): TemplateResult | typeof nothing {
  if (!file) return nothing;
  const place = `${shortPath(file)}:${line ?? ''}`;
  return link
    ? html`<a href=${link} rel="noreferrer" target="_blank">${place}</a>`
    : html`<span>${place}</span>`;
}

/** The last three elements of a path: the machine's folders say nothing. */
const shortPath = (file: string): string => file.split('/').slice(-3).join('/');

async function copyJson(report: StackReport, language: Language): Promise<void> {
  announce(say((await copyText(JSON.stringify(report, null, 2))) ? 'copied' : 'copyFailed', language));
}
