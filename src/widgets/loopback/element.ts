import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type LoopbackEvent, type LoopbackState, emptyState, update } from './model.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
);

const loopback: Widget<LoopbackState, LoopbackEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    const bind = host.querySelector<HTMLInputElement>('[name="bind"]');
    const sockets = host.querySelector<HTMLInputElement>('[name="sockets"]');
    host.querySelector('[data-settings]')?.addEventListener('input', () =>
      send({
        type: 'settings',
        settings: { bind: bind?.value.trim() ?? '', ipv6Sockets: sockets?.checked ?? true },
      }),
    );
    listen('faultbook:paste', ({ text }) => {
      if (text.includes('127.0.0.1/8') || text.includes('inet ')) send({ type: 'offer', text });
    });
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'answered') tellFindings(state);
    if (event.type !== 'text' && event.type !== 'settings') return;
    if (state.text === '') return tellFindings(state);
    const { text, settings } = state;
    void worker.ask('pick', { text, settings }).then((outcome) => {
      if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
      else send({ type: 'failed', message: outcome.message });
    });
  },
};

function tellFindings({ phase }: LoopbackState): void {
  const pick = phase.kind === 'result' ? phase.report.pick : undefined;
  tell('faultbook:findings', {
    widget: 'loopback',
    findings: pick && pick.total > 0 ? [pick.finding] : [],
  });
}

defineWidget('fb-loopback', loopback);
