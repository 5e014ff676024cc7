import { type TemplateResult, html, nothing } from 'lit-html';
import type { FlagSeverity } from '../../core/flags/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { ComponentEvent, ComponentState } from '../component-model.ts';
import { frameView, quoted } from '../component-view.ts';
import { say as sayCommon } from '../component-words.ts';
import type { FlagsReport, ShownFinding, ShownWord } from './job.ts';
import { MARKS, say, verdictWords } from './words.ts';

/** The drawn region: the verdict, the line with its marks, the findings, the corrected line. */
export const view = (
  state: ComponentState<FlagsReport>,
  send: Send<ComponentEvent<FlagsReport>>,
): TemplateResult => frameView(state, send, (report) => reportView(state.language, report));

function reportView(language: Language, report: FlagsReport): TemplateResult {
  const { component, version, versionFrom, taking, words, findings, problems, logLines } = report;
  const severities = findings.map(({ severity }) => severity);
  return html`<div role="status">
      <p>
        <strong>${verdictWords(language, `${component} ${version}`.trim(), words.length, severities)}</strong>
        <span class="visually-hidden">${findings[0]?.words}</span>
      </p>
    </div>
    ${report.registers ? html`<p>✔ ${say('registers', language)}</p>` : nothing}
    <p class="muted">
      ${say('readFrom', language)}:
      ${report.source}${taking === '' ? nothing : html` · ${say('taking', language)}: ${taking}`}
    </p>
    ${versionFrom === 'nobody' ? html`<p>${quoted(say('unknownVersion', language))}</p>` : nothing}
    ${problems.map((problem) => html`<p class="problem">⚠ ${quoted(problem)}</p>`)}
    <p class="block-title">${say('line', language)}</p>
    <p class="flag-line" translate="no">${words.map((word) => wordView(word, language))}</p>
    <ul class="findings">
      ${findings.map((finding) => findingView(finding, language))}
    </ul>
    ${
      findings.some(({ kind }) => kind === 'hidden-severities')
        ? nothing
        : html`<p><strong>${say('logLines', language)}:</strong> ${quoted(logLines)}</p>`
    }
    ${report.corrected === '' ? nothing : correctedView(report, language)}`;
}

/** A word with the mark of the worst finding about it; the word of the mark is for those who do not see colours. */
function wordView({ text, severity }: ShownWord, language: Language): TemplateResult {
  const shown = text === '' ? "''" : drawable(text);
  if (!severity) return html`<code>${shown}</code> `;
  return html`<code class="marked" data-severity=${severity}
    >${MARKS[severity].mark} ${shown}<span class="visually-hidden">
      (${MARKS[severity][language]})</span
    ></code
  > `;
}

const findingView = ({ kind, severity, words, sources }: ShownFinding, language: Language): TemplateResult =>
  html`<li data-finding=${kind} data-severity=${severity}>
    <strong>${severityView(severity, language)}</strong> ${quoted(words)}
    ${
      sources.length === 0
        ? nothing
        : html`<span class="muted"
            >${say('sources', language)}:
            ${sources.map(
              ({ title, url }, index) =>
                html`${index > 0 ? '; ' : ''}${
                  url ? html`<a href=${url} rel="noreferrer">${title}</a>` : title
                }`,
            )}</span
          >`
    }
  </li>`;

const severityView = (severity: FlagSeverity, language: Language): string =>
  `${MARKS[severity].mark} ${MARKS[severity][language]}:`;

function correctedView({ diff, corrected }: FlagsReport, language: Language): TemplateResult {
  const copy = async (): Promise<void> =>
    announce(sayCommon((await copyText(corrected)) ? 'copied' : 'copyFailed', language));
  return html`<p class="block-title">${say('corrected', language)}</p>
    <p class="flag-line" data-corrected translate="no">
      ${diff.map(({ kind, text }) => diffView(kind, text === '' ? "''" : drawable(text), language))}
    </p>
    <p class="muted">${say('correctedHint', language)}</p>
    <p><button type="button" data-copy @click=${copy}>${sayCommon('copy', language)}</button></p>`;
}

function diffView(kind: 'kept' | 'dropped' | 'added', text: string, language: Language): TemplateResult {
  switch (kind) {
    case 'kept':
      return html`<code>${text}</code> `;
    case 'dropped':
      return html`<del
        ><span class="visually-hidden">${say('removed', language)} </span><code>− ${text}</code></del
      > `;
    case 'added':
      return html`<ins
        ><span class="visually-hidden">${say('added', language)} </span><code>+ ${text}</code></ins
      > `;
  }
}
