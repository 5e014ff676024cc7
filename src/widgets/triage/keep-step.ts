/**
 * Draws something above the step that the address names without moving it: if it is in view, it stays where it is on the
 * screen. A reader who has gone elsewhere in the meantime is not fetched back.
 */
export function keepStep(draw: () => void): void {
  const step = location.hash.startsWith('#s-') ? document.getElementById(location.hash.slice(1)) : null;
  const before = step?.getBoundingClientRect();
  draw();
  if (!step || !before || before.bottom < 0 || before.top > innerHeight) return;
  scrollBy({ top: step.getBoundingClientRect().top - before.top, behavior: 'instant' });
}
