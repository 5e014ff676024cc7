import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type HealthCheckEvent, type HealthCheckState, emptyState, update } from './model.ts';
import { view } from './view.ts';
import HealthCheckWorker from './worker.ts?worker&inline';

const worker = connectWorker(
  () => new HealthCheckWorker(),
  async () => (await import('./job.ts')).jobs,
);

const healthChecks: Widget<HealthCheckState, HealthCheckEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    listen('faultbook:paste', ({ text }) => {
      if (
        ['pathrecorder.go', 'health checkers for', '/healthz', '/livez', '/readyz'].some((piece) =>
          text.includes(piece),
        )
      )
        send({ type: 'offer', text });
    });
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'answered' || state.shown === undefined) {
      const findings = typeof state.shown === 'object' ? state.shown.findings : [];
      tell('faultbook:findings', { widget: 'health-checks', findings });
    }
    if (event.type !== 'text' || state.text === '') return;
    void worker.ask('read', { paste: state.text, language: state.language }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', answer: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

defineWidget('fb-health-checks', healthChecks);
