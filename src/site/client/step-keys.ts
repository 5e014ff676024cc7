/** `j` and `k` go from step to step, `c` copies the command of the one that is read; the bar on phones does the same. */
export function startStepKeys(): void {
  const steps = [...document.querySelectorAll<HTMLElement>('section.step')];
  const current = (): number => {
    const reached = steps.filter((step) => step.getBoundingClientRect().top < innerHeight / 3);
    return reached.length - 1;
  };
  const go = (index: number): void => {
    const step = steps[Math.max(0, Math.min(steps.length - 1, index))];
    if (!step) return;
    step.scrollIntoView({ block: 'start' });
    step.querySelector<HTMLElement>('a.number')?.focus({ preventScroll: true });
    history.replaceState(history.state, '', `#${step.id}`);
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(current() + 1),
    k: () => go(current() - 1),
    c: () => steps[Math.max(0, current())]?.querySelector<HTMLElement>('[data-copy]')?.click(),
  };
  document.addEventListener('faultbook:key', (event) => acts[(event as CustomEvent<string>).detail]?.());

  const bar = document.querySelector<HTMLElement>('[data-step-bar]');
  const count = bar?.querySelector('[data-count]');
  bar?.querySelector('[data-previous]')?.addEventListener('click', () => go(current() - 1));
  bar?.querySelector('[data-next]')?.addEventListener('click', () => go(current() + 1));
  if (!bar || !count) return;
  bar.hidden = false;
  const show = (): void => {
    const at = Math.max(0, current()) + 1;
    count.textContent = `${at}/${steps.length}`;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.step-nav a')) {
      if (link.hash === `#${steps[at - 1]?.id}`) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', show, { passive: true });
  show();
}
