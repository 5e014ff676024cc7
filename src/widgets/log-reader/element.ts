import type { LogEntry } from '../../core/log/index.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen } from '../../kit/page-events.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { type ReaderEvent, type ReaderState, chosenEntry, emptyState, update } from './model.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
  { warm: true },
);

/** The table of places is large, so it comes with the first record of klog that somebody looks at. */
async function lookUp(entry: LogEntry, send: Send<ReaderEvent>): Promise<void> {
  const { placesOf } = await import('./places.ts');
  send({ type: 'places', places: placesOf(entry) });
}

async function ask(paste: string | Blob, send: Send<ReaderEvent>): Promise<void> {
  const outcome = await worker.ask('readLog', paste, {
    progress: (done, total) => send({ type: 'progress', done, total }),
    part: (part) => send({ type: 'part', part }),
  });
  if (outcome.kind === 'output') send({ type: 'answered', part: outcome.output });
  else send({ type: 'failed', message: outcome.message });
}

function connectFiles(host: HTMLElement, send: Send<ReaderEvent>): void {
  const input = host.querySelector<HTMLInputElement>('input[type="file"]');
  const button = host.querySelector<HTMLButtonElement>('button[data-file]');
  if (button) button.hidden = false;
  button?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) send({ type: 'file', file });
    input.value = '';
  });
  host.addEventListener('dragover', (event) => event.preventDefault());
  host.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    send({ type: 'file', file });
  });
}

const reader: Widget<ReaderState, ReaderEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    connectFiles(host, send);
    listen('faultbook:paste', ({ text }) => send({ type: 'offer', text }));
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'cancel' || (event.type === 'text' && state.source.kind === 'none')) worker.cancel();
    if (event.type === 'text' && state.source.kind === 'text') void ask(state.source.text, send);
    if (event.type === 'file') void ask(event.file, send);
    const chosen = event.type === 'choose' ? chosenEntry(state) : undefined;
    if (chosen?.format === 'klog') void lookUp(chosen, send);
  },
};

defineWidget('fb-log-reader', reader);
