/**
 * Loads a widget's code when somebody comes near it: it is seen, or gets the focus. Until then a page that is only
 * read pays nothing for it.
 */
export function loadWhenNeeded(tag: string, load: () => Promise<unknown>): void {
  const hosts = [...document.querySelectorAll<HTMLElement>(tag)];
  const start = (): void => {
    observer.disconnect();
    void load();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) start();
    },
    { rootMargin: '200px' },
  );
  for (const host of hosts) {
    observer.observe(host);
    host.addEventListener('focusin', start, { once: true });
  }
}
