import { type LinkForm, stepLink } from '../../core/runbook/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { pageWords } from './page-words.ts';

/** Copies the permanent link to a step, as an address, as Markdown or as plain text. */
export function defineStepLink(): void {
  customElements.define(
    'fb-link',
    class extends HTMLElement {
      connectedCallback(): void {
        for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-form]')) {
          button.addEventListener('click', () => void this.#copy(button.dataset['form'] as LinkForm));
        }
      }

      async #copy(form: LinkForm): Promise<void> {
        const own = this.closest<HTMLElement>('.step');
        const runbook = this.closest<HTMLElement>('[data-runbook-id]')?.dataset['runbookId'] ?? '';
        const step = own?.id ?? '';
        const title = own?.dataset['title'] ?? '';
        const site = `${location.origin}${document.documentElement.dataset['base'] ?? ''}`;
        const copied = await copyText(stepLink({ runbook, step, title, site }, form));
        announce(copied ? pageWords().copied : pageWords().failed);
      }
    },
  );
}
