import { type TemplateResult, html } from 'lit-html';
import { skewWords } from '../../core/kube/index.ts';
import { drawable } from '../../core/text/index.ts';
import { type SkewState, judge } from './model.ts';
import { say } from './words.ts';

/** The drawn region: the verdict on what stands in the form. */
export function view({ language, settings }: SkewState): TemplateResult {
  const judged = judge(settings);
  switch (judged.kind) {
    case 'empty':
      return html`<p class="muted" role="status">${say('empty', language)}</p>`;
    case 'error':
      return html`<p class="message" role="status">
        ${say('error', language)} <code>${drawable(judged.found).slice(0, 80)}</code>
      </p>`;
    case 'result': {
      const { verdict, serversApart, rule } = judged.skew;
      const fine = (verdict === 'same' || verdict === 'within') && !serversApart;
      return html`<p role="status" data-verdict=${verdict}>
          <strong>${fine ? '✔' : '⚠'} ${skewWords(judged.skew)[language]}</strong>
        </p>
        <p class="muted">
          <a href=${rule.source} rel="noreferrer">${say('source', language)}</a>
        </p>`;
    }
  }
}
