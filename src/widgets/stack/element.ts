import { pageLanguage } from '../../kit/language.ts';
import { listen } from '../../kit/page-events.ts';
import { type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type StackEvent, type StackState, emptyState, update } from './model.ts';
import { view } from './view.ts';
import StackWorker from './worker.ts?worker&inline';

const worker = connectWorker(
  () => new StackWorker(),
  async () => (await import('./job.ts')).jobs,
);

const stack: Widget<StackState, StackEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    listen('faultbook:paste', ({ text }) => {
      if (text.includes('goroutine ')) send({ type: 'offer', text });
    });
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'cancel') worker.cancel();
    if (event.type !== 'text' || state.text === '') return;
    void worker.ask('readStack', state.text).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

defineWidget('fb-stack', stack);
