import { announce } from '../../kit/clipboard.ts';
import type { Send } from '../../kit/widget.ts';
import type { Effect } from './job.ts';
import type { DelveEvent } from './model.ts';

/** Under reduced motion the text changes less often; what comes to pass is announced on time in both. */
const TICK_MS = 1_000;
const CALM_TICK_MS = 5_000;

export interface Clock {
  /** Starts at zero, unless it runs; each tick is sent as seconds since then, by the clock of the machine. */
  readonly start: (effects: readonly Effect[]) => void;
  readonly stop: () => void;
}

/** The clock that counts how long a program stands still. It keeps time while the page is in the background. */
export function createClock(send: Send<DelveEvent>): Clock {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    start(effects) {
      if (timer !== undefined) return;
      const since = performance.now();
      const waiting = effects.filter(({ after }) => after > 0);
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      let shown = 0;
      timer = setInterval(() => {
        const seconds = Math.floor((performance.now() - since) / 1_000);
        while (waiting[0] && waiting[0].after <= seconds) {
          announce(waiting.shift()?.what ?? '');
          shown = -Infinity;
        }
        if (seconds * 1_000 - shown < (calm ? CALM_TICK_MS : TICK_MS)) return;
        shown = seconds * 1_000;
        send({ type: 'clock', paused: seconds });
      }, TICK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
