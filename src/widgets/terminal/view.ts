import { type TemplateResult, html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { type CastProblem, castProblemWords } from '../../core/cast/index.ts';
import type { Language, Problem } from '../../core/text/index.ts';
import type { Send } from '../../kit/widget.ts';
import { clockText } from './clock.ts';
import type { Frame, Run } from './frame.ts';
import type { Recording } from './job.ts';
import { SPEEDS, type Speed, type TerminalEvent, type TerminalState, markAt } from './model.ts';
import { leftOutWords, lineWords, say, sizeWords, stepWords } from './words.ts';

type Draw = (state: TerminalState, send: Send<TerminalEvent>) => TemplateResult | typeof nothing;

export const view = (state: TerminalState, send: Send<TerminalEvent>): TemplateResult => html`
  <div class=${state.isStale ? 'stale' : ''}>
    ${problems(state, send)} ${state.own && !state.recording ? nothing : player(state, send)}
    ${state.own ? ownTranscript(state, send) : nothing}
  </div>
`;

const problems: Draw = ({ phase, message, problems: told, language, own }) =>
  phase !== 'failed' && told.length === 0
    ? nothing
    : html`<div class="problems">
        ${phase === 'failed' ? html`<p role="alert">${say('failed', language)} ${message} ${own ? say('kept', language) : nothing}</p>` : nothing}
        <ul>
          ${told.slice(0, 10).map((problem) => html`<li>${problemWords(problem, language)}</li>`)}
        </ul>
      </div>`;

function problemWords(problem: Problem<CastProblem>, language: Language): string {
  const line = problem.facts?.['line'];
  const words = castProblemWords(problem, language);
  return line === undefined ? words : lineWords(line, words, language);
}

const player: Draw = (state, send) => html`
  <div
    class="player"
    data-no-print
    data-phase=${state.phase}
    @keydown=${(event: KeyboardEvent) => onKey(event, send)}
  >
    ${state.frame ? screen(state.frame, state) : nothing} ${controls(state, send)}
    <p class="muted status" role="status">${status(state)}</p>
  </div>
`;

const screen = (frame: Frame, { language }: TerminalState): TemplateResult => html`
  <div class="screen" tabindex="0" role="group" aria-label=${say('screen', language)} translate="no">
    ${frame.map((runs) => html`<div class="row">${runs.map(run)}</div>`)}
  </div>
`;

const run = ({ text, look }: Run): TemplateResult | string =>
  look === '' ? text : html`<span class=${look}>${text}</span>`;

const controls: Draw = (state, send) => {
  const { language, recording, speed, skipsIdle, still, phase } = state;
  const steps = html`
    <button type="button" @click=${() => send({ type: 'previous' })}>${say('previous', language)}</button>
    <button type="button" class=${still ? 'primary' : ''} @click=${() => send({ type: 'next' })}>
      ${say('next', language)}
    </button>
  `;
  return html`
    <div class="controls">
      ${
        still
          ? nothing
          : html`<button type="button" class="primary" data-play @click=${() => send({ type: 'toggle' })}>
              ${say(phase === 'playing' ? 'pause' : phase === 'ended' ? 'again' : 'play', language)}
            </button>`
      }
      ${still || (recording && recording.marks.length > 0) ? steps : nothing}
      ${
        recording
          ? html`<button type="button" @click=${() => send({ type: 'restart' })}>
                ${say('restart', language)}
              </button>
              ${time(recording, state, send)} ${still ? nothing : pace(speed, skipsIdle, state, send)}`
          : nothing
      }
    </div>
  `;
};

const time = (
  recording: Recording,
  { language, position }: TerminalState,
  send: Send<TerminalEvent>,
): TemplateResult => html`
  <label class="time">
    <span class="visually-hidden">${say('time', language)}</span>
    <input
      type="range"
      min="0"
      max=${Math.ceil(recording.duration / 1000)}
      step="100"
      .value=${live(String(Math.round(position / 1000)))}
      aria-valuetext=${`${clockText(position)} ${say('of', language)} ${clockText(recording.duration)}`}
      @input=${(event: Event) => send({ type: 'seek', position: Number((event.target as HTMLInputElement).value) * 1000 })}
    />
    <span class="clock">${clockText(position)} / ${clockText(recording.duration)}</span>
  </label>
`;

const pace = (
  speed: Speed,
  skips: boolean,
  { language }: TerminalState,
  send: Send<TerminalEvent>,
): TemplateResult => html`
  <label>
    ${say('speed', language)}
    <select
      @change=${(event: Event) =>
        send({
          type: 'speed',
          speed: SPEEDS.find((one) => `${one}` === (event.target as HTMLSelectElement).value) ?? 1,
        })}
    >
      ${SPEEDS.map((one) => html`<option value=${one} ?selected=${one === speed}>${one}×</option>`)}
    </select>
  </label>
  <label class="check">
    <input
      type="checkbox"
      .checked=${live(skips)}
      @change=${(event: Event) => send({ type: 'idle', skips: (event.target as HTMLInputElement).checked })}
    />
    ${say('skips', language)}
  </label>
`;

/** Changes only with what happens, not with the clock: it is read aloud. */
function status({ phase, recording, position, language, still }: TerminalState): string {
  const words: string[] = [];
  if (phase === 'loading') words.push(say('loading', language));
  if (phase === 'playing' || phase === 'paused' || phase === 'ended') words.push(say(phase, language));
  if (recording && phase !== 'idle') {
    const mark = markAt(recording, position);
    const label = recording.marks[mark]?.label;
    if (label) words.push(stepWords(mark + 1, recording.marks.length, label, language));
  }
  if (still) words.push(say('still', language));
  return words.join(language === 'en' ? ' · ' : '，');
}

/** Space plays and pauses, arrows move: on the screen and on buttons, but not where they mean something else. */
function onKey(event: KeyboardEvent, send: Send<TerminalEvent>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const own = target.closest('input, select') !== null;
  const isButton = target.closest('button') !== null;
  const act = (message: TerminalEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    send(message);
  };
  if (event.key === ' ' && !own && !isButton) act({ type: 'toggle' });
  else if (event.key === 'ArrowRight' && !own) act({ type: 'arrow', by: 1 });
  else if (event.key === 'ArrowLeft' && !own) act({ type: 'arrow', by: -1 });
  else if (event.key === 'Home' && !own) act({ type: 'restart' });
}

/** The transcript of a recording that the reader brought; the page's own ones are in the page. */
const ownTranscript: Draw = ({ recording, language, shownLines }, send) => {
  if (!recording) return nothing;
  const { lines, marks, leftOut, cutAt, duration, title } = recording;
  const rows: TemplateResult[] = [];
  let next = 0;
  const drawMarks = (index: number): void => {
    for (let mark = marks[next]; mark && mark.line <= index; mark = marks[++next]) {
      const { label, at } = mark;
      rows.push(
        html`<p class="mark">
          ${label}
          <button type="button" class="chip" @click=${() => send({ type: 'seek', position: at })}>
            ${say('from', language)}
          </button>
        </p>`,
      );
    }
  };
  for (const [index, { text }] of lines.slice(0, shownLines).entries()) {
    drawMarks(index);
    rows.push(html`<div class="line">${text === '' ? html`<br />` : text}</div>`);
  }
  return html`
    <p class="widget-title">${title || say('transcript', language)}</p>
    <p class="muted">${sizeWords(lines.length, clockText(duration), language)}</p>
    ${Object.keys(leftOut).length > 0 ? html`<p class="left-out">${say('leftOut', language)} ${leftOutWords(leftOut, language)}</p>` : nothing}
    ${cutAt !== undefined ? html`<p class="left-out">${say('cut', language)}</p>` : nothing}
    ${
      lines.length === 0
        ? html`<p>${say('nothing', language)}</p>`
        : html`<div
            class="session"
            tabindex="0"
            role="region"
            aria-label=${say('transcript', language)}
            translate="no"
          >
            ${rows}
          </div>`
    }
    ${
      lines.length > shownLines
        ? html`<p>
            <button type="button" @click=${() => send({ type: 'more' })}>${say('more', language)}</button>
          </p>`
        : nothing
    }
  `;
};
