import { readerLanguage } from './language-switch.ts';

/** The root of the site is the English console; a reader of Chinese is sent on to the Chinese one. */
if (readerLanguage() === 'zh') location.replace(`${document.documentElement.dataset['base'] ?? ''}/zh/`);
