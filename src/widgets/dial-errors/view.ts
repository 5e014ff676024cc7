import { type TemplateResult, html, nothing } from 'lit-html';
import { type ConnectionReport, type SeenFailure, dialFailureWords } from '../../core/log/index.ts';
import { drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { DialEvent, DialState } from './model.ts';
import { stepOf } from './steps.ts';
import { betweenWords, leftWords, placeWords, say, verdictWords, waitWords } from './words.ts';

/** The drawn region: the verdict, each ending with what it proves and where it leads, then the waits. */
export function view(state: DialState, send: Send<DialEvent>): TemplateResult {
  const { language, offered, phase, stale } = state;
  return html`${
      offered
        ? html`<p>
            <button type="button" @click=${() => send({ type: 'text', text: offered })}>
              ${say('fromPaste', language)}
            </button>
          </p>`
        : nothing
    }
    <p aria-live="polite">
      ${phase.kind === 'result' ? html`<strong>${verdict(state, phase.report)}</strong>` : nothing}
    </p>
    ${
      phase.kind === 'failed'
        ? html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`
        : nothing
    }
    ${
      phase.kind === 'result'
        ? html`<div class=${stale ? 'report stale' : 'report'}>${reportView(state, phase.report)}</div>`
        : nothing
    }`;
}

const verdict = ({ language }: DialState, report: ConnectionReport): (string | TemplateResult)[] =>
  coded(`${report.failures.length === 0 ? say('nothing', language) : ''} ${verdictWords(report, language)}`);

function reportView(state: DialState, { failures, left, gaps, timed }: ConnectionReport): TemplateResult {
  const { language } = state;
  return html`<dl class="endings">${failures.map((failure) => failureView(state, failure))}</dl>
    ${left > 0 ? html`<p>${leftWords(left, language)}</p>` : nothing}
    <p><strong>${say('waits', language)}</strong></p>
    ${
      gaps.length === 0
        ? html`<p class="muted">${say(timed ? 'noWait' : 'noTime', language)}</p>`
        : html`<ul>
            ${gaps.map(
              (gap) =>
                html`<li>
                  ${waitWords(gap, language)} <span class="muted">${betweenWords(gap, language)}</span>
                </li>`,
            )}
          </ul>`
    }`;
}

function failureView(state: DialState, failure: SeenFailure): TemplateResult {
  const { language, base, runbook } = state;
  const place = stepOf(failure);
  const href = place && `${place.runbook === runbook ? '' : `${base}/r/${place.runbook}/`}#${place.step}`;
  return html`<dt data-failure=${failure.kind}>
      <code>${drawable(failure.tail)}</code>
      <span class="muted">${placeWords(failure.line, failure.times, language)}</span>
    </dt>
    <dd>
      ${coded(dialFailureWords(failure, language))}
      ${
        place
          ? html`<a href=${href}>${say('goOn', language)} ${place.runbook} ${place.step}</a>`
          : html`<span class="muted">${say('escalate', language)}</span>`
      }
    </dd>`;
}

/** A sentence quotes the error in backquotes: drawn as code. */
const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
