import { type TemplateResult, html, nothing } from 'lit-html';
import { maskArguments } from '../../core/redact/index.ts';
import { SOURCE_WORDS, problemWords } from '../../core/shell/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { DelveReport } from './job.ts';
import type { DelveEvent, DelveState } from './model.ts';
import { KEEPER_WORDS, resultWords, say } from './words.ts';

/** The drawn region: the verdict, what may be wrong, then one block a thing to copy, in the order of their use. */
export function view(state: DelveState, send: Send<DelveEvent>): TemplateResult {
  const { language, offered } = state;
  return html`${
    offered
      ? html`<p>
          <button type="button" @click=${() => send({ type: 'text', text: offered })}>
            ${say('fromPaste', language)}
          </button>
        </p>`
      : nothing
  }
  ${phaseView(state, send)}`;
}

function phaseView(state: DelveState, send: Send<DelveEvent>): TemplateResult | typeof nothing {
  const { language, phase } = state;
  switch (phase.kind) {
    case 'empty':
      return nothing;
    case 'nothing':
      return html`<p class="message" role="status">${say('nothing', language)}</p>`;
    case 'failed':
      return html`<p class="message" role="alert">${say('failed', language)}: ${phase.message}</p>`;
    case 'result':
      return reportView(state, phase.report, send);
  }
}

function reportView(state: DelveState, report: DelveReport, send: Send<DelveEvent>): TemplateResult {
  const { language } = state;
  const { executable, args, dropped, secrets, problems, restore } = report;
  return html`<div role="status">
      ${choiceView(state, report, send)}
      <p><strong>${resultWords(language, drawable(executable), args.length, dropped, secrets)}</strong></p>
      <p class="muted">${say('readFrom', language)}: ${SOURCE_WORDS[report.source][language]}</p>
      <ul class="problems">
        ${problems.map((problem) => html`<li>⚠ ${quoted(problemWords(problem, language))}</li>`)}
      </ul>
      ${report.everyInterface ? html`<p class="exposed">⚠ ${say('exposed', language)}</p>` : nothing}
      ${state.settings.runOn ? nothing : html`<p>⚠ ${say('waits', language)}</p>`}
    </div>
    ${
      report.command === ''
        ? nothing
        : html`${copyView('stop', restore.stop, restore.stop, language)}
            ${copyView('start', report.preview, report.command, language)}
            ${report.tunnel === '' ? missingNodeView(language) : copyView('tunnel', report.tunnel, report.tunnel, language)}
            ${copyView('restore', restore.shown, restore.restore, language)}
            ${copyView('verify', restore.verify, restore.verify, language)}
            <p class="muted">${say('keeper', language)}: ${KEEPER_WORDS[restore.keeper][language]}</p>
            <details>
              <summary>${say('vsCode', language)}</summary>
              ${copyView('vsCode', report.vsCode, report.vsCode, language)}
            </details>
            <details>
              <summary>${say('goLand', language)}</summary>
              ${copyView('goLand', report.goLand, report.goLand, language)}
            </details>
            <details>
              <summary>${say('arguments', language)} (${args.length})</summary>
              <ol class="arguments">
                ${maskArguments(args).map((argument) => html`<li><code>${drawable(argument)}</code></li>`)}
              </ol>
            </details>`
    }`;
}

function choiceView(
  { language, settings }: DelveState,
  { found }: DelveReport,
  send: Send<DelveEvent>,
): TemplateResult | typeof nothing {
  if (found.length < 2) return nothing;
  const choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) {
      send({ type: 'settings', settings: { index: event.target.selectedIndex } });
    }
  };
  return html`<p>
    <label
      >${say('which', language)}
      <select @change=${choose}>
        ${found.map(
          ({ program, pid }, index) =>
            html`<option ?selected=${index === settings.index}>${drawable(program)} ${pid ?? ''}</option>`,
        )}
      </select></label
    >
  </p>`;
}

type Block = 'stop' | 'start' | 'tunnel' | 'restore' | 'verify' | 'vsCode' | 'goLand';

function copyView(name: Block, shown: string, text: string, language: Language): TemplateResult {
  const copy = async (): Promise<void> =>
    announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
  return html`<div class="block" data-block=${name}>
    <p class="block-title">${say(name, language)}</p>
    <pre tabindex="0"><code>${drawableLines(shown)}</code></pre>
    <button type="button" data-copy @click=${copy}>${say('copy', language)}</button>
  </div>`;
}

/** A placeholder would be pasted as it is: the tunnel is written once the node is known. */
const missingNodeView = (language: Language): TemplateResult =>
  html`<p data-block="tunnel">
    <span class="block-title">${say('tunnel', language)}:</span> ${say('fillNode', language)}
  </p>`;

const drawableLines = (text: string): string => text.split('\n').map(drawable).join('\n');

/** Words quote pieces of the paste in backquotes: drawn as code. */
const quoted = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
