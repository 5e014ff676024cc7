import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type Clock, createClock } from './clock.ts';
import {
  type DelveEvent,
  type DelveState,
  emptyState,
  isEmpty,
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
let clock: Clock | undefined;

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
    clock = createClock(send);
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
    if (state.paused === undefined) clock?.stop();
    else if (state.phase.kind === 'result') clock?.start(state.phase.report.effects);
    if (event.type === 'text' || event.type === 'build' || event.type === 'settings') ask(state, send);
  },
};

function ask(state: DelveState, send: Send<DelveEvent>): void {
  if (isEmpty(state)) return tell('faultbook:findings', { widget: 'dlv', findings: [] });
  const { text, build, language } = state;
  void worker.ask('rebuild', { paste: text, build, settings: state.settings, language }).then((outcome) => {
    if (outcome.kind !== 'output') return send({ type: 'failed', message: outcome.message });
    const findings = outcome.output?.findings.map(({ id }) => id) ?? [];
    tell('faultbook:findings', { widget: 'dlv', findings });
    send({ type: 'answered', report: outcome.output });
  });
}

function connectSettings(host: HTMLElement, send: Send<DelveEvent>): void {
  const form = host.querySelector<HTMLElement>('[data-settings]');
  form?.addEventListener('input', () => send({ type: 'settings', settings: readForm(host) }));
  const build = host.querySelector<HTMLTextAreaElement>('textarea[name="build"]');
  build?.addEventListener('input', () => send({ type: 'build', build: build.value }));
  const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
  if (!link) return;
  link.hidden = false;
  link.addEventListener('click', () => {
    const address = `${location.origin}${location.pathname}?${settingsQuery(settings)}`;
    void copyText(address).then((copied) => announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())));
  });
}

defineWidget('fb-dlv', dlv);
