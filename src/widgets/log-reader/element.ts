import type { LogEntry } from '../../core/log/index.ts';
import { connectFile } from '../../kit/connect-file.ts';
import { handedTo } from '../../kit/handoff.ts';
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
  // Without a network it may not come: the record is shown without it.
  const table = await import('./places.ts').catch(() => undefined);
  if (table) send({ type: 'places', places: table.placesOf(entry) });
}

async function ask(paste: string | Blob, send: Send<ReaderEvent>): Promise<void> {
  const outcome = await worker.ask('readLog', paste, {
    progress: (done, total) => send({ type: 'progress', done, total }),
    part: (part) => send({ type: 'part', part }),
  });
  if (outcome.kind === 'output') send({ type: 'answered', part: outcome.output });
  else send({ type: 'failed', message: outcome.message });
}

const reader: Widget<ReaderState, ReaderEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    const handed = handedTo('log-reader');
    if (handed !== undefined) send({ type: 'text', text: handed });
    connectFile(host, (file, count) => send({ type: 'file', file, count }));
    listen('faultbook:paste', ({ text }) => send({ type: 'offer', text }));
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    // What stands there is not what is read: two inputs at once would belie each other.
    if (event.type === 'file' && area) area.value = '';
    if (event.type === 'cancel' || ((event.type === 'text' || event.type === 'file') && !isRead(state)))
      worker.cancel();
    if (event.type === 'text' && state.source.kind === 'text' && isRead(state))
      void ask(state.source.text, send);
    if (event.type === 'file' && isRead(state)) void ask(event.file, send);
    if (event.type === 'jump')
      host.querySelector('.log-choose[aria-expanded="true"]')?.scrollIntoView({ block: 'center' });
    const chosen = event.type === 'choose' || event.type === 'jump' ? chosenEntry(state) : undefined;
    if (chosen?.format === 'klog') void lookUp(chosen, send);
  },
};

const isRead = ({ phase }: ReaderState): boolean => phase.kind === 'reading';

defineWidget('fb-log-reader', reader);
