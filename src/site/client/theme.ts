const KEY = 'faultbook-theme';

/** The choice of theme. `public/theme.js` applies it before the first paint; this offers and stores it. */
export function defineTheme(): void {
  customElements.define(
    'fb-theme',
    class extends HTMLElement {
      connectedCallback(): void {
        const select = this.querySelector('select');
        if (!select) return;
        select.hidden = false;
        select.value = document.documentElement.dataset['theme'] ?? 'auto';
        select.addEventListener('change', () => applyTheme(select.value));
      }
    },
  );
}

/** Applies and remembers a theme; `auto` follows the system. */
export function applyTheme(theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  const select = document.querySelector<HTMLSelectElement>('fb-theme select');
  if (select) select.value = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}

/** The next theme in the order of the list: what the key `d` does. */
export function nextTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('fb-theme select');
  if (!select) return;
  const next = select.options[(select.selectedIndex + 1) % select.options.length];
  if (next) applyTheme(next.value);
}
