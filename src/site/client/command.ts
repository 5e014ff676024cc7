import { fillCommand } from '../../core/runbook/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { pageWords } from './page-words.ts';
import { askForVariable, currentFilling } from './variables.ts';

/** How long a dangerous command's button is held before it copies: long enough not to be an accident. */
const HOLD_MS = 800;

/**
 * A command with its copy button. Variables are filled in as they are known; while one is missing, nothing is copied
 * and the button leads to its field. From danger 3 on the button must be held.
 */
export function defineCommand(): void {
  customElements.define(
    'fb-command',
    class extends HTMLElement {
      connectedCallback(): void {
        const button = this.querySelector<HTMLButtonElement>('[data-copy]');
        if (!button) return;
        button.hidden = false;
        if (this.#danger() >= 3 && !this.hasAttribute('data-harmless')) {
          button.textContent = pageWords().hold;
          holdToAct(button, () => void this.copy());
        } else {
          button.addEventListener('click', () => void this.copy());
        }
        document.addEventListener('faultbook:filled', () => this.#fill());
        this.#fill();
      }

      async copy(): Promise<void> {
        const { text, missing } = this.#filled();
        const [first] = missing;
        if (first) {
          askForVariable(first);
          return;
        }
        const copied = await copyText(text);
        announce(copied ? pageWords().copied : pageWords().failed);
      }

      #filled(): ReturnType<typeof fillCommand> {
        const code = this.querySelector<HTMLElement>('pre')?.dataset['code'] ?? '';
        const { values, shell } = currentFilling();
        return fillCommand(code, values, shell);
      }

      #fill(): void {
        const { values } = currentFilling();
        for (const variable of this.querySelectorAll<HTMLElement>('var[data-var]')) {
          const name = variable.dataset['var'] ?? '';
          const value = Object.hasOwn(values, name) ? values[name] : undefined;
          variable.textContent = value
            ? fillCommand(`{{${name}}}`, values, currentFilling().shell).text
            : `{{${name}}}`;
          variable.dataset['filled'] = String(Boolean(value));
        }
        const note = this.querySelector<HTMLElement>('[data-missing]');
        const { missing } = this.#filled();
        if (!note) return;
        note.hidden = missing.length === 0;
        note.textContent = `${pageWords().fill} ${missing.join(', ')}`;
      }

      /** The way back is never held up. */
      #danger(): number {
        if (this.closest('.rollback')) return 0;
        return Number(this.closest<HTMLElement>('[data-danger]')?.dataset['danger'] ?? 0);
      }
    },
  );
}

/** Acts when the button has been held, by pointer or by key, for {@link HOLD_MS}. */
function holdToAct(button: HTMLButtonElement, act: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    if (timer !== undefined) return;
    button.dataset['holding'] = 'true';
    timer = setTimeout(() => {
      end();
      act();
    }, HOLD_MS);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    delete button.dataset['holding'];
  };
  button.addEventListener('pointerdown', start);
  for (const name of ['pointerup', 'pointerleave', 'blur', 'keyup']) button.addEventListener(name, end);
  button.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      start();
    }
  });
}
