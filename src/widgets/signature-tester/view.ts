import { type TemplateResult, html, nothing } from 'lit-html';
import type { SignatureTrial, TriedLine, TriedPattern } from '../../core/match/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { TesterState } from './model.ts';
import { droppedWords, problemWords, say, verdictWords } from './words.ts';

/** The drawn region: how many lines match and what is wrong, then each wording, then each line with its pieces marked. */
export function view({ language, shown, stale, failed, noDraft }: TesterState): TemplateResult {
  return html`${noDraft ? html`<p class="message" role="status">${say('noDraft', language)}</p>` : nothing}
  ${failed ? html`<p class="message" role="alert">${say('failed', language)}: ${failed}</p>` : nothing}
  ${
    shown
      ? html`<div class=${stale ? 'trial stale' : 'trial'}>${trialView(shown, language)}</div>`
      : html`<p class="muted">${say('empty', language)}</p>`
  }`;
}

function trialView(trial: SignatureTrial, language: Language): TemplateResult {
  const { heads, tails, lines, matched, dropped } = trial;
  const problems = [...heads, ...tails].reduce((sum, one) => sum + one.problems.length, 0);
  return html`<p role="status">
      <strong>${verdictWords(matched, lines.length + dropped, language)}</strong> ·
      ${problems === 0 ? say('good', language) : problemWords(problems, language)}
    </p>
    <ul class="wordings">
      ${heads.map((one) => patternView(one, 'head', language))}
      ${tails.filter(({ problems: own }) => own.length > 0).map((one) => patternView(one, 'tail', language))}
    </ul>
    <ol class="tried">
      ${lines.map((line) => lineView(line, trial, language))}
    </ol>
    ${dropped > 0 ? html`<p class="muted">${droppedWords(dropped, language)}</p>` : nothing}`;
}

/** A literal of this rarity or less is in many logs. */
const COMMON = 16;

function patternView(
  { source, problems, anchor }: TriedPattern,
  place: 'head' | 'tail',
  language: Language,
): TemplateResult {
  return html`<li>
    <span class="badge">${say(place, language)}</span> <code>${drawable(source)}</code>
    ${
      place === 'head' && anchor
        ? html`<span class="muted">
            ${
              anchor.text === source
                ? nothing
                : html`${say('anchor', language)} <code>${drawable(anchor.text)}</code>, `
            }${say('rarity', language)}
            ${Math.round(anchor.rarity)} ${say('bits', language)}
            (${say(anchor.rarity > COMMON ? 'rare' : 'common', language)})
          </span>`
        : nothing
    }
    ${problems.map(
      ({ words, remedy }) =>
        html`<p class="problem">⚠ ${drawable(words[language])}<br />→ ${drawable(remedy[language])}</p>`,
    )}
  </li>`;
}

function lineView(line: TriedLine, { tails }: SignatureTrial, language: Language): TemplateResult {
  const { number, matches, parts, tail, failure, known } = line;
  const captures = parts.filter(({ name }) => name !== undefined);
  const tailSource = tail === undefined ? undefined : tails[tail]?.source;
  return html`<li value=${number} data-matches=${String(matches)}>
    <span class="badge">${matches ? '●' : '○'} ${say(matches ? 'matches' : 'misses', language)}</span>
    <code>${marked(line)}</code>
    ${captures.map(
      ({ name, type, text }) =>
        html`<span class="capture"
          ><code>${name}</code> = <code>${drawable(text)}</code> <small>&lt;${type}&gt;</small></span
        >`,
    )}
    ${tailSource === undefined ? nothing : html`<p class="muted">${say('tail', language)}: <code>${drawable(tailSource)}</code></p>`}
    ${
      failure
        ? html`<p class="failure">
            ${matches ? html`${say('noTail', language)}: ` : nothing}${failure.at + 1}:
            ${drawable(failure.words[language])}
          </p>`
        : nothing
    }
    ${known.map(
      ({ runbook, signature }) =>
        html`<p class="muted">
          ${say('known', language)} <code>${runbook}</code> <code>${signature}</code>
        </p>`,
    )}
  </li>`;
}

/** The line with literals and holes marked, and the place where it stops fitting. */
function marked({ text, parts, failure, matches }: TriedLine): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { from, to, kind, type } of parts.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(at, from);
    const end = Math.min(text.length, to);
    if (end <= start) continue;
    const own = drawable(text.slice(start, end));
    pieces.push(
      drawable(text.slice(at, start)),
      kind === 'literal'
        ? html`<mark>${own}</mark>`
        : html`<mark class="hole" title=${`<${type ?? ''}>`}>${own}</mark>`,
    );
    at = end;
  }
  if (failure && !matches && failure.at >= at) {
    pieces.push(drawable(text.slice(at, failure.at)), html`<span class="stop" aria-hidden="true">▸</span>`);
    at = failure.at;
  }
  pieces.push(drawable(text.slice(at)));
  return pieces;
}
