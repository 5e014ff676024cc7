import { hasPaste } from '../../kit/handoff.ts';

/**
 * On a runbook's page the console is loaded when it is needed: a paste has come along, or somebody goes to its field. A
 * page that is only read stays light.
 */
const host = document.querySelector<HTMLElement>('fb-triage[data-slug]');
const load = (): void => void import('./element.ts');

if (host && hasPaste()) load();
else {
  host?.addEventListener('focusin', load, { once: true });
  document.addEventListener('paste', load, { once: true, capture: true });
  document.addEventListener('dragover', load, { once: true });
}
