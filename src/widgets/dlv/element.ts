import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen } from '../../kit/page-events.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import {
  type DelveEvent,
  type DelveState,
  emptyState,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';
import { readForm, writeForm } from './settings-form.ts';
import { view } from './view.ts';
import { say } from './words.ts';
import DelveWorker from './worker.ts?worker&inline';

const worker = connectWorker(
  () => new DelveWorker(),
  async () => (await import('./job.ts')).jobs,
);

let settings: DelveState['settings'];

const dlv: Widget<DelveState, DelveEvent> = {
  start(host) {
    const state = emptyState(pageLanguage(), readSettings(location.search));
    settings = state.settings;
    writeForm(host, state.settings);
    return state;
  },
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    connectSettings(host, send);
    listen('faultbook:paste', ({ text }) => {
      if (text.includes(' --')) send({ type: 'offer', text });
    });
  },
  effect(event, state, send, host) {
    settings = state.settings;
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if ((event.type !== 'text' && event.type !== 'settings') || state.text === '') return;
    void worker.ask('rebuild', { paste: state.text, settings: state.settings }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

function connectSettings(host: HTMLElement, send: Send<DelveEvent>): void {
  const form = host.querySelector<HTMLElement>('[data-settings]');
  form?.addEventListener('input', () => send({ type: 'settings', settings: readForm(host) }));
  const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
  if (!link) return;
  link.hidden = false;
  link.addEventListener('click', () => {
    const address = `${location.origin}${location.pathname}?${settingsQuery(settings)}`;
    void copyText(address).then((copied) => announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())));
  });
}

defineWidget('fb-dlv', dlv);
