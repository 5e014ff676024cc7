import { type TemplateResult, html, nothing } from 'lit-html';
import { type Language, drawable } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { Block, DelveReport } from './job.ts';
import type { DelveEvent, DelveState } from './model.ts';
import { clockView } from './clock-view.ts';
import { say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, what may be wrong, then one block a thing to copy, in the order of their use. */
export function view(state: DelveState, send: Send<DelveEvent>): TemplateResult {
  const { language, offered } = state;
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
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
  const { language, stale } = state;
  const { verdict, source, problems, findings, missing, build, args, keeper } = report;
  const folded = (name: Block['name']): boolean => name === 'vsCode' || name === 'goLand';
  return html`<div class=${stale ? 'stale' : ''}>
    <div role="status">
      ${choiceView(state, report, send)}
      ${verdict === '' ? nothing : html`<p><strong>${verdict}</strong></p>`}
      ${source === '' ? nothing : html`<p class="muted">${say('readFrom', language)}: ${source}</p>`}
      ${build === '' ? nothing : html`<p data-build>${build}</p>`}
      <ul class="problems">
        ${problems.map((words) => html`<li>⚠ ${quoted(words)}</li>`)}
      </ul>
      ${findings.map(
        ({ id, words }) =>
          html`<p
            data-finding=${id}
            class=${id === 'ready' || id === 'secrets' ? '' : RED.has(id) ? 'exposed' : 'warned'}
          >
            ${id === 'ready' ? '✓' : '⚠'} ${quoted(words)}
          </p>`,
      )}
      ${missing.map((words) => html`<p class="warned">⚠ ${words}</p>`)}
    </div>
    ${report.blocks.filter(({ name }) => !folded(name)).map((block) => blockView(block, report, language))}
    ${keeper === '' ? nothing : html`<p class="muted">${say('keeper', language)}: ${keeper}</p>`}
    ${clockView(state, report, send)}
    ${report.blocks
      .filter(({ name }) => folded(name))
      .map(
        (block) =>
          html`<details>
            <summary>${say(block.name, language)}</summary>
            ${copyView(block, language)}
          </details>`,
      )}
    ${
      args.length === 0
        ? nothing
        : html`<details>
            <summary>${say('arguments', language)} (${args.length})</summary>
            <ol class="arguments">
              ${args.map((argument) => html`<li><code>${drawable(argument)}</code></li>`)}
            </ol>
          </details>`
    }
  </div>`;
}

/** What makes it dangerous, or pointless, to go on. */
const RED: ReadonlySet<string> = new Set(['exposed', 'stripped', 'go-window', 'cut']);

function choiceView(
  { language }: DelveState,
  { found, index }: DelveReport,
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
        ${found.map((name, at) => html`<option ?selected=${at === index}>${drawable(name)}</option>`)}
      </select></label
    >
  </p>`;
}

/** A placeholder would be pasted as it is: the tunnel is written once the node is known. */
function blockView(block: Block, { blocks }: DelveReport, language: Language): TemplateResult {
  const noTunnel = block.name === 'start' && !blocks.some(({ name }) => name === 'tunnel');
  return html`${copyView(block, language)}
  ${
    noTunnel
      ? html`<p data-block="tunnel">
          <span class="block-title">${say('tunnel', language)}:</span> ${say('fillNode', language)}
        </p>`
      : nothing
  }`;
}

function copyView({ name, shown, text }: Block, language: Language): TemplateResult {
  const copy = async (): Promise<void> =>
    announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
  return html`<div class="block" data-block=${name}>
    <p class="block-title">${say(name, language)}</p>
    <pre tabindex="0"><code>${drawableLines(shown)}</code></pre>
    <button type="button" data-copy @click=${copy}>${say('copy', language)}</button>
  </div>`;
}

const drawableLines = (text: string): string => text.split('\n').map(drawable).join('\n');

/** Words quote pieces of the paste in backquotes: drawn as code. */
const quoted = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece));
