const KEY = 'faultbook-language';

/**
 * The link to the other language: it keeps the place on the page, since ids are the same in both, and remembers the
 * choice for the permanent addresses, which land on the reader's language.
 */
export function defineLanguageSwitch(): void {
  customElements.define(
    'fb-language',
    class extends HTMLElement {
      connectedCallback(): void {
        const link = this.querySelector('a');
        link?.addEventListener('click', () => {
          link.hash = location.hash;
          rememberLanguage(link.hreflang.startsWith('zh') ? 'zh' : 'en');
        });
      }
    },
  );
}

function rememberLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is refused: the browser's own languages decide next time.
  }
}

/** The language that the reader chose, else the first of the browser's that the site has, else English. */
export function readerLanguage(): 'en' | 'zh' {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored === 'en' || stored === 'zh') return stored;
  } catch {
    // Storage is refused.
  }
  const first = navigator.languages.find((tag) => tag.startsWith('zh') || tag.startsWith('en'));
  return first?.startsWith('zh') ? 'zh' : 'en';
}
