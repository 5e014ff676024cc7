import { type TemplateResult, html, nothing } from 'lit-html';
import { secondsWords } from '../../core/resolve/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import { asMarkdown } from './copy.ts';
import type { ResolverReport } from './job.ts';
import type { ResolverEvent, ResolverState } from './model.ts';
import { SENTENCES, USE_FILES, say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, then a bar for each query with the limit across, then what is wrong with the files. */
export function view(state: ResolverState, send: Send<ResolverEvent>): TemplateResult {
  const { language, offered, phase, stale } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'fill', files: offer }), USE_FILES)}
    ${
      phase.kind === 'failed'
        ? html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`
        : nothing
    }
    <p class="resolver-verdict" aria-live="polite">
      ${phase.kind === 'result' ? coded(phase.report.verdict) : nothing}
    </p>
    ${
      phase.kind === 'result'
        ? html`<div class=${stale ? 'report stale' : 'report'}>${reportView(phase.report, language)}</div>`
        : nothing
    }`;
}

function reportView(report: ResolverReport, language: Language): TemplateResult {
  const { order, reason, sum } = report;
  return html`<p>
      ${say('order', language)} <code>${order}</code>${say('stop', language)} ${coded(reason)}
      ${sum.names > 0 ? html`<br />${SENTENCES.sum(language, sum)}` : nothing}
    </p>
    ${report.rows.length > 0 ? timelineView(report, language) : nothing} ${problemsView(report, language)}
    ${copyView(report, language)}`;
}

/** Seconds that the width of the picture stands for: a little more than the limit, so that its line shows. */
const widthOf = ({ needs, ends, limit }: ResolverReport): number =>
  1.05 * Math.max(limit === undefined ? needs : Math.max(ends, limit), 1);

function timelineView(report: ResolverReport, language: Language): TemplateResult {
  const { rows, left, limit, hosts } = report;
  const width = widthOf(report);
  return html`<table class="timeline">
    <caption>
      ${say('timeline', language)}${limit === undefined ? nothing : SENTENCES.limit(language, limit)}
    </caption>
    <thead>
      <tr>
        ${HEADS.map((head) => html`<th scope="col">${say(head, language)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ at, until, server, name, types, outcome, ended }) =>
          html`<tr data-outcome=${outcome}>
            <td>${secondsWords(at)} – ${secondsWords(until)} ${barView(at, until, width, limit)}</td>
            <td><code>${server}</code></td>
            <td>${types.join(', ')} <code>${drawable(name)}</code></td>
            <td>${ended}</td>
          </tr>`,
      )}
      ${
        left > 0
          ? html`<tr>
              <td colspan="4">${SENTENCES.left(language, left)}</td>
            </tr>`
          : nothing
      }
      ${
        hosts === undefined
          ? nothing
          : html`<tr data-outcome="hosts">
              <td>${secondsWords(hosts.at)} ${barView(hosts.at, hosts.at, width, limit)}</td>
              <td><code>/etc/hosts</code></td>
              <td></td>
              <td>${SENTENCES.hosts(language, hosts)}</td>
            </tr>`
      }
    </tbody>
  </table>`;
}

const HEADS = ['clock', 'server', 'query', 'outcome'] as const;

/** Above and below its own bar, so that the lines of all rows make one. */
const LINE = '-14V14';

/** For eyes only: the words beside it say the same. Widths are in hundredths of the cell. */
function barView(at: number, until: number, width: number, limit: number | undefined): TemplateResult {
  const x = (100 * at) / width;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect x=${x} y="1" width=${Math.max(0.6, (100 * (until - at)) / width)} height="4"></rect>
    <path class="limit" d=${limit === undefined ? '' : `M${(100 * limit) / width} ${LINE}`}></path>
  </svg>`;
}

function problemsView(
  { problems, problemCount }: ResolverReport,
  language: Language,
): TemplateResult | typeof nothing {
  if (problemCount === 0) return nothing;
  return html`<p>${say('problems', language)} (${problemCount})</p>
    <ul class="problems">
      ${problems.map(({ path, words }) => html`<li>⚠ <code>${path}</code>: ${coded(words)}</li>`)}
    </ul>`;
}

function copyView(report: ResolverReport, language: Language): TemplateResult {
  const copy = async (text: string): Promise<void> =>
    announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
  return html`<p class="actions" data-no-print>
    <button type="button" data-copy="markdown" @click=${() => copy(asMarkdown(report, language))}>
      ${say('copyMarkdown', language)}
    </button>
    <button type="button" data-copy="json" @click=${() => copy(`${JSON.stringify(report)}\n`)}>
      ${say('copyJson', language)}
    </button>
  </p>`;
}

/** A sentence quotes files and errors in backquotes: drawn as code. */
const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
