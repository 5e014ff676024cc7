import { type TemplateResult, html, nothing } from 'lit-html';
import { BUCKET_LEVELS, type ToldFrame } from '../../core/stack/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import { PAGE_OF_BUCKETS } from './first-page.ts';
import { frameView, placeView } from './frame-view.ts';
import { COPY_FORMATS, type Shown, type StackEvent } from './model.ts';
import type { BucketReport, GroupReport } from './report.ts';
import { say, windowWords } from './words.ts';

/** A goroutine alone needs no choice of levels and no window. */
const isList = ({ report }: Shown): boolean => report.goroutines > 1;

/** Goroutines that are alike, as many rows as a page holds, with what decides on them above. */
export function bucketsView(shown: Shown, language: Language, send: Send<StackEvent>): TemplateResult {
  const { page, open } = shown;
  return html`${isList(shown) ? choiceView(shown, language, send) : nothing}
    <ol class="buckets" start=${page.from + 1}>
      ${page.rows.map((row) => bucketView(row, open.has(row.key), language, send))}
    </ol>
    ${isList(shown) ? windowView(shown, language, send) : nothing}
    <p>
      ${COPY_FORMATS.map(
        (format) =>
          html`<button type="button" @click=${() => send({ type: 'copy', format })}>
            ${say(`copy_${format}`, language)}
          </button> `,
      )}
    </p>`;
}

function choiceView({ report, wanted }: Shown, language: Language, send: Send<StackEvent>): TemplateResult {
  const chooseState = (event: Event): void =>
    send({ type: 'show', wanted: { state: (event.target as HTMLSelectElement).value } });
  return html`<div class="choice">
    <span role="group" aria-label=${say('alike', language)}>
      ${say('alike', language)}:
      ${BUCKET_LEVELS.map(
        (level) =>
          html`<button
            type="button"
            aria-pressed=${level === wanted.level}
            @click=${() => send({ type: 'show', wanted: { level } })}
          >
            ${say(`level_${level}`, language)}
          </button> `,
      )}
    </span>
    ${
      report.states.length > 1
        ? html`<label>
            ${say('state', language)}
            <select @change=${chooseState} .value=${wanted.state}>
              <option value="">${say('allStates', language)} (${report.goroutines})</option>
              ${report.states.map(
                ({ state, count }) => html`<option value=${state}>${drawable(state)} (${count})</option>`,
              )}
            </select>
          </label>`
        : nothing
    }
  </div>`;
}

function windowView({ page, report }: Shown, language: Language, send: Send<StackEvent>): TemplateResult {
  const { from, rows, buckets, goroutines, rest } = page;
  const go = (to: number, word: 'before' | 'next'): TemplateResult =>
    html`<button type="button" @click=${() => send({ type: 'show', wanted: { from: to } })}>
      ${say(word, language)}
    </button>`;
  const to = from + rows.length;
  return html`<p class="window" role="status">
    ${windowWords(language, {
      from: Math.min(from + 1, to),
      to,
      buckets,
      goroutines,
      rest,
      isGo: report.languages.includes('go'),
    })}
    ${from > 0 ? go(Math.max(0, from - PAGE_OF_BUCKETS), 'before') : nothing}
    ${to < buckets ? go(to, 'next') : nothing}
  </p>`;
}

function bucketView(
  row: BucketReport,
  open: boolean,
  language: Language,
  send: Send<StackEvent>,
): TemplateResult {
  const { key, title, telling } = row;
  const toggle = (event: Event): void =>
    send({ type: 'toggle', key, open: (event.target as HTMLDetailsElement).open });
  return html`<li class="goroutine">
    <details ?open=${open} @toggle=${toggle}>
      <summary>
        <strong>${drawable(title)}</strong>
        ${telling && !open ? html`<code>${drawable(telling.name)}</code> ${placeView(telling)}` : nothing}
      </summary>
      ${open ? bodyView(row, language) : nothing}
    </details>
  </li>`;
}

function bodyView(row: BucketReport, language: Language): TemplateResult {
  const { count, ids, shared, reason, relation, modules, groups, createdBy, cut } = row;
  const first = firstOwn(groups);
  return html`${
    reason
      ? html`<p>
          ${relation ? `${say(`relation_${relation}`, language)}: ` : nothing}<code
            >${drawable(reason).slice(0, 300)}</code
          >
        </p>`
      : nothing
  }
  ${
    modules.length > 0
      ? html`<p class="muted">
          ${say('modules', language)}: ${modules.map((name) => html`<code>${name}</code> `)}
        </p>`
      : nothing
  }
  ${
    shared.length > 0
      ? html`<p>
          ${say('share', language)}:
          ${shared.map(({ name, address }) => html`<code>${address}</code> (${name}) `)}
        </p>`
      : nothing
  }
  ${groups.map((group) => groupView(group, first, language))}
  ${
    createdBy
      ? html`<p>
          ${say('createdBy', language)} <code>${drawable(createdBy.name)}</code> ${placeView(createdBy)}
        </p>`
      : nothing
  }
  ${count > 1 && ids.length > 0 ? html`<p class="muted">${say('ids', language)}: ${ids.join(', ')}${count > ids.length ? ' …' : ''}</p>` : nothing}
  ${cut ? html`<p class="cut">⚠ ${say('cut', language)}</p>` : nothing}`;
}

const firstOwn = (groups: readonly GroupReport[]): ToldFrame | undefined =>
  groups.flatMap(({ frames }) => frames).find(({ own }) => own);

function groupView(
  { key, kind, frames }: GroupReport,
  first: ToldFrame | undefined,
  language: Language,
): TemplateResult {
  const standard = kind === 'goroot' || kind === 'runtime';
  const name = standard ? `${say('standardLibrary', language)} ${key}` : key;
  const own = kind === 'local';
  return html`<details class="group" ?open=${own}>
    <summary>${own ? '★ ' : ''}${drawable(name)} <span class="muted">(${frames.length})</span></summary>
    <ol>
      ${frames.map((frame) => frameView(frame, frame === first, language))}
    </ol>
  </details>`;
}
