import type { Send } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import type { TerminalEvent } from './model.ts';
import TerminalWorker from './worker.ts?worker&inline';

export interface Recordings {
  /** Asks for the recording of the page, once. */
  readonly loadPages: () => void;
  /** Reads what the reader brings: in the tab, and kept nowhere. */
  readonly readOwn: (source: string | File) => void;
}

/** More of a file is not read into memory: the reader says that the rest is missing. */
const MAX_BYTES = 48_000_000;

/** Where recordings come from: the site, or the reader. Both are read in a worker, and told to the widget. */
export function connectRecordings(host: HTMLElement, send: Send<TerminalEvent>): Recordings {
  const worker = connectWorker(
    () => new TerminalWorker(),
    async () => (await import('./job.ts')).jobs,
  );
  let isLoading = false;
  let latest = 0;

  const read = async (text: string, own: boolean): Promise<void> => {
    const outcome = await worker.ask('read', text);
    if (outcome.kind === 'output') send({ type: 'read', result: outcome.output, own });
    else send({ type: 'failed', message: outcome.message });
  };

  const load = async (): Promise<void> => {
    const mine = ++latest;
    try {
      const response = await fetch(host.dataset['cast'] ?? '');
      if (!response.ok) throw new Error(`${response.status}`);
      const text = await response.text();
      if (mine === latest) await read(text, false);
    } catch (error) {
      if (mine === latest) send({ type: 'failed', message: String(error) });
    }
    if (mine === latest) isLoading = false;
  };

  const readSource = async (source: string | File): Promise<void> => {
    const mine = ++latest;
    isLoading = false;
    worker.cancel();
    const text = typeof source === 'string' ? source : await source.slice(0, MAX_BYTES).text();
    if (mine === latest && text.trim() !== '') await read(text, true);
  };

  return {
    loadPages() {
      if (isLoading) return;
      isLoading = true;
      void load();
    },
    readOwn(source) {
      const area = host.querySelector('textarea');
      if (area && typeof source !== 'string') area.value = '';
      void readSource(source);
    },
  };
}
