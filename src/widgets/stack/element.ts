import type { Language } from '../../core/text/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { handedTo } from '../../kit/handoff.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { connectFile } from '../../kit/connect-file.ts';
import {
  type CopyFormat,
  type Source,
  type StackEvent,
  type StackState,
  emptyState,
  update,
} from './model.ts';
import type { Wanted } from './report.ts';
import { view } from './view.ts';
import { say } from './words.ts';
import StackWorker from './worker.ts?worker&inline';

const worker = connectWorker(
  () => new StackWorker(),
  async () => (await import('./job.ts')).jobs,
);

/** A question that comes before the answer to another would end the worker, and with it what it has read. */
let turn: Promise<void> = Promise.resolve();
const inTurn = (ask: () => Promise<void>): void => void (turn = turn.then(ask));

async function read(source: Source, send: Send<StackEvent>): Promise<void> {
  turn = Promise.resolve();
  const progress = (done: number, total: number): void => send({ type: 'progress', done, total });
  const outcome = await worker.ask('readStack', source, { progress });
  if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
  else send({ type: 'failed', message: outcome.message });
}

async function show(wanted: Wanted, send: Send<StackEvent>): Promise<void> {
  const outcome = await worker.ask('page', wanted);
  if (outcome.kind === 'output') send({ type: 'page', page: outcome.output });
}

async function copy(wanted: Wanted & { format: CopyFormat }, language: Language): Promise<void> {
  const outcome = await worker.ask('copy', wanted);
  const copied = outcome.kind === 'output' && (await copyText(outcome.output));
  announce(say(copied ? 'copied' : 'copyFailed', language));
}

const stack: Widget<StackState, StackEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'source', source: text }));
    const handed = handedTo('stack');
    if (handed !== undefined) send({ type: 'source', source: handed });
    connectFile(host, (file, count) => send({ type: 'source', source: file, count }));
    listen('faultbook:paste', ({ text }) => {
      if (text.includes('goroutine ') || text.includes('Traceback ') || text.includes('\tat ')) {
        send({ type: 'offer', text });
      }
    });
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'source' && area) {
      const text = typeof event.source === 'string' ? event.source : '';
      if (area.value !== text) area.value = text;
    }
    if (event.type === 'answered' || !state.shown) {
      tell('faultbook:findings', { widget: 'stack', findings: state.shown?.report.findings ?? [] });
    }
    if (event.type === 'cancel') worker.cancel();
    if (event.type === 'source' && state.reading !== undefined) void read(state.source, send);
    const { shown, reading, language } = state;
    if (!shown || reading !== undefined) return;
    if (event.type === 'show') inTurn(() => show(shown.wanted, send));
    if (event.type === 'copy') inTurn(() => copy({ ...shown.wanted, format: event.format }, language));
  },
};

defineWidget('fb-stack', stack);
