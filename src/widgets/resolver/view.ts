import { type TemplateResult, html, nothing } from 'lit-html';
import {
  FILE_PATHS,
  OUTCOME_WORDS,
  configProblemWords,
  reasonWords,
  secondsWords,
  verdictWords,
} from '../../core/resolve/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { ResolverReport } from './job.ts';
import type { ResolverEvent, ResolverState } from './model.ts';
import { SENTENCES, say } from './words.ts';

/** The drawn region: the verdict, then a bar for each query with the limit across, then what is wrong with the files. */
export function view(state: ResolverState, send: Send<ResolverEvent>): TemplateResult {
  const { language, offered, phase, stale } = state;
  return html`${
      offered
        ? html`<p>
            <button type="button" @click=${() => send({ type: 'fill', files: offered })}>
              ${say('fromPaste', language)}
            </button>
          </p>`
        : nothing
    }
    ${
      phase.kind === 'failed'
        ? html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`
        : nothing
    }
    <p class="resolver-verdict" aria-live="polite">
      ${phase.kind === 'result' ? coded(verdictWords(phase.report.name, phase.report.lookup, language)) : nothing}
    </p>
    ${
      phase.kind === 'result'
        ? html`<div class=${stale ? 'report stale' : 'report'}>${reportView(phase.report, language)}</div>`
        : nothing
    }`;
}

function reportView(report: ResolverReport, language: Language): TemplateResult {
  const { order, reason, found, names, resolv } = report.lookup;
  return html`<p>
      ${say('order', language)} <code>${order}</code>${say('stop', language)}
      ${coded(reasonWords(reason, found, language))}
      ${
        names.length > 0
          ? html`<br />${SENTENCES.sum(language, names.length, resolv.attempts, resolv.servers.length, resolv.timeout)}${say('stop', language)}`
          : nothing
      }
    </p>
    ${report.rows.length > 0 ? timelineView(report, language) : nothing} ${problemsView(report, language)}`;
}

/** Seconds that the width of the picture stands for: a little more than the limit, so that its line shows. */
const widthOf = ({ lookup: { needs, ends, limit } }: ResolverReport): number =>
  1.05 * Math.max(limit === undefined ? needs : Math.max(ends, limit), 1);

function timelineView(report: ResolverReport, language: Language): TemplateResult {
  const { rows, left, lookup } = report;
  const { limit, hostsAt, inHosts, order } = lookup;
  const width = widthOf(report);
  const isLate = limit !== undefined && (hostsAt ?? 0) >= limit && order === 'dns,files';
  return html`<table class="timeline">
    <caption>
      ${say('timeline', language)}${limit === undefined ? nothing : html`${SENTENCES.limit(language, limit)}`}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('clock', language)}</th>
        <th scope="col">${say('server', language)}</th>
        <th scope="col">${say('query', language)}</th>
        <th scope="col">${say('outcome', language)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ at, until, server, name, types, outcome }) =>
          html`<tr data-outcome=${outcome}>
            <td>${secondsWords(at)} – ${secondsWords(until)} ${barView(at, until, width, limit)}</td>
            <td><code>${server}</code></td>
            <td>${types.join(', ')} <code>${drawable(name)}</code></td>
            <td>${OUTCOME_WORDS[outcome][language]}</td>
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
        hostsAt === undefined
          ? nothing
          : html`<tr data-outcome="hosts">
              <td>${secondsWords(hostsAt)} ${barView(hostsAt, hostsAt, width, limit)}</td>
              <td><code>${FILE_PATHS.hosts}</code></td>
              <td></td>
              <td>${isLate ? SENTENCES.hostsNever(language) : SENTENCES.hosts(language, inHosts)}</td>
            </tr>`
      }
    </tbody>
  </table>`;
}

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

function problemsView({ lookup }: ResolverReport, language: Language): TemplateResult | typeof nothing {
  const problems = lookup.problems.slice(0, MAX_PROBLEMS);
  if (problems.length === 0) return nothing;
  return html`<p class="resolver-problems-title">${say('problems', language)} (${lookup.problems.length})</p>
    <ul class="problems">
      ${problems.map(
        (problem) =>
          html`<li>
            ⚠ <code>${FILE_PATHS[problem.file]}</code>: ${coded(configProblemWords(problem, language))}
          </li>`,
      )}
    </ul>`;
}

const MAX_PROBLEMS = 20;

/** A sentence quotes files and errors in backquotes: drawn as code. */
const coded = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
