/**
 * The word on whether the site is saved in this browser, and the offer of a new version. Switching is always the
 * reader's: nobody is thrown out of a page in the middle of an incident.
 */
export function defineOffline(): void {
  customElements.define(
    'fb-offline',
    class extends HTMLElement {
      connectedCallback(): void {
        if (!('serviceWorker' in navigator)) {
          this.#say('none');
          return;
        }
        void this.#start();
        addEventListener('online', () => this.#saved());
        addEventListener('offline', () => this.#saved());
      }

      async #start(): Promise<void> {
        this.#say('saving');
        const base = document.documentElement.dataset['base'] ?? '';
        try {
          const registration = await navigator.serviceWorker.register(`${base}/service-worker.js`);
          if (registration.waiting && navigator.serviceWorker.controller) this.#offer(registration.waiting);
          this.#watch(registration.installing);
          registration.addEventListener('updatefound', () => this.#watch(registration.installing));
          await navigator.serviceWorker.ready;
          if (!registration.waiting) this.#saved();
        } catch {
          this.#say('none');
        }
      }

      #watch(worker: ServiceWorker | null): void {
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && navigator.serviceWorker.controller) this.#offer(worker);
          if (worker.state === 'redundant') this.#say('none');
        });
      }

      #saved(): void {
        if (this.querySelector('button')) return;
        this.#say(navigator.onLine ? 'ready' : 'offline', this.#snapshot());
      }

      /** The day on which the saved copy was built: the page itself is part of it. */
      #snapshot(): string {
        return document.querySelector<HTMLMetaElement>('meta[name="snapshot"]')?.content ?? '';
      }

      #offer(worker: ServiceWorker): void {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = this.dataset['update'] ?? '';
        button.addEventListener('click', () => {
          navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
            once: true,
          });
          worker.postMessage({ type: 'SKIP_WAITING' });
        });
        this.dataset['state'] = 'update';
        this.replaceChildren(button);
      }

      #say(state: 'ready' | 'saving' | 'offline' | 'none', detail = ''): void {
        this.dataset['state'] = state;
        this.textContent = [this.dataset[state], detail].filter(Boolean).join(' ');
      }
    },
  );
}
