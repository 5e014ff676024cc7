import type { Shell } from '../../core/shell/index.ts';
import { type PageEvents, listen } from '../../kit/page-events.ts';

/** The values of the page's variables and the shell to quote them for. Kept in the page, and nowhere else. */
export interface Filling {
  readonly values: Readonly<Record<string, string>>;
  readonly shell: Shell;
}

/** The screens on which the panel stands beside the text; elsewhere it is folded, so that the first step is near. */
const BESIDE = '(min-width: 68rem)';

let filling: Filling = { values: {}, shell: 'bash' };

export const currentFilling = (): Filling => filling;

/** Moves to the field of a variable, so that the reader can fill it. */
export function askForVariable(name: string): void {
  const input = document.querySelector<HTMLInputElement>(`fb-variables input[name="${CSS.escape(name)}"]`);
  const panel = input?.closest('details');
  if (panel) panel.open = true;
  input?.focus();
}

/** The panel of variables: fields, and chips with the values that a paste offers. */
export function defineVariables(): void {
  customElements.define(
    'fb-variables',
    class extends HTMLElement {
      connectedCallback(): void {
        this.hidden = false;
        const panel = this.querySelector('details');
        if (panel) panel.open = matchMedia(BESIDE).matches;
        this.addEventListener('input', () => this.#read());
        this.addEventListener('change', () => this.#read());
        listen('faultbook:values', (values) => this.#offer(values));
      }

      #read(): void {
        const values: Record<string, string> = {};
        for (const input of this.querySelectorAll('input')) {
          if (input.value.trim() !== '') values[input.name] = input.value.trim();
        }
        const shell = (this.querySelector('select')?.value ?? 'bash') as Shell;
        filling = { values, shell };
        document.dispatchEvent(new CustomEvent('faultbook:filled'));
      }

      /** A value from the paste fills an empty field at once, and stands beside it with the line that it came from. */
      #offer(offers: PageEvents['faultbook:values']): void {
        for (const { name, value, line } of offers) {
          const input = this.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
          const chips = input?.parentElement?.querySelector('.chips');
          if (!input || !chips) continue;
          if (input.value === '') input.value = value;
          const chip = document.createElement('button');
          chip.type = 'button';
          chip.className = 'chip';
          chip.textContent = `${value} · ${this.dataset['line'] ?? ''} ${line}`;
          chip.addEventListener('click', () => {
            input.value = value;
            this.#read();
          });
          chips.replaceChildren(chip);
        }
        this.#read();
      }
    },
  );
}
