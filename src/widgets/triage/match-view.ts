import { type TemplateResult, html, nothing } from 'lit-html';
import { fillCommand } from '../../core/runbook/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { ShownMatch } from './job.ts';
import type { Triage, TriageResult } from './model.ts';
import { SENTENCES, say } from './words.ts';

/** The answer: the best match with its first step, the others, or that nothing is known. */
export function matchesView(state: Triage, result: TriageResult): TemplateResult {
  const { language, base, slug } = state;
  const [best, ...others] = result.matches;
  const explained = explainedView(state, result);
  if (slug !== '') return html`<section class="matches">${ownPageView(state, result)} ${explained}</section>`;
  if (!best) {
    const { signatures, runbooks } = result.checked;
    const isReading = state.phase.kind === 'reading';
    return html`<section class="matches" aria-live=${isReading ? 'off' : 'polite'}>
      <h2>${say(isReading ? 'notKnownYet' : 'notKnown', language)}</h2>
      <p>${SENTENCES.checked(language, signatures, runbooks, isReading)}</p>
      ${nearestView(state, result)}
      <p class="actions">
        ${readersView(state, result)}
        <a class="button" href="${base}/${language}/search/">${say('search', language)}</a>
        <a class="button" href="${base}/${language}/runbooks/">${say('browse', language)}</a>
      </p>
      ${explained}
    </section>`;
  }
  return html`<section class="matches" aria-live="polite">
    <h2>${say('bestMatch', language)}</h2>
    ${bestView(state, best)}
    ${
      others.length > 0
        ? html`<h3>${say('otherMatches', language)}</h3>
            <ol class="others" start="2">
              ${others.map(
                (match) =>
                  html`<li data-runbook=${match.slug}>
                    <a href=${stepHref(state, match)} data-open>${match.runbook} ${match.title}</a>
                    <span class="badge">${match.score}</span>${badgesView(state, match)}
                    <p>${reason(match.reason)}</p>
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${explained}
  </section>`;
}

/** No runbook knows it, and the readers can still tell what it says: a text goes along, a file has to be opened there. */
function readersView({ language, base }: Triage, { detected }: TriageResult): readonly TemplateResult[] {
  const hasStack = detected.some(({ kind }) => kind === 'go-stack' || kind === 'stack');
  return READERS.filter(({ reader }) => reader === 'log-reader' || hasStack).map(
    ({ reader, word }) =>
      html`<a class="button" href="${base}/${language}/tools/${reader}/" data-hand=${`tools/${reader}`}
        >${say(word, language)}</a
      >`,
  );
}

const READERS = [
  { reader: 'stack', word: 'readStack' },
  { reader: 'log-reader', word: 'readLog' },
] as const;

/** What comes nearest, and is not near enough to be an answer. */
function nearestView({ language, base }: Triage, { nearest }: TriageResult): TemplateResult | typeof nothing {
  if (nearest.length === 0) return nothing;
  return html`<p>${say('nearest', language)}</p>
    <ul class="nearest">
      ${nearest.map(
        ({ runbook, slug, line, share }) =>
          html`<li>
            <a href="${base}/${language}/runbooks/${slug}/">${runbook}</a>
            <span class="muted">${SENTENCES.nearest(language, line, Math.round(share * 100))}</span>
          </li>`,
      )}
    </ul>`;
}

/** The lines that look guilty and are not: which entry of the registry says so, and when it is wrong. */
function explainedView(
  { language, base }: Triage,
  { explained }: TriageResult,
): TemplateResult | typeof nothing {
  if (explained.length === 0) return nothing;
  return html`<h3>${say('explained', language)}</h3>
    <ul class="explained">
      ${explained.map(
        ({ id, title, unless, lines }) =>
          html`<li data-noise=${id}>
            <a href="${base}/${language}/noise/#${id}">${title}</a>
            <span class="muted">${SENTENCES.onLines(language, lines)}</span>
            <p><strong>${say('unless', language)}</strong> ${reason(unless)}</p>
          </li>`,
      )}
    </ul>`;
}

/** What keeps a match from being plain: it is only similar, or follows from another, or another scores as high. */
const badgesView = ({ language }: Triage, { ambiguous, similar, under }: ShownMatch): TemplateResult[] =>
  [
    similar === undefined ? undefined : say('similar', language),
    under === undefined ? undefined : SENTENCES.follows(language, under),
    ambiguous ? say('ambiguous', language) : undefined,
  ].flatMap((words) => (words === undefined ? [] : [html` <span class="badge">${words}</span>`]));

function bestView(state: Triage, match: ShownMatch): TemplateResult {
  return html`<article class="best" data-runbook=${match.slug}>
    <p class="meta">
      <code>${match.runbook}</code> <span class="badge">${match.score}</span>
      ${badgesView(state, match)}
    </p>
    <h3>${match.title}</h3>
    ${firstStepView(state, match)}
    <p class="reason">${reason(match.reason)}</p>
  </article>`;
}

function firstStepView(state: Triage, match: ShownMatch): TemplateResult | typeof nothing {
  const { language } = state;
  const step = match.first;
  if (!step) return nothing;
  const [command] = step.commands;
  const values = Object.fromEntries(match.captures.map(({ name, value }) => [name, value]));
  const filled = command && fillCommand(command.code, values, 'bash');
  return html`<div class="first">
    <p>
      <strong>${say('firstStep', language)}:</strong> ${step.title[language]}
      <span class="badge danger-${step.danger}">${say('danger', language)} ${step.danger}</span>
    </p>
    ${filled ? html`<pre><code>${filled.text}</code></pre>` : nothing}
    <p class="actions">
      <a class="button primary" href=${stepHref(state, match)} data-open
        >${say('openStep', language)} ${step.id} ↵</a
      >
      ${
        filled && filled.missing.length === 0
          ? html`<button type="button" data-copy @click=${() => copy(filled.text, state)}>
              ${say('copy', language)}
            </button>`
          : nothing
      }
      ${
        filled && filled.missing.length > 0
          ? html`<span class="muted">${filled.missing.join(', ')}: ${say('fillFirst', language)}</span>`
          : nothing
      }
    </p>
  </div>`;
}

/** On a runbook's own page: whether the paste fits it, where it leads, and whether another fits better. */
function ownPageView(state: Triage, { matches }: TriageResult): TemplateResult {
  const { language, slug } = state;
  const own = matches.find((match) => match.slug === slug);
  const [best] = matches;
  const better = best && best.slug !== slug ? best : undefined;
  return html`<div aria-live="polite">
    <p data-runbook=${own ? slug : nothing}>
      <strong>${say(own ? 'fits' : 'fitsNot', language)}</strong>
      ${own ? html`<a href="#${own.step}">${say('goToStep', language)} ${own.step}</a>` : nothing}
    </p>
    ${own ? html`<p class="reason">${reason(own.reason)}</p>` : nothing}
    ${
      better
        ? html`<p data-runbook=${better.slug}>
            ${say('fitsOther', language)}
            <a href=${stepHref(state, better)} data-open>${better.runbook} ${better.title}</a>
          </p>`
        : nothing
    }
  </div>`;
}

/** The address of a match's step. It is made of ids of the pack; nothing of the paste is in it. */
const stepHref = ({ base, language }: Triage, { slug, step }: ShownMatch): string =>
  `${base}/${language}/runbooks/${slug}/#${step}`;

async function copy(text: string, { language }: Triage): Promise<void> {
  announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
}

/** A reason quotes pieces of the log in backquotes: drawn as code. */
function reason(text: string): (string | TemplateResult)[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
}
