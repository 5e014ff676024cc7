import type { Send } from '../../kit/widget.ts';
import { FIELDS, type Fields, type TesterEvent } from './model.ts';

/** A burst of keys is one trial. */
const TYPING_PAUSE_MS = 150;

const field = (host: HTMLElement, name: keyof Fields): HTMLTextAreaElement | null =>
  host.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);

const readFields = (host: HTMLElement): Fields => ({
  heads: field(host, 'heads')?.value ?? '',
  tails: field(host, 'tails')?.value ?? '',
  lines: field(host, 'lines')?.value ?? '',
});

export function writeFields(host: HTMLElement, fields: Fields): void {
  for (const name of FIELDS) {
    const area = field(host, name);
    if (area && area.value !== fields[name]) area.value = fields[name];
  }
}

/** Listens to the fields and to the buttons beside them. */
export function connectFields(host: HTMLElement, send: Send<TesterEvent>): void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** What is told now need not be told again when the typing pauses: it would take the place of what was asked since. */
  const told = (): void => {
    clearTimeout(typing);
    send({ type: 'fields', fields: readFields(host) });
  };
  host.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(told, TYPING_PAUSE_MS);
  });
  const on = (selector: string, press: (button: HTMLButtonElement) => void): void => {
    const button = host.querySelector<HTMLButtonElement>(selector);
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => press(button));
  };
  on('button[data-example]', ({ dataset }) => {
    writeFields(host, {
      heads: dataset['heads'] ?? '',
      tails: dataset['tails'] ?? '',
      lines: dataset['lines'] ?? '',
    });
    told();
  });
  on('button[data-draft]', () => {
    told();
    send({ type: 'draft' });
  });
  on('button[data-clear]', () => {
    writeFields(host, { heads: '', tails: '', lines: '' });
    told();
    field(host, 'heads')?.focus();
  });
  if (FIELDS.some((name) => readFields(host)[name] !== '')) told();
}
