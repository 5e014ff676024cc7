import { leavePaste } from '../../kit/handoff.ts';
import { pageLanguage } from '../../kit/language.ts';
import { loadPack } from '../../kit/pack.ts';
import { type Send, type Widget, defineWidget } from '../../kit/widget.ts';
import { type Engine, openEngine } from './engine.ts';
import { type SearchEvent, type SearchState, emptySearch, update } from './model.ts';
import { view } from './view.ts';

const TYPING_PAUSE_MS = 120;

let engine: Promise<Engine> | undefined;

async function open(base: string): Promise<Engine> {
  const pack = await loadPack(base);
  if (pack.kind === 'failed') throw new Error(pack.message);
  return openEngine(base, pack.json);
}

async function ask(state: SearchState, send: Send<SearchEvent>): Promise<void> {
  try {
    engine ??= open(state.base);
    const answer = await (await engine).search(state.query, state.language);
    send({ type: 'answered', query: state.query, answer });
  } catch (error) {
    engine = undefined;
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

const search: Widget<SearchState, SearchEvent> = {
  start: () => emptySearch(pageLanguage(), document.documentElement.dataset['base'] ?? ''),
  update,
  view,
  connect(host, send) {
    const input = host.querySelector<HTMLInputElement>('input[type="search"]');
    if (!input) return;
    let typing: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => send({ type: 'query', query: input.value }), TYPING_PAUSE_MS);
    });
    input.addEventListener('paste', (event) => toConsole(event));
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (by !== 0) {
        event.preventDefault();
        send({ type: 'move', by });
      }
      if (event.key === 'Enter') host.querySelector<HTMLAnchorElement>('.hits .chosen a')?.click();
    });
    host.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('.hits a')) host.closest('dialog')?.close();
    });
    const given = new URLSearchParams(location.search).get('q');
    if (given && host.hasAttribute('data-page')) {
      input.value = given;
      send({ type: 'query', query: given });
    } else if (input.value !== '') send({ type: 'query', query: input.value });
  },
  effect(event, state, send) {
    if (event.type === 'query' && state.query !== '') void ask(state, send);
  },
};

/** A paste of several lines is a case for the console, which judges each. */
function toConsole(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!text.trim().includes('\n') || !leavePaste({ slug: '', text })) return;
  event.preventDefault();
  location.assign(`${document.documentElement.dataset['base'] ?? ''}/${pageLanguage()}/`);
}

defineWidget('fb-search', search);
