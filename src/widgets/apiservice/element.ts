import type { KubectlTarget } from '../../core/kube/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import {
  type ApiServiceEvent,
  type ApiServiceState,
  emptyState,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';
import { readForm, writeForm } from './settings-form.ts';
import { view } from './view.ts';
import { say } from './words.ts';
import ApiServiceWorker from './worker.ts?worker&inline';

const worker = connectWorker(
  () => new ApiServiceWorker(),
  async () => (await import('./job.ts')).jobs,
);

const apiservice: Widget<ApiServiceState, ApiServiceEvent> = {
  start(host) {
    const state = emptyState(pageLanguage(), readSettings(location.search));
    writeForm(host, state.target);
    return state;
  },
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    connectSettings(host, send);
    connectVariables(host, send);
    listen('faultbook:paste', ({ text }) => {
      if (isAboutApis(text)) send({ type: 'offer', text });
    });
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'answered' || state.shown === undefined) {
      const answer = typeof state.shown === 'object' ? state.shown : undefined;
      tell('faultbook:findings', { widget: 'apiservice', findings: answer?.findings ?? [] });
      if (answer && event.type === 'answered') tell('faultbook:values', answer.values);
    }
    if ((event.type !== 'text' && event.type !== 'target') || state.text === '') return;
    const { text: paste, target, language } = state;
    void worker.ask('read', { paste, target, language }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', answer: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

const isAboutApis = (text: string): boolean =>
  ['AVAILABLE', 'APIService', 'list of server APIs', 'OpenAPI spec for', ' False (', ' Unknown ('].some(
    (piece) => text.includes(piece),
  );

/** The settings; on a runbook's page its variables stand for those that are left empty. */
function targetOf(host: HTMLElement): KubectlTarget {
  const value = (name: string): string =>
    document.querySelector<HTMLInputElement>(`fb-variables input[name="${name}"]`)?.value.trim() ?? '';
  const form = readForm(host);
  const master = value('master');
  const server = form.server || (master === '' ? '' : `https://${master}:6443`);
  return { ...form, context: form.context || value('ctx'), server };
}

function connectVariables(host: HTMLElement, send: Send<ApiServiceEvent>): void {
  let sent = JSON.stringify(targetOf(host));
  document.addEventListener('faultbook:filled', () => {
    const target = targetOf(host);
    if (sent === JSON.stringify(target)) return;
    sent = JSON.stringify(target);
    send({ type: 'target', target });
  });
}

function connectSettings(host: HTMLElement, send: Send<ApiServiceEvent>): void {
  host
    .querySelector('[data-settings]')
    ?.addEventListener('input', () => send({ type: 'target', target: targetOf(host) }));
  const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
  if (!link) return;
  link.hidden = false;
  link.addEventListener('click', () => {
    const address = `${location.origin}${location.pathname}?${settingsQuery(readForm(host))}`;
    void copyText(address).then((copied) => announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())));
  });
}

defineWidget('fb-apiservice', apiservice);
