import { type TemplateResult, html, nothing } from 'lit-html';
import { drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { DialEvent, DialState } from './model.ts';
import type { DialReport, ToldFailure } from './job.ts';
import { leftWords, say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, each ending with what it proves and where it leads, then the waits. */
export function view(state: DialState, send: Send<DialEvent>): TemplateResult {
  const { language, offered, phase, stale } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
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

const verdict = ({ language }: DialState, report: DialReport): (string | TemplateResult)[] =>
  coded(`${report.failures.length === 0 ? say('nothing', language) : ''} ${report.verdict}`);

function reportView(state: DialState, { failures, left, waits, timed }: DialReport): TemplateResult {
  const { language } = state;
  return html`<dl class="endings">${failures.map((failure) => failureView(state, failure))}</dl>
    ${left > 0 ? html`<p>${leftWords(left, language)}</p>` : nothing}
    <p><strong>${say('waits', language)}</strong></p>
    ${
      waits.length === 0
        ? html`<p class="muted">${say(timed ? 'noWait' : 'noTime', language)}</p>`
        : html`<ul>
            ${waits.map(({ words, between }) => html`<li>${words} <span class="muted">${between}</span></li>`)}
          </ul>`
    }`;
}

function failureView(state: DialState, failure: ToldFailure): TemplateResult {
  const { language, base, runbook } = state;
  const { kind, tail, place, proves, step } = failure;
  const href = step && `${step.runbook === runbook ? '' : `${base}/r/${step.runbook}/`}#${step.step}`;
  return html`<dt data-failure=${kind}>
      <code>${drawable(tail)}</code>
      <span class="muted">${place}</span>
    </dt>
    <dd>
      ${coded(proves)}
      ${
        step
          ? html`<a href=${href}>${say('goOn', language)} ${step.runbook} ${step.step}</a>`
          : html`<span class="muted">${say('escalate', language)}</span>`
      }
    </dd>`;
}

/** A sentence quotes the error in backquotes: drawn as code. */
const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
