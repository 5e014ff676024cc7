import { type TemplateResult, html, nothing } from 'lit-html';
import { type Gap, type LogEntry, gapWords } from '../../core/log/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import { chosenView } from './chosen-view.ts';
import { fieldsText } from './copy.ts';
import type { Row } from './job.ts';
import {
  type ReaderEvent,
  type ReaderState,
  badRows,
  sizeOfWindow,
  windowEnd,
  windowStart,
} from './model.ts';
import type { Place } from './places.ts';
import { KIND_WORDS, SENTENCES, SEVERITY_WORDS, say } from './words.ts';

/** Beside the word and the colour, a mark: colour alone tells nobody who cannot see it. */
const MARKS: Readonly<Record<string, string>> = {
  fatal: '✖',
  error: '●',
  warning: '▲',
  info: '·',
  debug: '·',
  trace: '·',
};

/** So few rows are looked through faster than with a button. */
const FEW = 10;

const NO_PLACES: readonly Place[] = [];

/** A message longer than this is cut in the list, and whole when its line is chosen. */
const MAX_LISTED = 600;

/** A window onto the rows: so many as the page draws at once, with the way to the others. */
export function rowsView(
  state: ReaderState,
  rows: readonly Row[],
  gaps: readonly Gap[],
  send: Send<ReaderEvent>,
): TemplateResult {
  const { language } = state;
  if (rows.length === 0) return html`<p>${say('noneListed', language)}</p>`;
  const start = Math.min(state.start, rows.length - 1);
  const end = windowEnd(rows, start, sizeOfWindow(state));
  const gapsByLine = new Map(gaps.map((gap) => [gap.toLine, gap]));
  return html`<ol class="lines log-rows">
      ${rows.slice(start, end).map((row) => rowView(state, row, gapsByLine, send))}
    </ol>
    ${waysView(state, rows, { start, end }, send)}`;
}

/** The ways to the other rows: to the windows beside this one, and from error to error. Where all is in sight, none. */
function waysView(
  state: ReaderState,
  rows: readonly Row[],
  { start, end }: { readonly start: number; readonly end: number },
  send: Send<ReaderEvent>,
): TemplateResult {
  const { language, chosen } = state;
  const bad = badRows(rows);
  const at = bad.findIndex((index) => rows[index]?.entries.some(({ number }) => number === chosen));
  const move = (to: number) => () => send({ type: 'move', start: to });
  const jump = (by: 1 | -1, word: 'nextError' | 'errorBefore'): TemplateResult =>
    html`<button type="button" @click=${() => send({ type: 'jump', by })}>${say(word, language)}</button>`;
  return html`${
    end - start < rows.length
      ? html`<p class="actions">
          <button
            type="button"
            ?disabled=${start === 0}
            @click=${move(windowStart(rows, start, sizeOfWindow(state)))}
          >
            ${say('earlier', language)}
          </button>
          <span>${SENTENCES.window(language, start + 1, end, rows.length)}</span>
          <button type="button" ?disabled=${end === rows.length} @click=${move(end)}>
            ${say('later', language)}
          </button>
        </p>`
      : nothing
  }
  ${
    bad.length > 0 && rows.length >= FEW
      ? html`<p class="actions log-jumps">
          ${jump(-1, 'errorBefore')}
          <span role="status">${SENTENCES.errorAt(language, at + 1, bad.length)}</span>
          ${jump(1, 'nextError')}
        </p>`
      : nothing
  }`;
}

function rowView(
  state: ReaderState,
  { entries, times, until }: Row,
  gaps: ReadonlyMap<number, Gap>,
  send: Send<ReaderEvent>,
): TemplateResult {
  const { language } = state;
  return html`${entries.map((entry) => {
    const gap = gaps.get(entry.number);
    return html`${gap ? html`<li class="log-gap">⋯ ${gapWords(gap, language)}</li>` : nothing}
    ${entryView(state, entry, send)}`;
  })}
  ${
    times > 1
      ? html`<li class="log-repeat">
          <span class="badge">${SENTENCES.times(language, times, entries.length)}</span>
          ${until ? html`→ <span class="muted">${until}</span>` : nothing}
        </li>`
      : nothing
  }`;
}

function entryView(state: ReaderState, entry: LogEntry, send: Send<ReaderEvent>): TemplateResult {
  const { language, chosen } = state;
  const { number, lines, severity, kind, time, place, logger, message, fields, layers } = entry;
  const said = fieldsText(fields.map(listedField)).slice(0, MAX_LISTED);
  const around = message === '' && said === '' ? layers.map((layer) => layer.kind).join(' ') : '';
  const word = severity ? SEVERITY_WORDS[severity][language] : KIND_WORDS[kind][language];
  const open = chosen === number;
  return html`<li class="line log-row" data-severity=${severity ?? nothing} data-kind=${kind} value=${number}>
    <button
      type="button"
      class="log-choose"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => send({ type: 'choose', number })}
    >
      <span class="log-number">${number}</span>
      <span class="badge">${severity ? `${MARKS[severity] ?? ''} ` : ''}${word}</span>
      ${time ? html`<time>${time}</time>` : nothing}
      ${place || logger ? html`<span class="muted">${place ?? logger}</span>` : nothing}
      <code
        >${drawable(head(message))}${said === '' ? nothing : html` <span class="muted">${drawable(said)}</span>`}</code
      >
      ${around === '' ? nothing : html`<span class="muted">${around}</span>`}
      ${lines > 1 ? html`<span class="muted">${SENTENCES.more(language, lines - 1)}</span>` : nothing}
    </button>
    ${open ? chosenView(entry, state.places?.number === number ? state.places.places : NO_PLACES, language) : nothing}
  </li>`;
}

/** A stack in a field is whole where its line is chosen. */
const listedField = ({ key, value }: LogEntry['fields'][number]): LogEntry['fields'][number] => ({
  key,
  value: value.includes('\n') ? `${head(value)} …` : value,
});

const head = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, MAX_LISTED);

export const formatNames = (counts: readonly { id: string; count: number }[], language: Language): string =>
  counts.map(({ id, count }) => `${id} ${count}`).join(language === 'en' ? ', ' : '，');
