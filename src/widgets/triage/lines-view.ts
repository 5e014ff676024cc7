import { type TemplateResult, html, nothing } from 'lit-html';
import { VERDICT_WORDS, type Verdict } from '../../core/match/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import type { ShownLine } from './job.ts';
import type { Triage, TriageEvent } from './model.ts';
import { SENTENCES, say } from './words.ts';

/** Beside the word and the colour, a mark: colour alone tells nobody who cannot see it. */
const MARKS: Readonly<Record<Verdict, string>> = {
  cause: '●',
  consequence: '↳',
  noise: '◌',
  info: '·',
  unknown: '?',
};

/** A record's further lines are folded from this many on. */
const FOLD_FROM = 3;

/** A longer line scrolls in its box, which a keyboard must be able to reach. */
const SCROLLS_FROM = 300;

/** A line with the lines of its record that follow it. */
interface Group {
  readonly line: ShownLine;
  readonly more: ShownLine[];
}

/** The judged lines, records folded, as many as have been asked for. */
export function linesView(
  { language, base }: Triage,
  lines: readonly ShownLine[],
  shown: number,
  send: Send<TriageEvent>,
): TemplateResult {
  const { groups, rest } = groupLines(lines, shown);
  return html`<ol class="lines">
      ${groups.map((group) => groupView(group, language, base))}
    </ol>
    ${
      rest > 0
        ? html`<button type="button" @click=${() => send({ type: 'more' })}>
            ${say('showMore', language)} (${rest})
          </button>`
        : nothing
    }`;
}

/** The first groups, lines that continue a record under its first line, and how many lines are left. */
export function groupLines(
  lines: readonly ShownLine[],
  count: number,
): { readonly groups: readonly Group[]; readonly rest: number } {
  const groups: Group[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    const open = groups.at(-1);
    if (line?.continues && open && open.line.runbook === line.runbook) open.more.push(line);
    else if (groups.length >= count) break;
    else if (line) groups.push({ line, more: [] });
  }
  return { groups, rest: lines.length - at };
}

function groupView({ line, more }: Group, language: Language, base: string): TemplateResult {
  if (more.length < FOLD_FROM) return html`${[line, ...more].map((own) => lineView(own, language, base))}`;
  return html`${lineView(line, language, base)}
    <li class="folded">
      <details>
        <summary>${SENTENCES.continues(language, more.length)}</summary>
        <ol class="lines">
          ${more.map((own) => lineView(own, language, base))}
        </ol>
      </details>
    </li>`;
}

function lineView(line: ShownLine, language: Language, base: string): TemplateResult {
  const badge = html`${MARKS[line.verdict]} ${VERDICT_WORDS[line.verdict][language]}`;
  return html`<li class="line" data-verdict=${line.verdict} value=${line.number}>
    ${
      line.noise
        ? html`<a class="badge verdict-noise" href="${base}/${language}/noise/#${line.noise}">${badge}</a>`
        : html`<span class="badge verdict-${line.verdict}">${badge}</span>`
    }
    <code tabindex=${line.text.length > SCROLLS_FROM ? '0' : nothing}>${marked(line)}</code>
  </li>`;
}

/** The line's text with what matched in it marked. */
function marked({ text, from, marks = [] }: ShownLine): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(at, mark.from - from);
    const end = Math.min(text.length, mark.to - from);
    if (end <= start) continue;
    pieces.push(drawable(text.slice(at, start)), html`<mark>${drawable(text.slice(start, end))}</mark>`);
    at = end;
  }
  pieces.push(drawable(text.slice(at)));
  return pieces;
}
