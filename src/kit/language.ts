import type { Language } from '../core/text/index.ts';

/** The language of the page that the reader is on. */
export const pageLanguage = (): Language => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
