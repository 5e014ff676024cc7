import { leavePaste, takePaste } from '../../kit/handoff.ts';
import { pageLanguage } from '../../kit/language.ts';
import { tell } from '../../kit/page-events.ts';
import { type Send, type Widget, defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { connectConsole } from './connect.ts';
import { type Source, type Triage, type TriageEvent, emptyTriage, update } from './model.ts';
import { loadPack } from '../../kit/pack.ts';
import { keepStep } from './keep-step.ts';
import { view } from './view.ts';
import { say } from './words.ts';

const worker = connectWorker(
  // Loaded apart from the page, and once: a worker that is started again for another paste asks for nothing.
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
  { warm: true },
);

/** What is being judged: the same source is not asked about twice. */
let asked: Source | undefined;

async function ask(source: Source, { language, base }: Triage, draw: Send<TriageEvent>): Promise<void> {
  const send: Send<TriageEvent> = (event) => keepStep(() => draw(event));
  const paste = source.kind === 'file' ? source.file : source.kind === 'text' ? source.text : '';
  const pack = await loadPack(base);
  if (pack.kind === 'failed') {
    send({ type: 'failed', message: `${say('packMissing', language)}: ${pack.message}` });
    return;
  }
  const outcome = await worker.ask(
    'triage',
    { paste, pack: pack.json, language },
    {
      progress: (done, total) => send({ type: 'progress', done, total }),
      part: (part) => send({ type: 'part', part }),
    },
  );
  if (outcome.kind === 'output') send({ type: 'answered', part: outcome.output });
  else send({ type: 'failed', message: outcome.message });
}

const triage: Widget<Triage, TriageEvent> = {
  start: (host) =>
    emptyTriage(pageLanguage(), document.documentElement.dataset['base'] ?? '', host.dataset['slug'] ?? ''),
  update,
  view,
  connect(host, send) {
    connectConsole(host, send, leavePaste);
    void loadPack(document.documentElement.dataset['base'] ?? '');
    const handed = takePaste(host.dataset['slug'] ?? '');
    if (handed) keepStep(() => send({ type: 'text', text: handed.text, fresh: true }));
  },
  effect(event, state, send, host) {
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    // What stands there is not what is judged: two inputs at once would belie each other.
    if ((event.type === 'clear' || event.type === 'file') && area) area.value = '';
    if (event.type === 'cancel' || event.type === 'clear') worker.cancel();
    if (state.phase.kind === 'reading' && state.source !== asked) {
      asked = state.source;
      void ask(state.source, state, send);
    }
    if (state.phase.kind !== 'reading') asked = undefined;
    if (event.type === 'answered') {
      const own = event.part.matches.find(({ slug }) => slug === state.slug);
      if (own) tell('faultbook:values', own.captures);
      if (state.source.kind === 'text') tell('faultbook:paste', { text: state.source.text });
    }
  },
};

defineWidget('fb-triage', triage);
