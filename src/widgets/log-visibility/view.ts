import { type TemplateResult, html, nothing } from 'lit-html';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { ComponentEvent, ComponentState } from '../component-model.ts';
import { frameView, quoted } from '../component-view.ts';
import type { VisibilityReport } from './job.ts';
import { say } from './words.ts';

/** The drawn region: the verdict, then the table. */
export const view = (
  state: ComponentState<VisibilityReport>,
  send: Send<ComponentEvent<VisibilityReport>>,
): TemplateResult => frameView(state, send, (report) => reportView(state.language, report));

function reportView(language: Language, report: VisibilityReport): TemplateResult {
  const { component, version, library, verdict, directory, verbosity, ignored } = report;
  const name =
    version === '' ? `${component}, ${say('unknownVersion', language)}` : `${component} ${version}`;
  return html`<div role="status">
      <p><strong>${quoted(drawable(verdict))}</strong></p>
    </div>
    <p class="muted">${name}, ${library}</p>
    ${report.rows.length === 0 ? nothing : tableView(language, report)}
    ${directory === '' ? nothing : html`<p>${say('directory', language)} <code>${drawable(directory)}</code></p>`}
    ${report.finding === 'refused' ? nothing : html`<p>${say('verbosity', language)} ${verbosity}</p>`}
    ${report.noHeaders ? html`<p>⚠ ${say('noHeaders', language)}</p>` : nothing}
    ${
      ignored.length === 0
        ? nothing
        : html`<p>
            ${say('ignored', language)}: ${ignored.map((flag) => html`<code>${drawable(flag)}</code> `)}
          </p>`
    }`;
}

/** On a narrow screen the table scrolls in itself, by keyboard too. */
const tableView = (language: Language, { severities, rows }: VisibilityReport): TemplateResult =>
  html`<div class="wide" tabindex="0" role="group" aria-label=${say('caption', language)}>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('output', language)}</th>
          ${severities.map((severity) => html`<th scope="col">${severity}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ output, reaches }) =>
            html`<tr>
              <th scope="row">${drawable(output)}</th>
              ${reaches.map((there) => cellView(there, language))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

const cellView = (there: boolean, language: Language): TemplateResult =>
  html`<td data-reaches=${String(there)}>${there ? '✔' : '–'} ${say(there ? 'yes' : 'no', language)}</td>`;
