import { type TemplateResult, html, nothing } from 'lit-html';
import {
  BALANCER_CHECKS,
  type BoardNode,
  type BoardVerdict,
  REACHABILITIES,
  type Reachability,
  boardCommands,
  boardWords,
  judgeBoard,
  sharedWords,
  sightWords,
} from '../../core/kube/index.ts';
import { SHELLS } from '../../core/shell/index.ts';
import type { Language } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import { type BoardEvent, type BoardState, MAX_NODES, isTouched, toBoard } from './model.ts';
import { CHECK_WORDS, STATE_WORDS, readWords, say } from './words.ts';
import { offerView } from '../offer-view.ts';

/** The drawn region: the verdict, the inventory's faults, then the board itself to be set. */
export function view(state: BoardState, send: Send<BoardEvent>): TemplateResult {
  const { language, offered } = state;
  const board = toBoard(state);
  const verdict = judgeBoard(board);
  const why = isTouched(state) ? sightWords(board, verdict, language) : '';
  return html`${offerView(language, offered, (offer) => send({ type: 'text', text: offer }))}
    <div role="status">
      <p>
        <strong
          >${isTouched(state) ? boardWords(board, verdict, language) : say('untouched', language)}</strong
        >
      </p>
      ${why ? html`<p>${why}</p>` : nothing} ${inventoryView(state)}
    </div>
    ${commandsView(verdict, state)}
    <div class="board">
      ${balancerView(state, send)} ${state.nodes.map((node, index) => nodeView(node, index, state, send))}
    </div>
    <p class="paste-buttons" data-no-print>
      <button
        type="button"
        ?disabled=${state.nodes.length >= MAX_NODES}
        @click=${() => send({ type: 'add' })}
      >
        ${say('add', language)}
      </button>
    </p>`;
}

function inventoryView({ inventory, language }: BoardState): TemplateResult | typeof nothing {
  if (!inventory) return nothing;
  const { shared, machines, unread } = inventory;
  return html`<p class="muted">${readWords(language, machines.length, unread.length)}</p>
    ${
      shared.length > 0
        ? html`<ul class="problems">
            ${shared.map((one) => html`<li>⚠ ${sharedWords(one, language)}</li>`)}
          </ul>`
        : machines.length > 0
          ? html`<p class="muted">${say('sound', language)}</p>`
          : nothing
    }`;
}

function commandsView(
  { use, ask }: BoardVerdict,
  { language, server, shell }: BoardState,
): TemplateResult | typeof nothing {
  const node = use?.kind === 'node' ? use.node : undefined;
  if (node) return commandView(say('use', language), boardCommands(node, server, '', shell).use, language);
  const [next] = use ? [] : ask;
  if (!next) return nothing;
  const commands = boardCommands(next, server, '', shell);
  return html`${commandView(say('ask', language), commands.ask, language)}
  ${commandView(say('askByName', language), commands.askByName, language)}`;
}

function balancerView(state: BoardState, send: Send<BoardEvent>): TemplateResult {
  const { language, balancer, server, shell } = state;
  return html`<fieldset data-state=${balancer.state} data-balancer>
    <legend>${say('balancer', language)}</legend>
    ${textView(say('address', language), balancer.address, (address) => send({ type: 'balancer', change: { address } }))}
    ${statesView('balancer', balancer.state, language, (next) => send({ type: 'balancer', change: { state: next } }))}
    ${selectView(
      say('check', language),
      balancer.check,
      BALANCER_CHECKS,
      (check) => CHECK_WORDS[check][language],
      (check) => send({ type: 'balancer', change: { check } }),
    )}
    ${textView(say('server', language), server, (next) => send({ type: 'server', server: next }))}
    ${selectView(
      say('shell', language),
      shell,
      SHELLS,
      (one) => one,
      (next) => send({ type: 'shell', shell: next }),
    )}
  </fieldset>`;
}

function nodeView(node: BoardNode, index: number, state: BoardState, send: Send<BoardEvent>): TemplateResult {
  const { language, nodes, server, shell } = state;
  const change = (part: Partial<BoardNode>): void => send({ type: 'node', index, change: part });
  const { ask } = boardCommands(node, server, '', shell);
  return html`<fieldset data-state=${node.state} data-node=${index}>
    <legend>${say('apiserver', language)} ${index + 1}${node.name ? ` · ${node.name}` : ''}</legend>
    ${textView(say('address', language), node.address, (address) => change({ address }))}
    ${statesView(`node-${index}`, node.state, language, (next) => change({ state: next }))}
    <p class="paste-buttons" data-no-print>
      ${node.address ? copyButton(say('askCopy', language), ask, language) : nothing}
      ${
        nodes.length > 1
          ? html`<button type="button" @click=${() => send({ type: 'remove', index })}>
              ${say('remove', language)}<span class="visually-hidden"> apiserver ${index + 1}</span>
            </button>`
          : nothing
      }
    </p>
  </fieldset>`;
}

/** Radio buttons: arrow keys go from one to the next, and each says its state in a word. */
function statesView(
  name: string,
  chosen: Reachability,
  language: Language,
  choose: (state: Reachability) => void,
): TemplateResult {
  return html`<div class="states" role="radiogroup" aria-label=${say('answers', language)}>
    ${REACHABILITIES.map(
      (state) =>
        html`<label data-is=${state}
          ><input
            type="radio"
            name=${`board-${name}`}
            .checked=${state === chosen}
            @change=${() => choose(state)}
          />
          ${STATE_WORDS[state][language]}</label
        >`,
    )}
  </div>`;
}

function textView(label: string, value: string, change: (value: string) => void): TemplateResult {
  const hear = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) change(event.target.value);
  };
  return html`<label
    >${label}
    <input autocomplete="off" spellcheck="false" translate="no" .value=${value} @change=${hear} />
  </label>`;
}

function selectView<Value extends string>(
  label: string,
  chosen: Value,
  values: readonly Value[],
  words: (value: Value) => string,
  change: (value: Value) => void,
): TemplateResult {
  const hear = (event: Event): void => {
    const at = event.target instanceof HTMLSelectElement ? event.target.selectedIndex : -1;
    const value = values[at];
    if (value) change(value);
  };
  return html`<label
    >${label}
    <select @change=${hear}>
      ${values.map((value) => html`<option ?selected=${value === chosen}>${words(value)}</option>`)}
    </select>
  </label>`;
}

function commandView(title: string, command: string, language: Language): TemplateResult {
  return html`<div class="block">
    <p class="block-title">${title}</p>
    <pre tabindex="0"><code>${command}</code></pre>
    ${copyButton(say('copy', language), command, language)}
  </div>`;
}

function copyButton(words: string, text: string, language: Language): TemplateResult {
  const copy = async (): Promise<void> =>
    announce(say((await copyText(text)) ? 'copied' : 'copyFailed', language));
  return html`<button type="button" data-no-print @click=${copy}>${words}</button>`;
}
