import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Send, type Widget, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { readFiles, readForm, writeFiles, writeForm } from './form.ts';
import {
  EMPTY_FILES,
  type ResolverEvent,
  type ResolverState,
  emptyState,
  filesOf,
  inputOf,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';
import { view } from './view.ts';
import { say } from './words.ts';

/** A burst of keys is one question. */
const TYPING_PAUSE_MS = 150;

const worker = connectWorker(
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
);

const resolver: Widget<ResolverState, ResolverEvent> = {
  start(host) {
    const state = emptyState(pageLanguage(), readSettings(location.search));
    writeForm(host, state.settings);
    return { ...state, files: readFiles(host) };
  },
  update,
  view,
  connect(host, send) {
    connectFields(host, send);
    connectButtons(host, send);
    listen('faultbook:paste', ({ text }) => send({ type: 'offer', text }));
    // A browser that comes back to the page fills the fields in again.
    if (readFiles(host).resolvConf !== '') sendInput(host, send);
  },
  effect(event, state, send, host) {
    if (event.type === 'fill' || event.type === 'clear') writeFiles(host, state.files);
    if (event.type === 'answered')
      tell('faultbook:findings', { widget: 'resolver', findings: event.report.findings });
    if (event.type === 'clear') tell('faultbook:findings', { widget: 'resolver', findings: [] });
    if (event.type !== 'fill' && event.type !== 'input') return;
    void worker.ask('simulate', { lookup: inputOf(state), language: state.language }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

const sendInput = (host: HTMLElement, send: Send<ResolverEvent>): void =>
  send({ type: 'input', files: readFiles(host), settings: readForm(host) });

function connectFields(host: HTMLElement, send: Send<ResolverEvent>): void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  host.querySelector('[data-inputs]')?.addEventListener('input', (event) => {
    clearTimeout(typing);
    const { target } = event;
    const files = target instanceof HTMLTextAreaElement ? filesOf(target.value) : undefined;
    if (files) send({ type: 'fill', files });
    else typing = setTimeout(() => sendInput(host, send), TYPING_PAUSE_MS);
  });
}

function connectButtons(host: HTMLElement, send: Send<ResolverEvent>): void {
  const connect = (selector: string, act: (button: HTMLButtonElement) => void): void => {
    const button = host.querySelector<HTMLButtonElement>(selector);
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => act(button));
  };
  connect('button[data-sample]', (button) => {
    const files = filesOf(button.dataset['sample'] ?? '') ?? EMPTY_FILES;
    writeFiles(host, files);
    sendInput(host, send);
  });
  connect('button[data-clear]', () => send({ type: 'clear' }));
  connect('button[data-settings-link]', () => {
    const address = `${location.origin}${location.pathname}?${settingsQuery(readForm(host))}`;
    void copyText(address).then((copied) => announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())));
  });
}

defineWidget('fb-resolver', resolver);
