/** What a reader does who looks elsewhere on the page. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

let isTaken = false;
for (const move of MOVES) addEventListener(move, () => (isTaken = true), { once: true, passive: true });

/**
 * Keeps the step that the address names in view: an answer is drawn above it, and would push it out. A reader who has
 * gone elsewhere in the meantime is not fetched back.
 */
export function stayAtStep(): void {
  const step = location.hash.startsWith('#s-') ? document.getElementById(location.hash.slice(1)) : null;
  if (!step || isTaken) return;
  requestAnimationFrame(() => {
    if (!isTaken) step.scrollIntoView();
  });
}
