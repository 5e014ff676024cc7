import { pageLanguage } from '../../kit/language.ts';
import { nextTheme } from './theme.ts';

/**
 * Single keys, off while somebody types, and off altogether where the reader has said so (WCAG 2.1.4). the list behind `?` names
 * them; a page part may add its own by listening for `faultbook:key`.
 */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    const palette = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
    if (palette) {
      event.preventDefault();
      openSearch();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (keysAreOff()) return;
    const place = goes ? PLACES[event.key] : undefined;
    goes = event.key === 'g' && !goes;
    if (place !== undefined) {
      event.preventDefault();
      location.assign(`${document.documentElement.dataset['base'] ?? ''}/${pageLanguage()}/${place}`);
      return;
    }
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      act();
      return;
    }
    document.dispatchEvent(new CustomEvent('faultbook:key', { detail: event.key }));
  });
  startHelp();
}

/** The list of keys, with the switch that turns single ones off. */
function startHelp(): void {
  const open = document.querySelector<HTMLElement>('[data-keys-open]');
  if (open) open.hidden = false;
  open?.addEventListener('click', showHelp);
  const toggle = document.querySelector<HTMLInputElement>('[data-keys-switch]');
  if (!toggle) return;
  toggle.checked = !keysAreOff();
  toggle.addEventListener('change', () => switchKeys(toggle.checked));
}

const showHelp = (): void => document.querySelector<HTMLDialogElement>('dialog[data-keys]')?.showModal();

const KEYS: Readonly<Record<string, () => void>> = {
  '/': () => openSearch(),
  p: () => document.querySelector<HTMLTextAreaElement>('textarea[name="paste"]')?.focus(),
  d: () => nextTheme(),
  l: () => document.querySelector<HTMLAnchorElement>('fb-language a')?.click(),
  '?': () => showHelp(),
};

/** `g` was the key before: the next names a place. */
let goes = false;

const PLACES: Readonly<Record<string, string>> = { h: '', n: 'noise/', t: 'tools/' };

function openSearch(): void {
  document.dispatchEvent(new CustomEvent('faultbook:search'));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

const KEY = 'faultbook-keys';

/** Whether the reader has switched single keys off. */
function keysAreOff(): boolean {
  try {
    return localStorage.getItem(KEY) === 'off';
  } catch {
    return false;
  }
}

function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Storage is refused: the switch lasts as long as the page.
  }
}
