import { readerLanguage } from './language-switch.ts';

/**
 * A permanent address lands here and goes on to the reader's language. The fragment, which names the step, never
 * reaches a server, so it is carried over by the page.
 */
const links = document.querySelectorAll<HTMLAnchorElement>('a[data-landing]');
for (const link of links) link.hash = location.hash;
const target = document.querySelector<HTMLAnchorElement>(`a[data-landing="${readerLanguage()}"]`);
if (target) location.replace(target.href);
