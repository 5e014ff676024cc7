import type { Handoff } from '../../kit/handoff.ts';
import type { Send } from '../../kit/widget.ts';
import type { TriageEvent } from './model.ts';

/** A burst of keys is one question. */
const TYPING_PAUSE_MS = 150;

/** Nobody types so many characters at once: then Enter opens the match, and does not add a line. */
const PASTED_FROM = 20;

/** Everything by which a paste reaches the console, and by which the reader leaves it for a step. */
export function connectConsole(
  host: HTMLElement,
  draw: Send<TriageEvent>,
  leave: (handoff: Handoff) => boolean,
): void {
  const send = countRequests(draw);
  const area = host.querySelector<HTMLTextAreaElement>('textarea[name="paste"]');
  if (!area) return;
  connectText(host, area, send);
  connectFiles(host, send);
  connectSamples(host, send, document.documentElement.dataset['base'] ?? '');
  connectOpening(host, area, leave);
}

function connectText(host: HTMLElement, area: HTMLTextAreaElement, send: Send<TriageEvent>): void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  let before = 0;
  const read = (fresh: boolean): void => {
    host.dataset['fresh'] = String(fresh);
    send({ type: 'text', text: area.value, fresh });
  };
  area.addEventListener('beforeinput', () => (before = area.value.length));
  area.addEventListener('input', () => {
    clearTimeout(typing);
    const grown = area.value.length - before;
    before = area.value.length;
    if (grown > PASTED_FROM) read(true);
    else typing = setTimeout(() => read(grown === 0 && host.dataset['fresh'] === 'true'), TYPING_PAUSE_MS);
  });
  // A paste anywhere on the page, when no field has the focus, is meant for the console.
  document.addEventListener('paste', (event) => {
    const target = event.target;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, dialog')) return;
    const text = event.clipboardData?.getData('text/plain');
    const file = event.clipboardData?.files[0];
    if (text) {
      area.value = text;
      read(true);
    } else if (file) send({ type: 'file', file, count: event.clipboardData?.files.length ?? 1 });
  });
  // The browser restored the text of an earlier visit to this page.
  if (area.value !== '') read(true);
}

function connectFiles(host: HTMLElement, send: Send<TriageEvent>): void {
  const input = host.querySelector<HTMLInputElement>('input[type="file"]');
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) send({ type: 'file', file, count: input.files?.length ?? 1 });
    input.value = '';
  });
  host.querySelector('[data-file]')?.addEventListener('click', () => input?.click());
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    host.dataset['dropping'] = 'true';
  });
  document.addEventListener('dragleave', () => delete host.dataset['dropping']);
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    delete host.dataset['dropping'];
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) send({ type: 'file', file, count: event.dataTransfer?.files.length ?? 1 });
    else if (text) send({ type: 'text', text, fresh: true });
  });
}

/** The samples come with the page, beside the pack: trying one asks for nothing. */
function connectSamples(host: HTMLElement, send: Send<TriageEvent>, base: string): void {
  const select = host.querySelector<HTMLSelectElement>('select[data-samples]');
  if (!select) return;
  const loading = fetch(`${base}/samples.json`)
    .then((response) => (response.ok ? response.json() : {}) as Promise<Record<string, string>>)
    .catch((): Record<string, string> => ({}));
  select.addEventListener('change', () => {
    const { value } = select;
    select.value = '';
    void loading.then((samples) => {
      const text = samples[value];
      if (text === undefined) return;
      host.dataset['fresh'] = 'true';
      send({ type: 'text', text, fresh: true });
    });
  });
}

/** Enter opens the best match, digits the others; the paste goes along. */
function connectOpening(
  host: HTMLElement,
  area: HTMLTextAreaElement,
  leave: (handoff: Handoff) => boolean,
): void {
  /** None of an answer about the text before. */
  const links = (): HTMLAnchorElement[] =>
    [...host.querySelectorAll<HTMLAnchorElement>('a[data-open]')].filter((link) => !link.closest('[inert]'));
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    const [best] = links();
    const asked = event.ctrlKey || event.metaKey || host.dataset['fresh'] === 'true';
    if (!best || !asked) return;
    event.preventDefault();
    best.click();
  });
  document.addEventListener('faultbook:key', (event) => {
    const key = (event as CustomEvent<string>).detail;
    const index = key === 'Enter' ? 0 : Number(key) - 1;
    links()[index]?.click();
  });
  host.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-open]') : null;
    const reader = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-hand]') : null;
    const slug = reader?.dataset['hand'] ?? link?.closest<HTMLElement>('[data-runbook]')?.dataset['runbook'];
    if (slug && area.value !== '') leave({ slug, text: area.value });
  });
}

/** Counts what the page asks the network for after each paste, to show that it is nothing. */
function countRequests(send: Send<TriageEvent>): Send<TriageEvent> {
  let count = 0;
  let since = performance.now();
  new PerformanceObserver((list) => {
    // The browser asks for the page's icon when it likes, and a worker's blob is no request.
    const own = list
      .getEntries()
      .filter(
        ({ startTime, name }) =>
          startTime > since && !name.startsWith('blob:') && !name.endsWith('/favicon.svg'),
      );
    if (own.length === 0) return;
    count += own.length;
    send({ type: 'requests', count });
  }).observe({ type: 'resource' });
  return (event) => {
    if ((event.type === 'text' && event.fresh) || event.type === 'file') {
      count = 0;
      since = performance.now();
    }
    send(event);
  };
}
