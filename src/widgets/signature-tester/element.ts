import { pageLanguage } from '../../kit/language.ts';
import { loadPack } from '../../kit/pack.ts';
import { type Send, type Widget, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { connectFields, writeFields } from './fields.ts';
import type { TesterInput } from './job.ts';
import { type TesterEvent, type TesterState, emptyState, isEmpty, update } from './model.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
  { warm: true },
);

const base = (): string => document.documentElement.dataset['base'] ?? '';

async function inputOf({ fields }: TesterState, send: Send<TesterEvent>): Promise<TesterInput | undefined> {
  const pack = await loadPack(base());
  if (pack.kind === 'pack') return { ...fields, pack: pack.json };
  send({ type: 'failed', message: pack.message });
  return undefined;
}

async function ask(state: TesterState, name: 'trial' | 'draft', send: Send<TesterEvent>): Promise<void> {
  const input = await inputOf(state, send);
  if (!input) return;
  if (name === 'trial') {
    const outcome = await worker.ask('trial', input);
    if (outcome.kind === 'output') send({ type: 'tried', trial: outcome.output });
    else send({ type: 'failed', message: outcome.message });
    return;
  }
  const outcome = await worker.ask('draft', input);
  if (outcome.kind === 'output') send({ type: 'drafted', draft: outcome.output });
  else send({ type: 'failed', message: outcome.message });
}

const tester: Widget<TesterState, TesterEvent> = {
  start: () => emptyState(pageLanguage()),
  update,
  view,
  connect(host, send) {
    void loadPack(base());
    connectFields(host, send);
  },
  effect(event, state, send, host) {
    if (event.type === 'drafted' && event.draft) writeFields(host, state.fields);
    if (event.type === 'draft') void ask(state, 'draft', send);
    const changed = event.type === 'fields' || (event.type === 'drafted' && event.draft !== undefined);
    if (changed && isEmpty(state.fields)) worker.cancel();
    else if (changed) void ask(state, 'trial', send);
  },
};

defineWidget('fb-signature', tester);
