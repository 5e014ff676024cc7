import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type DialEvent, type DialState, emptyState, findingsOf, update } from './model.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('../log-reader/worker.ts?worker&inline')).default(),
  async () => (await import('../log-reader/job.ts')).jobs,
);

const dial: Widget<DialState, DialEvent> = {
  start: (host) =>
    emptyState(
      pageLanguage(),
      document.documentElement.dataset['base'] ?? '',
      // The tool has a page of its own, where a step is another page.
      document.getElementById('s-tail') ? (host.dataset['runbook'] ?? '') : '',
    ),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    listen('faultbook:paste', ({ text }) => send({ type: 'offer', text }));
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'answered' || (event.type === 'text' && state.text === ''))
      tell('faultbook:findings', { widget: 'dial-errors', findings: findingsOf(state) });
    if (event.type !== 'text' || state.text === '') return;
    void worker.ask('readFailures', { paste: state.text, language: state.language }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

defineWidget('fb-dial-errors', dial);
